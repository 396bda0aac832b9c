import { JUDGED_METRICS, type JudgedMetric } from '@perezvon/contracts';
import { Prisma } from './generated/client.js';
import type { Db } from './client.js';

/** What one person says of one metric of one call; meanings: `Vote` of `@perezvon/lm/feedback`. */
export interface FeedbackVote {
  historyId: number;
  metric: JudgedMetric;
  userId: number;
  says: boolean;
  wasRaised: boolean;
  rules: string[];
  at: Date;
  /** A second reader of the half that was drawn from all calls: nobody chose this call. */
  isRandom: boolean;
  /** The outcome of a dispute, which settles what others said. */
  isDecision: boolean;
}

interface VotesAsked {
  /** Said at or after this moment; null: everything. */
  since: Date | null;
  /** Only what was said of this version's scores; null: of any. A blind reader judges no version: left out then. */
  lmVersionTag: string | null;
  /** Only of these calls; left out: of all. */
  historyIds?: readonly number[];
}

const ofCalls = ({ historyIds }: VotesAsked): Prisma.Sql =>
  historyIds === undefined ? Prisma.sql`true` : Prisma.sql`history_id = ANY(${[...historyIds]}::bigint[])`;

const openVotes = (asked: VotesAsked): Prisma.Sql => {
  const { since, lmVersionTag } = asked;
  return Prisma.sql`
  SELECT history_id, metric, user_id, verdict <> 'false_alarm' AS says, verdict <> 'missed' AS was_raised, rules,
    updated_at AS at, false AS is_random, false AS is_decision
  FROM score_feedback
  WHERE (${since}::timestamptz IS NULL OR updated_at >= ${since}::timestamptz)
    AND (${lmVersionTag}::text IS NULL OR lm_version_tag = ${lmVersionTag}::text) AND ${ofCalls(asked)}`;
};

const blindVotes = (asked: VotesAsked): Prisma.Sql => {
  const { since, lmVersionTag } = asked;
  return Prisma.sql`
  SELECT history_id, asked_metric, answered_by_id, answer, was_raised, '{}'::text[], answered_at, drawn_as = 'random', false
  FROM blind_reviews
  WHERE answer IS NOT NULL AND answered_by_id IS NOT NULL AND ${lmVersionTag}::text IS NULL
    AND (${since}::timestamptz IS NULL OR answered_at >= ${since}::timestamptz) AND ${ofCalls(asked)}`;
};

const disputeDecisions = (asked: VotesAsked): Prisma.Sql => {
  const { since, lmVersionTag } = asked;
  return Prisma.sql`
  SELECT history_id, metric, decided_by_id, state = 'rejected', true, rules, decided_at, false, true
  FROM score_disputes
  WHERE state <> 'open' AND (${since}::timestamptz IS NULL OR decided_at >= ${since}::timestamptz)
    AND (${lmVersionTag}::text IS NULL OR lm_version_tag = ${lmVersionTag}::text) AND ${ofCalls(asked)}`;
};

/**
 * Everything that people said of calls, openly, as blind readers and as judges of a dispute: a row a person, call and
 * metric of each kind.
 */
export const listFeedbackVotes = async (db: Db, asked: VotesAsked): Promise<FeedbackVote[]> => {
  const rows = await db.$queryRaw<
    {
      history_id: bigint;
      metric: JudgedMetric;
      user_id: number;
      says: boolean;
      was_raised: boolean;
      rules: string[];
      at: Date;
      is_random: boolean;
      is_decision: boolean;
    }[]
  >`
    SELECT * FROM (
      ${openVotes(asked)} UNION ALL ${blindVotes(asked)} UNION ALL ${disputeDecisions(asked)}
    ) votes
    WHERE metric = ANY(${[...JUDGED_METRICS]}::text[])
    ORDER BY history_id, metric, at`;
  return rows.map(({ history_id, user_id, was_raised, is_random, is_decision, ...vote }) => ({
    ...vote,
    historyId: Number(history_id),
    userId: user_id,
    wasRaised: was_raised,
    isRandom: is_random,
    isDecision: is_decision,
  }));
};
