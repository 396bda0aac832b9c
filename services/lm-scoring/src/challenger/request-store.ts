import { Prisma, type Db, type Tx } from '@perezvon/db';
import type { Failure } from './reply.js';
import { LOOKED_BACK, type FinishedRequest } from './rest.js';
import type { DailyBudget } from './sample.js';

/** What lets processes take requests out of the budget one after the other. */
const CHALLENGER_LOCK = 0x6c6d_6c6d;

/** Until the end of the transaction nobody else reserves or settles a request. */
export const lockReservations = async (tx: Tx): Promise<void> => {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${CHALLENGER_LOCK}::bigint)`;
};

/** Requests of processes that died: they were paid for, and stand in nobody's way any more. */
export const markLostRequests = async (tx: Tx, sentBefore: Date, at: Date): Promise<void> => {
  const reason: Failure = 'lost';
  await tx.lmChallengerRequest.updateMany({
    where: { state: 'sent', sentAt: { lt: sentBefore } },
    data: { state: 'failed', reason, finishedAt: at },
  });
};

/** What the clinic's day at `at` has cost so far, of any version: requests, and tokens with those under way at their most. */
export const readSpent = async (db: Db, at: Date, timezone: string): Promise<DailyBudget> => {
  const [spent] = await db.$queryRaw<{ calls: number; tokens: bigint }[]>`
    SELECT count(*)::int AS calls, COALESCE(sum(tokens), 0)::bigint AS tokens FROM lm_challenger_requests
    WHERE sent_at >= date_trunc('day', ${at}::timestamptz AT TIME ZONE ${timezone}) AT TIME ZONE ${timezone}`;
  return { calls: spent?.calls ?? 0, tokens: Number(spent?.tokens ?? 0) };
};

/** The latest finished requests of a version, the newest first. */
export const listFinishedRequests = async (db: Db, tag: string): Promise<FinishedRequest[]> => {
  const rows = await db.lmChallengerRequest.findMany({
    where: { lmVersionTag: tag, finishedAt: { not: null } },
    orderBy: [{ finishedAt: 'desc' }, { id: 'desc' }],
    take: LOOKED_BACK,
    select: { reason: true, finishedAt: true, restUntil: true },
  });
  return rows.flatMap(({ finishedAt, ...row }) => (finishedAt === null ? [] : [{ ...row, finishedAt }]));
};

export const countRequestsUnderWay = (db: Db): Promise<number> =>
  db.lmChallengerRequest.count({ where: { state: 'sent' } });

/** Whether the server of this version refused a schema lately. */
export const isSchemaRefused = async (db: Db, tag: string, since: Date): Promise<boolean> => {
  const reason: Failure = 'schema_refused';
  return (
    (await db.lmChallengerRequest.count({
      where: { lmVersionTag: tag, reason, finishedAt: { gt: since } },
    })) > 0
  );
};

export interface NewRequest {
  historyId: number;
  revision: number;
  tag: string;
  /** The most that it can cost. */
  maxTokens: number;
  at: Date;
}

/** @returns null: somebody is asking about this revision of the call right now, or has stored its score */
export const insertRequest = async (
  tx: Tx,
  { historyId, revision, tag, maxTokens, at }: NewRequest,
): Promise<number | null> => {
  const [row] = await tx.$queryRaw<{ id: number }[]>`
    INSERT INTO lm_challenger_requests (history_id, revision, lm_version_tag, tokens, sent_at)
    SELECT history_id, revision, ${tag}, ${maxTokens}, ${at} FROM calls c
    WHERE history_id = ${historyId} AND revision = ${revision} AND NOT EXISTS (
      SELECT 1 FROM call_scores s
      WHERE s.history_id = c.history_id AND s.lm_version_tag = ${tag} AND s.revision = c.revision
    )
    ON CONFLICT DO NOTHING RETURNING id`;
  return row?.id ?? null;
};

export interface Outcome {
  /** null: answered and stored. */
  reason: Failure | null;
  /** null: nobody knows; the most that it can have cost stays. */
  tokens: number | null;
  restUntil: Date | null;
  at: Date;
}

/** What became of a request. One that was taken for lost meanwhile is set right. */
export const markRequest = async (
  tx: Tx,
  requestId: number,
  { reason, tokens, restUntil, at }: Outcome,
): Promise<void> => {
  await tx.lmChallengerRequest.updateMany({
    where: { id: requestId },
    data: {
      state: reason === null ? 'answered' : 'failed',
      reason,
      restUntil,
      finishedAt: at,
      ...(tokens !== null && { tokens }),
    },
  });
};

/** How much there is to judge and what it costs, over the last days. */
export const readTraffic = async (
  db: Db,
  tag: string,
  since: Date,
): Promise<{ busiestDay: number; meanTokens: number | null }> => {
  const [days] = await db.$queryRaw<{ busiest: number | null }[]>`
    SELECT max(dialogues)::int AS busiest FROM (
      SELECT sum(valid_dialogues) AS dialogues FROM daily_rollups
      WHERE lm_version_tag = '' AND day >= ${since}::date GROUP BY day
    ) AS days`;
  const { _avg: mean } = await db.lmChallengerRequest.aggregate({
    where: { lmVersionTag: tag, state: 'answered', sentAt: { gte: since } },
    _avg: { tokens: true },
  });
  return { busiestDay: days?.busiest ?? 0, meanTokens: mean.tokens };
};

export interface CandidateQuery {
  tag: string;
  /** Calls that started before are left alone. */
  since: Date;
  /** 0–1, see `sampledShare`. */
  share: number;
  /** A longer transcript is left out. */
  maxBytes: number;
  /** A call that failed after this is left alone for now. */
  failedSince: Date;
  /** A call that failed so often is left out for good. */
  maxFaults: number;
  faults: readonly Failure[];
  limit: number;
}

/** 32 bits of a hash decide who is in the sample: the same call always, whatever is said in it. */
const HASH_RANGE = 2 ** 32;

/** Valid dialogues without a score of this version, the latest first. */
export const listCandidates = async (db: Db, query: CandidateQuery): Promise<number[]> => {
  const { tag, since, share, maxBytes, failedSince, maxFaults, faults, limit } = query;
  const ofThisCall = Prisma.sql`r.history_id = s.history_id AND r.revision = s.revision AND r.lm_version_tag = ${tag}`;
  // Transcripts are long: they are looked at in the end only, and only until there are enough.
  const rows = await db.$queryRaw<{ history_id: bigint }[]>`
    WITH waiting AS MATERIALIZED (
      SELECT s.history_id, s.call_date
      FROM call_scores s JOIN calls c USING (history_id)
      WHERE s.is_current AND s.valid_dialogue AND s.revision = c.revision AND s.call_date >= ${since}
        AND ('x' || left(md5(${tag} || ':' || s.history_id::text), 8))::bit(32)::bigint < ${share * HASH_RANGE}::float8
        AND NOT EXISTS (
          SELECT 1 FROM call_scores own
          WHERE own.history_id = s.history_id AND own.lm_version_tag = ${tag} AND own.revision = s.revision)
        AND NOT EXISTS (
          SELECT 1 FROM lm_challenger_requests r
          WHERE ${ofThisCall} AND (r.state = 'sent' OR r.finished_at > ${failedSince} AND r.reason = ANY(${[...faults]})))
        AND (
          SELECT count(*) FROM lm_challenger_requests r WHERE ${ofThisCall} AND r.reason = ANY(${[...faults]})
        ) < ${maxFaults}
    )
    SELECT history_id FROM (SELECT * FROM waiting ORDER BY call_date DESC, history_id DESC) AS latest
    WHERE (
      SELECT octet_length(t.turns::text) FROM call_transcripts t WHERE t.history_id = latest.history_id
    ) <= ${maxBytes}
    LIMIT ${limit}`;
  return rows.map(({ history_id: historyId }) => Number(historyId));
};
