import type { MetricName } from '@perezvon/contracts';
import { Prisma, type Db } from '@perezvon/db';
import {
  CALL_LIST,
  CALL_LISTS,
  CHURN_GROUP,
  inPeriod,
  readEvidence,
  strongestOf,
  type CallGroup,
  type Period,
} from '@perezvon/db/calls';
import { FRESH_MS, urgencyOf } from '../../domain/urgency.js';
import type { PersonName } from '../../people/person.js';
import type { CallOwner } from './find-call-owners.js';
import { PERSON_NAME } from '../people/person-name.js';

/** As many as one sits down for between two other things. */
const TOP_CALLS = 5;
/** Twice the five from each look: a call that is second in several lists can be first in all. */
const SHORTLIST = 2 * TOP_CALLS;

/** One of the calls to hear first. */
export interface TopCall {
  historyId: number;
  callDate: Date;
  /** null: nobody answered, or not known. */
  operator: string | null;
  complaintRisk: number | null;
  churnRisk: number | null;
  lostOpportunity: number | null;
  needsCallback: boolean;
  /** Which of the client's own calls within a month a complaint is; null: it is none, or that is not known. */
  clientCallNumber: number | null;
  /** The words that count most; null: from duration and wait alone. */
  quote: string | null;
  /** null: it was never given to anybody. */
  owner: CallOwner | null;
  /** Who has listened to it, the first first. Of the five: since they were chosen, nobody had before. */
  listeners: readonly (PersonName & { userId: number })[];
}

interface TopQuery {
  period: Pick<Period, 'since' | 'until'>;
  /** When the five are chosen: later marks, assignments and calls change nothing, so that a review keeps its places. */
  at: Date;
}

// `OFFSET 0` keeps these two from becoming joins: each is looked up for the few rows that the index hands out in its
// order, instead of reading all marks or assignments first; and planning it takes a fifth of the time.

/** Calls (`call_scores AS s`) that nobody had listened to at `at`. */
const unheardAt = (at: Date): Prisma.Sql => Prisma.sql`NOT EXISTS (
  SELECT 1 FROM call_marks AS m
  WHERE m.history_id = s.history_id AND m.kind = 'listened' AND m.created_at <= ${at} OFFSET 0)`;

/** Calls (`call_scores AS s`) that had been given to somebody by `at`, whatever came of it. */
const ownedAt = (at: Date): Prisma.Sql => Prisma.sql`EXISTS (
  SELECT 1 FROM assignments AS a
  WHERE a.history_id = s.history_id AND a.created_at <= ${at} OFFSET 0)`;

/** The worst of one group in one look, from its `…_worst` index. */
const shortlist = ({ condition, rank }: CallGroup, look: Prisma.Sql, at: Date): Prisma.Sql => Prisma.sql`
  (SELECT s.history_id FROM call_scores AS s
  WHERE ${condition} AND ${look} AND ${unheardAt(at)}
  ORDER BY ${rank} DESC, s.call_date DESC, s.history_id DESC LIMIT ${SHORTLIST})`;

/**
 * The statement that reads who could be among the five; a test looks at its plan. Each group is looked at three times:
 * everything, what nobody has, and what is fresh and nobody has. Otherwise the worst of last week, or those that are
 * given already, could hide what has to be heard today. At most 4 × 3 × `SHORTLIST` calls, however many there are.
 */
export const candidatesQuery = ({ period, at }: TopQuery): Prisma.Sql => {
  const until = new Date(Math.min(period.until.getTime(), at.getTime() + 1));
  const all = inPeriod({ since: period.since, until });
  const fresh = new Date(Math.max(period.since.getTime(), at.getTime() - FRESH_MS));
  const unowned = Prisma.sql`NOT ${ownedAt(at)}`;
  const looks = [
    all,
    Prisma.sql`${all} AND ${unowned}`,
    Prisma.sql`${inPeriod({ since: fresh, until })} AND ${unowned}`,
  ];
  const groups = [...CALL_LISTS.map((list) => CALL_LIST[list]), CHURN_GROUP];
  return Prisma.sql`
    WITH candidates AS (${Prisma.join(
      groups.flatMap((group) => looks.map((look) => shortlist(group, look, at))),
      ' UNION ',
    )})
    SELECT s.history_id AS "historyId", s.call_date AS "callDate",
      s.complaint_risk_score::int AS "complaintRisk", s.churn_risk_score::int AS "churnRisk",
      s.lost_opportunity_score::int AS "lostOpportunity",
      coalesce(s.followup_needed_flag, false) AS "needsCallback",
      s.client_call_number::int AS "clientCallNumber", ${ownedAt(at)} AS "isOwned"
    FROM candidates
      JOIN call_scores AS s ON s.history_id = candidates.history_id AND s.is_current
      JOIN calls AS c ON c.history_id = candidates.history_id AND c.created_at <= ${at}`;
};

