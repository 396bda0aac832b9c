import { sealPhone, type PhoneKeys, type SealedPhone } from '@perezvon/db';
import { contentHash } from '../record/content-hash.js';
import type { IncomingCall } from '../record/incoming-call.js';

/** A call as the database takes it: hashed, its phone number sealed. */
export interface CallRow {
  call: IncomingCall;
  contentHash: Buffer;
  phone: SealedPhone | null;
}

/** Prepares a call for the database. */
export const toCallRow = (call: IncomingCall, keys: PhoneKeys): CallRow => {
  const phone = call.client_phone === null ? null : sealPhone(call.client_phone, keys);
  return { call, phone, contentHash: contentHash(call, phone?.hash ?? null) };
};
