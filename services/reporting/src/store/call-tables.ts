import { METRICS } from '@perezvon/contracts';
import { Prisma } from '@perezvon/db';
import type { RollupTable } from './rollup-table.js';
import { missedAmong, shownOn } from './shown-scores.js';

/** `loss_rollups`: what stood in the way of lost calls, by operator. */
export const lossRollups: RollupTable = {
  name: 'loss_rollups',
  key: ['operator', 'loss_reason'],
  counts: ['calls'],
  count: (day) => Prisma.sql`
    SELECT coalesce(shown.operator, ''), shown.loss_reason, count(*)::int
    FROM call_scores AS shown WHERE ${shownOn(day)} AND shown.loss_reason IS NOT NULL
    GROUP BY coalesce(shown.operator, ''), shown.loss_reason`,
};

/** `source_rollups`: what came of the calls of each source. */
export const sourceRollups: RollupTable = {
  name: 'source_rollups',
  key: ['source'],
  counts: ['calls', 'missed', 'valid_dialogues', 'target_calls', 'records', 'followup_needed', 'lost_red'],
  count: (day) => Prisma.sql`
    SELECT coalesce(calls.source, ''),
      count(*)::int,
      count(*) FILTER (WHERE ${missedAmong('shown')})::int,
      count(*) FILTER (WHERE shown.valid_dialogue)::int,
      count(*) FILTER (WHERE shown.is_target)::int,
      count(*) FILTER (WHERE shown.outcome = 'record')::int,
      count(*) FILTER (WHERE shown.followup_needed_flag)::int,
      count(*) FILTER (WHERE shown.lost_opportunity_score >= ${METRICS.lost_opportunity_score.red}::int)::int
    FROM call_scores AS shown JOIN calls ON calls.history_id = shown.history_id
    WHERE ${shownOn(day)}
    GROUP BY coalesce(calls.source, '')`,
};