interface CandidateRow {
  historyId: bigint;
  callDate: Date;
  complaintRisk: number | null;
  churnRisk: number | null;
  lostOpportunity: number | null;
  needsCallback: boolean;
  clientCallNumber: number | null;
  isOwned: boolean;
}

/** The most urgent first; of equals the later call, then the greater id, so that the order is always the same. */
const chooseTop = (candidates: readonly CandidateRow[], at: Date): bigint[] =>
  candidates
    .map((call) => ({
      ...call,
      urgency: urgencyOf({ ...call, waitedMs: Math.max(0, at.getTime() - call.callDate.getTime()) }),
    }))
    .toSorted(
      (a, b) =>
        b.urgency - a.urgency ||
        b.callDate.getTime() - a.callDate.getTime() ||
        Number(b.historyId - a.historyId),
    )
    .slice(0, TOP_CALLS)
    .map(({ historyId }) => historyId);

const NAME = { select: PERSON_NAME } as const;

const DETAILS = {
  historyId: true,
  callDate: true,
  operator: true,
  complaintRiskScore: true,
  churnRiskScore: true,
  lostOpportunityScore: true,
  followupNeededFlag: true,
  clientCallNumber: true,
  evidence: true,
  call: {
    select: {
      marks: {
        where: { kind: 'listened' },
        orderBy: [{ createdAt: 'asc' }, { userId: 'asc' }],
        select: { userId: true, user: NAME },
      },
      assignments: {
        orderBy: [{ closedAt: { sort: 'desc', nulls: 'first' } }, { dueAt: 'asc' }, { id: 'asc' }],
        take: 1,
        select: { state: true, owner: NAME },
      },
    },
  },
} as const satisfies Prisma.CallScoreSelect;

/** A client who is hurt is quoted before a chance that was missed. */
const RISK_WORDS = [
  'complaint_risk_flag',
  'complaint_risk_score',
  'churn_risk_score',
  'churn_risk_level',
] as const satisfies readonly MetricName[];
const VALUE_WORDS = [
  'lost_opportunity_score',
  'followup_needed_flag',
] as const satisfies readonly MetricName[];

const quoteOf = (stored: unknown): string | null => {
  const evidence = readEvidence(stored);
  return (strongestOf(evidence, RISK_WORDS) ?? strongestOf(evidence, VALUE_WORDS))?.quote ?? null;
};

/** What the screens say of these calls, in their order; one that was erased, or is not scored, is left out. */
export const listCallDetails = async (db: Db, historyIds: readonly bigint[]): Promise<TopCall[]> => {
  const rows = await db.callScore.findMany({
    where: { historyId: { in: [...historyIds] }, isCurrent: true },
    select: DETAILS,
  });
  return rows
    .toSorted((a, b) => historyIds.indexOf(a.historyId) - historyIds.indexOf(b.historyId))
    .map(
      ({
        call: {
          marks,
          assignments: [given],
        },
        ...row
      }) => ({
        historyId: Number(row.historyId),
        callDate: row.callDate,
        operator: row.operator,
        complaintRisk: row.complaintRiskScore,
        churnRisk: row.churnRiskScore,
        lostOpportunity: row.lostOpportunityScore,
        needsCallback: row.followupNeededFlag === true,
        clientCallNumber: row.clientCallNumber,
        quote: quoteOf(row.evidence),
        owner: given ? { ...given.owner, state: given.state } : null,
        listeners: marks.map(({ userId, user }) => ({ userId, ...user })),
      }),
    );
};

/**
 * The five calls of a period that somebody should hear first, chosen as of `at`, the most urgent first. Asked again
 * with the same `at` they are the same five: those listened to since then are among them, with who did.
 * @returns fewer when there are not five that nobody had listened to
 */
export const listTopCalls = async (db: Db, query: TopQuery): Promise<TopCall[]> => {
  const candidates = await db.$queryRaw<CandidateRow[]>(candidatesQuery(query));
  return listCallDetails(db, chooseTop(candidates, query.at));
};
