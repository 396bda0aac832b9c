import { hashPhone, sealPhone, type PhoneKeys } from '@perezvon/db';
import { contentHash } from '../record/content-hash.js';
import type { IncomingCall } from '../record/incoming-call.js';

/** A call ready to be written: hashed, its phone number sealed when it is needed. */
export interface CallRow {
  call: IncomingCall;
  contentHash: Buffer;
}

/** Prepares a call for the comparison with what is stored. */
export const toCallRow = (call: IncomingCall, keys: PhoneKeys): CallRow => ({
  call,
  contentHash: contentHash(call, call.client_phone === null ? null : hashPhone(call.client_phone, keys)),
});

/** The columns of one call as the SQL statement takes them: text that PostgreSQL casts. */
export const toColumns = ({ call, contentHash }: CallRow, keys: PhoneKeys) => {
  const phone = call.client_phone === null ? null : sealPhone(call.client_phone, keys);
  return {
    historyId: String(call.history_id),
    callDate: call.call_date,
    direction: call.direction,
    awaitSec: call.await_sec,
    talkDuration: call.talk_duration,
    operator: call.operator,
    source: call.source,
    recordingUrl: call.recording_url,
    phoneEncrypted: phone?.encrypted.toString('hex') ?? null,
    phoneHash: phone?.hash.toString('hex') ?? null,
    phoneLast4: phone?.last4 ?? null,
    upstream: call.upstream && JSON.stringify(call.upstream),
    contentHash: contentHash.toString('hex'),
  };
};
