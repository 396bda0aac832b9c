import type { Tx } from '@perezvon/db';
import type { CallRow } from './call-row.js';

/** A call that this transaction stored or changed. */
export interface WrittenCall {
  historyId: number;
  /** 1 for a new call; one more for each delivery with other content. */
  revision: number;
}

/**
 * Stores calls, each with another id, in one statement: new ones, and new revisions of those whose content is
 * another. Rows are locked in the order of their ids, so that two batches with the same ids wait for each other
 * instead of blocking each other.
 * @returns what was written; a call that is not among it was there with the same content
 */
export const upsertCalls = async (tx: Tx, rows: readonly CallRow[]): Promise<WrittenCall[]> => {
  const written = await tx.$queryRaw<{ history_id: bigint; revision: number }[]>`
    INSERT INTO calls AS stored (
      history_id, call_date, direction, await_sec, talk_duration, operator, source, recording_url,
      client_phone_encrypted, client_phone_hash, client_phone_last4, upstream, content_hash
    )
    SELECT
      id::bigint, call_date::timestamptz, direction::"Direction", await_sec, talk_duration, operator, source,
      recording_url, decode(phone_encrypted, 'hex'), decode(phone_hash, 'hex'), phone_last4, upstream::jsonb,
      decode(content_hash, 'hex')
    FROM unnest(
      ${rows.map(({ call }) => String(call.history_id))}::text[],
      ${rows.map(({ call }) => call.call_date)}::text[],
      ${rows.map(({ call }) => call.direction)}::text[],
      ${rows.map(({ call }) => call.await_sec)}::int[],
      ${rows.map(({ call }) => call.talk_duration)}::int[],
      ${rows.map(({ call }) => call.operator)}::text[],
      ${rows.map(({ call }) => call.source)}::text[],
      ${rows.map(({ call }) => call.recording_url)}::text[],
      ${rows.map(({ phone }) => phone?.encrypted.toString('hex') ?? null)}::text[],
      ${rows.map(({ phone }) => phone?.hash.toString('hex') ?? null)}::text[],
      ${rows.map(({ phone }) => phone?.last4 ?? null)}::text[],
      ${rows.map(({ call }) => call.upstream && JSON.stringify(call.upstream))}::text[],
      ${rows.map(({ contentHash }) => contentHash.toString('hex'))}::text[]
    ) AS incoming (
      id, call_date, direction, await_sec, talk_duration, operator, source, recording_url,
      phone_encrypted, phone_hash, phone_last4, upstream, content_hash
    )
    ORDER BY id::bigint
    ON CONFLICT (history_id) DO UPDATE SET
      call_date = excluded.call_date, direction = excluded.direction, await_sec = excluded.await_sec,
      talk_duration = excluded.talk_duration, operator = excluded.operator, source = excluded.source,
      recording_url = excluded.recording_url, client_phone_encrypted = excluded.client_phone_encrypted,
      client_phone_hash = excluded.client_phone_hash, client_phone_last4 = excluded.client_phone_last4,
      upstream = excluded.upstream, content_hash = excluded.content_hash,
      revision = stored.revision + 1, updated_at = now()
    WHERE stored.content_hash <> excluded.content_hash
    RETURNING history_id, revision`;
  return written.map(({ history_id: id, revision }) => ({ historyId: Number(id), revision }));
};

/**
 * Stores the transcripts of calls just written. A call without one keeps what it had: null says "not yet", and a
 * late delivery from before the transcript must not take it away.
 */
export const upsertTranscripts = async (tx: Tx, rows: readonly CallRow[]): Promise<void> => {
  const transcribed = rows.filter(({ call }) => call.transcript !== null);
  if (transcribed.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO call_transcripts (history_id, turns)
    SELECT id::bigint, turns::jsonb
    FROM unnest(
      ${transcribed.map(({ call }) => String(call.history_id))}::text[],
      ${transcribed.map(({ call }) => JSON.stringify(call.transcript))}::text[]
    ) AS incoming (id, turns)
    ON CONFLICT (history_id) DO UPDATE SET turns = excluded.turns`;
};
