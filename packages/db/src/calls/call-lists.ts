import { METRICS, type MetricName } from '@perezvon/contracts';
import { Prisma } from '../generated/client.js';

/** The lists of calls that need somebody, in the order of their urgency. */
export const CALL_LISTS = ['complaint', 'followup', 'lost'] as const;
export type CallList = (typeof CALL_LISTS)[number];

/** What a list can be ordered by: the worst first, or the latest first. */
export const LIST_ORDERS = ['worst', 'latest'] as const;
export type ListOrder = (typeof LIST_ORDERS)[number];

/** The place of a call whose score is not known: behind every other. */
const UNKNOWN_SCORE = -1;

/** What the complaint of a client who calls again is ranked higher by: more than any score. */
const RETURNING_RANK = 101;

/** The rank of any call in any list lies between these. */
export const RANKS = { lowest: UNKNOWN_SCORE, highest: RETURNING_RANK + 100 } as const;

/** Calls that share a danger. */
export interface CallGroup {
  /** Which current scores (`call_scores AS s`) belong here; literal, so that PostgreSQL sees that the group's partial indexes serve it. */
  condition: Prisma.Sql;
  /** The score; null where it cannot be known. */
  score: Prisma.Sql;
  /** Worst first by this: the score, `UNKNOWN_SCORE` for null; see `RANKS`. Literal, as the index has it. */
  rank: Prisma.Sql;
}

interface ListDefinition extends CallGroup {
  /** The metrics whose evidence says why a call is here. */
  metrics: readonly MetricName[];
}

const scoreColumn = (column: string): Pick<CallGroup, 'score' | 'rank'> => ({
  score: Prisma.raw(`s.${column}`),
  rank: Prisma.raw(`coalesce(s.${column}, ${UNKNOWN_SCORE})`),
});

/** A client who has to call again about what hurt him comes before everybody who called once. */
const RETURNING_FIRST: Pick<CallGroup, 'score' | 'rank'> = {
  score: Prisma.raw('s.complaint_risk_score'),
  rank: Prisma.raw(
    `(coalesce(s.complaint_risk_score, ${UNKNOWN_SCORE}) + CASE WHEN s.client_call_number > 1 THEN ${RETURNING_RANK} ELSE 0 END)`,
  ),
};

const { red: LOST_RED } = METRICS.lost_opportunity_score;
const { red: CHURN_RED } = METRICS.churn_risk_score;

export const CALL_LIST: Record<CallList, ListDefinition> = {
  complaint: {
    condition: Prisma.sql`s.is_current AND s.complaint_risk_flag`,
    ...RETURNING_FIRST,
    metrics: ['complaint_risk_flag', 'complaint_risk_score'],
  },
  followup: {
    condition: Prisma.sql`s.is_current AND s.followup_needed_flag`,
    ...scoreColumn('lost_opportunity_score'),
    metrics: ['followup_needed_flag'],
  },
  lost: {
    condition: Prisma.sql`s.is_current AND s.lost_opportunity_score >= ${Prisma.raw(String(LOST_RED))}`,
    ...scoreColumn('lost_opportunity_score'),
    metrics: ['lost_opportunity_score'],
  },
};

/** Clients who are likely to leave; no list of its own, but a reason to listen. */
export const CHURN_GROUP: CallGroup = {
  condition: Prisma.sql`s.is_current AND s.churn_risk_score >= ${Prisma.raw(String(CHURN_RED))}`,
  ...scoreColumn('churn_risk_score'),
};

/** Calls (`call_scores AS s`) whose start lies in a period. */
export const inPeriod = ({ since, until }: { since: Date; until: Date }): Prisma.Sql =>
  Prisma.sql`s.call_date >= ${since} AND s.call_date < ${until}`;

/**
 * Calls (`call_scores AS s`) that were never given to anybody: of what was given somebody is in charge, or it has come to
 * its end, be it done, failed with a reason or dropped on purpose.
 */
const WITHOUT_OWNER = Prisma.sql`NOT EXISTS (
  SELECT 1 FROM assignments AS a WHERE a.history_id = s.history_id)`;

/** Calls (`call_scores AS s`) that nobody has touched: never given to anybody, and not listened to by anybody. */
const UNTOUCHED = Prisma.sql`${WITHOUT_OWNER}
  AND NOT EXISTS (SELECT 1 FROM call_marks AS m WHERE m.history_id = s.history_id AND m.kind = 'listened')`;

/** What a person asks of a list; filters narrow each other. */
export interface ListFilter {
  list: CallList;
  period: { since: Date; until: Date };
  /** «Только без ответственного»: never given to anybody. */
  withoutOwner: boolean;
  /** «Новые»: never given to anybody, and nobody has listened to it either. All of these are without an owner. */
  untouched: boolean;
  /** «Оператор»; null: of everybody. Its code null: the calls that nobody answered. */
  operator: { code: string | null } | null;
}

/** Which calls (`call_scores AS s`) a person asks for: the list's rows and its counts have the same condition. */
export const matching = ({ list, period, withoutOwner, untouched, operator }: ListFilter): Prisma.Sql =>
  Prisma.join(
    [
      CALL_LIST[list].condition,
      inPeriod(period),
      ...(withoutOwner && !untouched ? [WITHOUT_OWNER] : []),
      ...(untouched ? [UNTOUCHED] : []),
      ...(operator === null ? [] : [Prisma.sql`s.operator IS NOT DISTINCT FROM ${operator.code}`]),
    ],
    ' AND ',
  );
