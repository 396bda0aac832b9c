import { CHURN_LEVEL_FROM, METRICS, type Gate } from '@perezvon/contracts';
import { Prisma, type Db, type Tx } from '@perezvon/db';

const NO_TRANSCRIPT: Gate = 'no_transcript';

/** The columns of `daily_rollups` in the order of `countScores`. */
const COLUMNS = Prisma.sql`day, operator, lm_version_tag, calls, shown_calls, without_transcript, valid_dialogues, missed, target_calls, records,
  complaint_red, complaint_yellow, followup_needed, lost_red, churn_high, cross_sell, quality_sum, quality_calls`;

/**
 * The plain count: what the roll-ups of these clinic days are by definition. Each current score counts for what is
 * shown (tag ''); it and its call's other scores count for their versions, unless they are of an older content.
 */
const countScores = (days: readonly string[], timeZone: string): Prisma.Sql => {
  const {
    complaint_risk_score: complaint,
    lost_opportunity_score: lost,
    cross_sell_potential: crossSell,
  } = METRICS;
  return Prisma.sql`
    SELECT d.day, coalesce(shown.operator, '') AS operator, counted.tag,
      count(*)::int,
      count(*) FILTER (WHERE s.is_current)::int,
      count(*) FILTER (WHERE jsonb_path_exists(
        s.gates, '$.* ? (@ == $gate)', jsonb_build_object('gate', ${NO_TRANSCRIPT}::text)))::int,
      count(*) FILTER (WHERE s.valid_dialogue)::int,
      count(*) FILTER (WHERE s.outcome = 'missed')::int,
      count(*) FILTER (WHERE s.is_target)::int,
      count(*) FILTER (WHERE s.outcome = 'record')::int,
      count(*) FILTER (WHERE s.complaint_risk_score >= ${complaint.red}::int)::int,
      count(*) FILTER (WHERE s.complaint_risk_score >= ${complaint.yellow}::int
                         AND s.complaint_risk_score < ${complaint.red}::int)::int,
      count(*) FILTER (WHERE s.followup_needed_flag)::int,
      count(*) FILTER (WHERE s.lost_opportunity_score >= ${lost.red}::int)::int,
      count(*) FILTER (WHERE s.churn_risk_score >= ${CHURN_LEVEL_FROM.high}::int)::int,
      count(*) FILTER (WHERE s.cross_sell_potential >= ${crossSell.red}::int)::int,
      coalesce(sum(s.normalized_call_score), 0)::int,
      count(s.normalized_call_score)::int
    FROM unnest(${[...days]}::date[]) AS d(day)
    JOIN call_scores shown ON shown.is_current
      AND shown.call_date >= d.day::timestamp AT TIME ZONE ${timeZone}
      AND shown.call_date < (d.day + 1)::timestamp AT TIME ZONE ${timeZone}
    JOIN call_scores s ON s.history_id = shown.history_id AND s.revision = shown.revision
    JOIN LATERAL (VALUES ('', s.is_current), (s.lm_version_tag, true)) AS counted (tag, counts) ON counted.counts
    GROUP BY d.day, coalesce(shown.operator, ''), counted.tag`;
};

/**
 * Recomputes the roll-ups of whole clinic days in one statement: rows of operators and versions that
 * have no call on the day any more go. The days must be taken (`takeDirtyDays`), so that no two processes write one day at the same time.
 * @param days as `2026-11-24`
 */
export const recomputeRollups = async (tx: Tx, days: readonly string[], timeZone: string): Promise<void> => {
  await tx.$executeRaw`
    WITH fresh (${COLUMNS}) AS (${countScores(days, timeZone)}),
    gone AS (
      DELETE FROM daily_rollups r WHERE r.day = ANY(${[...days]}::date[])
        AND NOT EXISTS (
          SELECT 1 FROM fresh f
          WHERE f.day = r.day AND f.operator = r.operator AND f.lm_version_tag = r.lm_version_tag
        )
    )
    INSERT INTO daily_rollups (${COLUMNS}, updated_at) SELECT ${COLUMNS}, now() FROM fresh
    ON CONFLICT (day, operator, lm_version_tag) DO UPDATE SET
      calls = excluded.calls, shown_calls = excluded.shown_calls, without_transcript = excluded.without_transcript,
      valid_dialogues = excluded.valid_dialogues, missed = excluded.missed, target_calls = excluded.target_calls,
      records = excluded.records, complaint_red = excluded.complaint_red,
      complaint_yellow = excluded.complaint_yellow, followup_needed = excluded.followup_needed,
      lost_red = excluded.lost_red, churn_high = excluded.churn_high, cross_sell = excluded.cross_sell,
      quality_sum = excluded.quality_sum, quality_calls = excluded.quality_calls, updated_at = excluded.updated_at`;
};

/**
 * The first and the last clinic day that has a score or a roll-up; null when there is none.
 * @returns days as `2026-11-24`
 */
export const findDayRange = async (
  db: Db,
  timeZone: string,
): Promise<{ first: string; last: string } | null> => {
  const [row] = await db.$queryRaw<{ first: string | null; last: string | null }[]>`
    SELECT least((min(call_date) AT TIME ZONE ${timeZone})::date, (SELECT min(day) FROM daily_rollups))::text AS first,
      greatest((max(call_date) AT TIME ZONE ${timeZone})::date, (SELECT max(day) FROM daily_rollups))::text AS last
    FROM call_scores`;
  return row && row.first !== null && row.last !== null ? { first: row.first, last: row.last } : null;
};

/** Marks those of the days whose stored roll-up is not the plain count. @returns how many */
export const markStaleDays = (
  tx: Tx,
  days: readonly string[],
  timeZone: string,
): Promise<number> => tx.$executeRaw`
  WITH fresh (${COLUMNS}) AS (${countScores(days, timeZone)}),
  stored AS (SELECT ${COLUMNS} FROM daily_rollups WHERE day = ANY(${[...days]}::date[]))
  INSERT INTO dirty_rollup_days (day)
  SELECT DISTINCT day FROM (
    (TABLE fresh EXCEPT TABLE stored) UNION ALL (TABLE stored EXCEPT TABLE fresh)
  ) AS differing ORDER BY day
  ON CONFLICT DO NOTHING`;
