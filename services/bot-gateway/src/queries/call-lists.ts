import { METRICS, type MetricName } from '@perezvon/contracts';
import { Prisma } from '@perezvon/db';

/** The lists of calls that need somebody, in the order of their urgency. */
export const CALL_LISTS = ['complaint', 'followup', 'lost'] as const;
export type CallList = (typeof CALL_LISTS)[number];

interface ListDefinition {
  /** Which current scores (`call_scores AS s`) belong here; literal, so that PostgreSQL sees that the list's partial index serves it. */
  condition: Prisma.Sql;
  /** Worst first by this column. */
  score: Prisma.Sql;
  /** The metrics whose evidence says why a call is here. */
  metrics: readonly MetricName[];
}

const { red: LOST_RED, yellow: LOST_YELLOW } = METRICS.lost_opportunity_score;

export const CALL_LIST: Record<CallList, ListDefinition> = {
  complaint: {
    condition: Prisma.sql`s.is_current AND s.complaint_risk_flag`,
    score: Prisma.sql`complaint_risk_score`,
    metrics: ['complaint_risk_flag', 'complaint_risk_score'],
  },
  followup: {
    condition: Prisma.sql`s.is_current AND s.followup_needed_flag`,
    score: Prisma.sql`lost_opportunity_score`,
    metrics: ['followup_needed_flag'],
  },
  lost: {
    // The index begins at yellow (lists of near ones may come); the list itself at red.
    condition: Prisma.sql`s.is_current AND s.lost_opportunity_score >= ${Prisma.raw(String(LOST_YELLOW))}
      AND s.lost_opportunity_score >= ${Prisma.raw(String(LOST_RED))}`,
    score: Prisma.sql`lost_opportunity_score`,
    metrics: ['lost_opportunity_score'],
  },
};

/** Calls (`call_scores AS s`) whose start lies in a period. */
export const inPeriod = ({ since, until }: { since: Date; until: Date }): Prisma.Sql =>
  Prisma.sql`s.call_date >= ${since} AND s.call_date < ${until}`;

/** Calls (`call_scores AS s`) that nobody has to act on yet. */
export const WITHOUT_OWNER = Prisma.sql`NOT EXISTS (
  SELECT 1 FROM assignments AS a
  WHERE a.history_id = s.history_id AND a.state IN ('open', 'accepted', 'in_progress'))`;
