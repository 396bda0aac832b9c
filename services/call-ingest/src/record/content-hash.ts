import { createHash } from 'node:crypto';
import type { IncomingCall } from './incoming-call.js';

/** Part of every hash: a change of what is hashed makes the next delivery of each call a new revision. */
const HASH_VERSION = 1;

/** All that is stored of a call in a fixed order, so that equal content is equal JSON. */
const contentOf = (call: IncomingCall, phoneHash: Buffer | null): unknown[] => {
  const { upstream, transcript } = call;
  return [
    HASH_VERSION,
    call.history_id,
    call.call_date,
    call.direction,
    call.await_sec,
    call.talk_duration,
    call.operator,
    call.source,
    call.recording_url,
    phoneHash?.toString('base64') ?? null,
    upstream && [
      upstream.call_category,
      upstream.outcome,
      upstream.is_target,
      upstream.requested_service,
      upstream.refusal_category_code,
      upstream.refusal_reason,
      upstream.call_score,
      upstream.number_checklist,
    ],
    transcript?.map(({ t, speaker, text }) => [t, speaker, text]) ?? null,
  ];
};

/**
 * SHA-256 over everything that is stored of a call: the same content is a duplicate.
 * @param phoneHash stands for the phone number, which is not hashed in the clear
 */
export const contentHash = (call: IncomingCall, phoneHash: Buffer | null): Buffer =>
  createHash('sha256')
    .update(JSON.stringify(contentOf(call, phoneHash)))
    .digest();
