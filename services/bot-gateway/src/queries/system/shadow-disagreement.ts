import { CHURN_LEVEL_FROM, METRICS } from '@perezvon/contracts';
import type { Db } from '@perezvon/db';

/** What people act on, and the dialogue that everything hangs on. */
const DISAGREEMENT_FLAGS = [
  'valid_dialogue',
  'complaint_risk_flag',
  'followup_needed_flag',
  'lost_opportunity_score',
  'churn_risk_level',
  'cross_sell_potential',
] as const;
type DisagreementFlag = (typeof DISAGREEMENT_FLAGS)[number];

/** How a version in shadow differs from the active one on the same calls. */
export interface Disagreement {
  /** Latest calls that both have scored, at most `COMPARED_CALLS`. */
  compared: number;
  /** Those of them in which a flag differs. */
  differing: number;
  /** Flags that differ: raised by the shadow only (gained), by the active only (lost). */
  flags: { flag: DisagreementFlag; gained: number; lost: number }[];
}

/** Enough for a share to the nearest percent; the cost does not grow with the calls. */
const COMPARED_CALLS = 1_000;

interface FlagRow {
  flag: DisagreementFlag;
  compared: number;
  differing: number;
  gained: number;
  lost: number;
}

/** Compares over the latest calls that a version scored and whose shown score is the active version's. */
export const shadowDisagreement = async (db: Db, tag: string): Promise<Disagreement> => {
  const rows = await db.$queryRaw<FlagRow[]>`
    WITH pairs AS (
      SELECT s.history_id, flag.name, COALESCE(flag.shadow, false) AS shadow, COALESCE(flag.active, false) AS active
      FROM (
        SELECT * FROM call_scores WHERE lm_version_tag = ${tag} AND NOT is_current
        ORDER BY call_date DESC, history_id DESC LIMIT ${COMPARED_CALLS}
      ) s
      JOIN call_scores c ON c.history_id = s.history_id AND c.is_current AND c.revision = s.revision
      JOIN lm_rulesets r ON r.tag = c.lm_version_tag AND r.state = 'active',
      LATERAL (VALUES
        ('valid_dialogue', s.valid_dialogue, c.valid_dialogue),
        ('complaint_risk_flag', s.complaint_risk_flag, c.complaint_risk_flag),
        ('followup_needed_flag', s.followup_needed_flag, c.followup_needed_flag),
        ('lost_opportunity_score', s.lost_opportunity_score >= ${METRICS.lost_opportunity_score.red}::int,
          c.lost_opportunity_score >= ${METRICS.lost_opportunity_score.red}::int),
        ('churn_risk_level', s.churn_risk_score >= ${CHURN_LEVEL_FROM.high}::int,
          c.churn_risk_score >= ${CHURN_LEVEL_FROM.high}::int),
        ('cross_sell_potential', s.cross_sell_potential >= ${METRICS.cross_sell_potential.red}::int,
          c.cross_sell_potential >= ${METRICS.cross_sell_potential.red}::int)
      ) AS flag (name, shadow, active)
    ), totals AS (
      SELECT count(DISTINCT history_id)::int AS compared,
        count(DISTINCT history_id) FILTER (WHERE shadow <> active)::int AS differing
      FROM pairs
    )
    SELECT name AS flag, compared, differing,
      count(*) FILTER (WHERE shadow AND NOT active)::int AS gained,
      count(*) FILTER (WHERE active AND NOT shadow)::int AS lost
    FROM pairs, totals GROUP BY name, compared, differing`;
  const byFlag = new Map(rows.map((row) => [row.flag, row]));
  return {
    compared: rows[0]?.compared ?? 0,
    differing: rows[0]?.differing ?? 0,
    flags: DISAGREEMENT_FLAGS.flatMap((flag) => {
      const { gained = 0, lost = 0 } = byFlag.get(flag) ?? {};
      return gained + lost === 0 ? [] : [{ flag, gained, lost }];
    }),
  };
};
