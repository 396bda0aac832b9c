import { createHash } from 'node:crypto';
import type { IncomingCall } from './incoming-call.js';

/** Part of every hash: a change of what is hashed makes the next delivery of each call a new revision. */
const HASH_VERSION = 1;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const sortKeys = (_key: string, value: unknown): unknown =>
  isObject(value) && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** JSON that is equal for equal content, whatever the order of the keys. */
export const canonicalJson = (value: unknown): string => JSON.stringify(value, sortKeys);

/**
 * SHA-256 over everything that is stored of a call: the same content is a duplicate.
 * @param phoneHash stands for the phone number, which is not hashed in the clear
 */
export const contentHash = (call: IncomingCall, phoneHash: Buffer | null): Buffer => {
  const content = { ...call, client_phone: phoneHash?.toString('hex') ?? null, version: HASH_VERSION };
  return createHash('sha256').update(canonicalJson(content)).digest();
};
