import type { DbClient } from '@perezvon/db';
import { madeCalls } from '../made-calls.js';

/** The calls lie within a year, however many there are: more calls make each day fuller. */
const YEAR_MINUTES = 365 * 24 * 60;
/** Few calls lie closer, some 33 a day: the lists of a small clinic have a second page as well. */
const MAX_STEP_MINUTES = 43;
/** One statement's worth: short enough to show progress, long enough to be quick. */
const CHUNK = 20_000;
const TAG = 'v1.0.0+00000000';
const EVIDENCE = [
  {
    metric: 'complaint_risk_flag',
    turn: 1,
    t: 9,
    quote: 'мне обещали перезвонить ещё вчера по результатам анализов',
    rule: 'complaint.broken_promise',
    weight: 40,
  },
];

/** Turns of a stored talk: each word has to get into the index of words, which is most of the work of storing. */
const TURNS = 4;
/** Talks that the made-up calls share; only the number said first is one that few calls have. */
const TALKS = madeCalls(20).map(({ transcript }) => (transcript ?? []).slice(0, TURNS));

/** Calls `first`…`last`, one every `step` minutes back from now; a, b, c, d look random and are the same in every run. */
const storeChunk = async (db: DbClient, first: number, last: number, step: number): Promise<void> => {
  await db.$executeRaw`
    INSERT INTO calls (history_id, call_date, direction, await_sec, talk_duration, operator, source,
      client_phone_hash, client_phone_last4, content_hash)
    SELECT n, now() - (n * ${step}::float8 + 1) * interval '1 minute', 'inbound', n % 90, 60 + n % 300,
      'op-' || (1 + n % 40), (ARRAY['site', 'maps', 'recommendation'])[1 + n % 3],
      sha256(int8send(n % 300000)), lpad((n % 10000)::text, 4, '0'), sha256(int8send(n))
    FROM generate_series(${first}::bigint, ${last}::bigint) AS n`;
  await db.$executeRaw`
    INSERT INTO call_transcripts (history_id, turns)
    SELECT n, jsonb_build_array(jsonb_build_object('t', 0, 'speaker', 'client', 'text', 'Заказ номер ' || n % 50000))
      || (${JSON.stringify(TALKS)}::jsonb -> (n % ${TALKS.length}::int)::int)
    FROM generate_series(${first}::bigint, ${last}::bigint) AS n`;
  await db.$executeRaw`
    INSERT INTO call_scores (history_id, lm_version_tag, revision, is_current, call_date, operator, calc_profile,
      valid_dialogue, outcome, is_target, response_speed_score, talk_time_efficiency, queue_impact_index,
      conversion_score, lost_opportunity_score, cross_sell_potential, checklist_coverage_ratio,
      normalized_call_score, script_risk_index, churn_risk_level, churn_risk_score, complaint_risk_flag,
      complaint_risk_score, followup_needed_flag, followup_reason, loss_reason, conversion_prob_forecast,
      second_call_prob, complaint_prob, gates, evidence, ruled_out)
    SELECT n, ${TAG}, 1, true, call_date, operator, 'default', true,
      CASE WHEN a < 30 THEN 'record' WHEN b < 4 THEN 'complaint' ELSE 'lead_no_record' END::"Outcome", true,
      1 + a % 5, b, c, a, CASE WHEN c < 90 THEN c * 60 / 90 ELSE c END, b, c, 100 - a, b,
      CASE WHEN d > 96 THEN 'critical' WHEN d > 90 THEN 'high' ELSE 'low' END::"ChurnLevel", d,
      b < 4, CASE WHEN b < 4 THEN 60 + a * 4 / 10 ELSE a / 4 END, c < 6, NULL,
      CASE WHEN a < 30 THEN NULL ELSE (ARRAY['price', 'time', 'trust', 'unknown'])[1 + b % 4] END::"LossReason",
      a / 100.0, b / 100.0, c / 100.0, '{}', CASE WHEN b < 4 THEN ${JSON.stringify(EVIDENCE)}::jsonb ELSE '[]' END, '[]'
    FROM (
      SELECT history_id AS n, call_date, operator, abs(hashint8(history_id)) % 100 AS a,
        abs(hashint8(history_id + 7000001)) % 100 AS b, abs(hashint8(history_id + 9000001)) % 100 AS c,
        abs(hashint8(history_id + 8000001)) % 100 AS d
      FROM calls WHERE history_id BETWEEN ${first} AND ${last}
    ) AS made`;
};

/**
 * Empties the calls and stores `count` made-up scored ones, spread over the last year: about 4 % red complaints, 6 %
 * follow-ups and 10 % losses. Straight into the tables: scoring a million would take an hour.
 * @returns the clinic's days are marked, for reporting to count them
 */
export const storeCalls = async (
  db: DbClient,
  count: number,
  onDone: (calls: number) => void,
): Promise<void> => {
  await db.$executeRaw`TRUNCATE calls, call_transcripts, call_scores, daily_rollups CASCADE`;
  for (let first = 1; first <= count; first += CHUNK) {
    const last = Math.min(first + CHUNK - 1, count);
    await storeChunk(db, first, last, Math.min(YEAR_MINUTES / count, MAX_STEP_MINUTES));
    onDone(last);
  }
  await db.$executeRaw`
    INSERT INTO dirty_rollup_days (day) SELECT DISTINCT (call_date AT TIME ZONE 'Europe/Moscow')::date FROM calls
    ON CONFLICT DO NOTHING`;
  // What autovacuum does to a database that has grown at its leisure.
  await db.$executeRaw`VACUUM ANALYZE`;
};
