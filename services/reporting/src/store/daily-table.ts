import { CHURN_LEVEL_FROM, METRICS } from '@perezvon/contracts';
import { Prisma } from '@perezvon/db';
import { unreadAmong } from '@perezvon/db/calls';
import type { RollupTable } from './rollup-table.js';
import { missedAmong, shownOn } from './shown-scores.js';

/**
 * The plain count: what the roll-ups of a clinic day are by definition. Each current score counts for what is
 * shown (tag ''); it and its call's other scores count for their versions, unless they are of an older content.
 */
const countScores: RollupTable['count'] = (day) => {
  const {
    complaint_risk_score: complaint,
    lost_opportunity_score: lost,
    cross_sell_potential: crossSell,
  } = METRICS;
  return Prisma.sql`
    SELECT coalesce(shown.operator, ''), counted.tag,
      count(*)::int,
      count(*) FILTER (WHERE s.is_current)::int,
      count(*) FILTER (WHERE ${unreadAmong('s')})::int,
      count(*) FILTER (WHERE s.valid_dialogue)::int,
      count(*) FILTER (WHERE ${missedAmong('s')})::int,
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
    FROM call_scores AS shown
    JOIN call_scores s ON s.history_id = shown.history_id AND s.revision = shown.revision
    JOIN calls ON calls.history_id = shown.history_id
    JOIN LATERAL (VALUES ('', s.is_current), (s.lm_version_tag, true)) AS counted (tag, counts) ON counted.counts
    WHERE ${shownOn(day)}
    GROUP BY coalesce(shown.operator, ''), counted.tag`;
};

/** `daily_rollups`: what happened on a day, by operator and version of the rules. */
export const dailyRollups: RollupTable = {
  name: 'daily_rollups',
  key: ['operator', 'lm_version_tag'],
  counts: [
    'calls',
    'shown_calls',
    'without_transcript',
    'valid_dialogues',
    'missed',
    'target_calls',
    'records',
    'complaint_red',
    'complaint_yellow',
    'followup_needed',
    'lost_red',
    'churn_high',
    'cross_sell',
    'quality_sum',
    'quality_calls',
  ],
  stamp: 'updated_at',
  count: countScores,
};
