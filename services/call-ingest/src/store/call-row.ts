import { hashPhone, normalisePhone, sealPhone, type PhoneKeys, type SealedPhone } from '@perezvon/db';
import { saidPhones } from '@perezvon/lm/redact';
import { contentHash } from '../record/content-hash.js';
import type { IncomingCall } from '../record/incoming-call.js';

/** A call as the database takes it: hashed, its phone number sealed. */
export interface CallRow {
  call: IncomingCall;
  contentHash: Buffer;
  phone: SealedPhone | null;
  /** Hashes of the other numbers at which the client says he can be reached. */
  saidPhones: readonly Buffer[];
}

/** The numbers that the client names beside the one he calls from, each once, normalised. */
const otherNumbers = ({ transcript, client_phone: own }: IncomingCall): Set<string> =>
  new Set(
    saidPhones(transcript ?? []).flatMap((said) => {
      const phone = normalisePhone(said);
      return phone === null || phone === own ? [] : [phone];
    }),
  );

/** Prepares a call for the database. */
export const toCallRow = (call: IncomingCall, keys: PhoneKeys): CallRow => {
  const phone = call.client_phone === null ? null : sealPhone(call.client_phone, keys);
  return {
    call,
    phone,
    contentHash: contentHash(call, phone?.hash ?? null),
    saidPhones: [...otherNumbers(call)].map((number) => hashPhone(number, keys)),
  };
};
