import { createHash } from 'node:crypto';
import type { Prisma } from '@perezvon/db';
import { canonicalForm } from './canonical-form.js';

/** A line of the log in its place, as the table holds it. */
export interface ChainedEntry {
  /** 1, 2, 3 … without a gap. */
  seq: bigint;
  messageId: string;
  at: Date;
  actorId: number | null;
  actorRole: string | null;
  action: string;
  subjectKind: string;
  subjectId: string;
  historyId: bigint | null;
  outcome: string;
  reason: string | null;
  before: Prisma.JsonValue;
  after: Prisma.JsonValue;
}

/** The same with what chains it. */
export interface LogRow extends ChainedEntry {
  prevHash: Uint8Array;
  hash: Uint8Array;
}

/** The end of the log: an entry's number and hash. It stands for everything before it. */
export interface Head {
  seq: bigint;
  hash: Uint8Array;
}

const HASH_BYTES = 32;
/** What the first entry follows. */
export const GENESIS: Head = { seq: 0n, hash: new Uint8Array(HASH_BYTES) };

/** SHA-256 over the previous hash and the entry's canonical form. */
export const hashOf = (previous: Uint8Array, entry: ChainedEntry): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(previous).update(canonicalForm(entry)).digest());

export const isSameHash = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

/** The log no longer is what was written: its first bad row and what is wrong with it. */
export interface Break {
  seq: bigint;
  problem:
    | 'row is missing'
    | 'row does not follow the one before it'
    | 'row was changed after it was written'
    | 'log ends before the head kept outside it'
    | 'log was rewritten: the head kept outside it is another';
}

/** Checks that one row follows `previous`. @returns the new head, or what is wrong */
export const followOn = (
  previous: Head,
  row: LogRow,
): { kind: 'sound'; head: Head } | { kind: 'broken'; at: Break } => {
  const expected = previous.seq + 1n;
  if (row.seq !== expected) return { kind: 'broken', at: { seq: expected, problem: 'row is missing' } };
  if (!isSameHash(row.prevHash, previous.hash))
    return { kind: 'broken', at: { seq: row.seq, problem: 'row does not follow the one before it' } };
  if (!isSameHash(row.hash, hashOf(previous.hash, row)))
    return { kind: 'broken', at: { seq: row.seq, problem: 'row was changed after it was written' } };
  return { kind: 'sound', head: { seq: row.seq, hash: row.hash } };
};
