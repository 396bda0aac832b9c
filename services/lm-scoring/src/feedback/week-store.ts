import { isRaised, JUDGED_METRICS, verdictSays, type JudgedMetric } from '@perezvon/contracts';
import type { Db, Tx } from '@perezvon/db';
import type { DrawnQuestion, JudgedPair } from '@perezvon/lm/feedback';
import { findJudgedScore } from '../store/feedback.js';

/** A clinic's week and the calls it asks about: those of the week before. */
export interface ClinicWeek {
  /** Monday, `2026-11-23`. */
  monday: string;
  /** UTC: [since, until) is the week before. */
  since: Date;
  until: Date;
}

export const findClinicWeek = async (db: Db, now: Date, timezone: string): Promise<ClinicWeek> => {
  const [week] = await db.$queryRaw<ClinicWeek[]>`
    SELECT to_char(start, 'YYYY-MM-DD') AS monday, (start - interval '7 days') AT TIME ZONE ${timezone} AS since,
      start AT TIME ZONE ${timezone} AS until
    FROM (SELECT date_trunc('week', ${now}::timestamptz AT TIME ZONE ${timezone}) AS start) AS this_week`;
  if (week === undefined) throw new Error('the database knows no week');
  return week;
};

const WEEK_KEY = 'lm.blind_week';

/** Whether this week, or a later one, has its questions. */
export const wasDrawn = async (db: Db, { monday }: ClinicWeek): Promise<boolean> => {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT FROM settings WHERE key = ${WEEK_KEY} AND value->>'week' >= ${monday}`;
  return rows.length > 0;
};

/**
 * Takes a week for this transaction: of several processes one draws it, the others wait for its end and come too late.
 * @returns false when it is drawn already
 */
export const claimWeek = async (tx: Tx, { monday }: ClinicWeek, now: Date): Promise<boolean> => {
  const claimed = await tx.$executeRaw`
    INSERT INTO settings (key, value, updated_at)
    VALUES (${WEEK_KEY}, jsonb_build_object('week', ${monday}::text), ${now})
    ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value, updated_at = EXCLUDED.updated_at
    WHERE settings.value->>'week' < EXCLUDED.value->>'week'`;
  return claimed > 0;
};

/** A call that came in this lately is still on its way to its score. */
const SETTLED_AFTER_MIN = 60;

/** Whether calls of the week are still being scored: a sample now would leave them out. */
export const isStillScored = async (db: Db, { since, until }: ClinicWeek, now: Date): Promise<boolean> => {
  const [row] = await db.$queryRaw<{ waiting: boolean }[]>`
    SELECT EXISTS (
      SELECT 1 FROM calls c
      WHERE c.call_date >= ${since} AND c.call_date < ${until}
        AND c.created_at > ${now}::timestamptz - ${SETTLED_AFTER_MIN} * interval '1 minute'
        AND NOT EXISTS (SELECT 1 FROM call_scores s WHERE s.history_id = c.history_id AND s.is_current)
    ) AS waiting`;
  return row?.waiting ?? false;
};

/** Calls of the week that a second reader can read: a talk, with its words. */
export const listReadableCalls = async (db: Db, { since, until }: ClinicWeek): Promise<number[]> => {
  const rows = await db.$queryRaw<{ history_id: bigint }[]>`
    SELECT s.history_id FROM call_scores s JOIN call_transcripts USING (history_id)
    WHERE s.is_current AND s.valid_dialogue AND s.call_date >= ${since} AND s.call_date < ${until}`;
  return rows.map((row) => Number(row.history_id));
};

/** What was judged within the week and can be read, except what a second reader was asked before. */
export const listJudgedPairs = async (db: Db, { since, until }: ClinicWeek): Promise<JudgedPair[]> => {
  const rows = await db.$queryRaw<{ history_id: bigint; metric: JudgedMetric }[]>`
    SELECT DISTINCT f.history_id, f.metric
    FROM score_feedback f JOIN call_transcripts USING (history_id)
    JOIN call_scores s ON s.history_id = f.history_id AND s.is_current
    WHERE f.created_at >= ${since} AND f.created_at < ${until} AND f.metric = ANY(${[...JUDGED_METRICS]}::text[])
      AND NOT EXISTS (
        SELECT 1 FROM blind_reviews b WHERE b.history_id = f.history_id AND b.asked_metric = f.metric)`;
  return rows.map(({ history_id, metric }) => ({ historyId: Number(history_id), metric }));
};

interface FirstWord {
  userId: number;
  says: boolean;
}

const findFirstWord = async (tx: Tx, { historyId, metric }: JudgedPair): Promise<FirstWord | null> => {
  const first = await tx.scoreFeedback.findFirst({
    where: { historyId, metric },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { userId: true, verdict: true },
  });
  return first && { userId: first.userId, says: verdictSays(first.verdict) };
};

/** Stores a question with what the score and the first person say at this moment. */
export const insertQuestion = async (
  tx: Tx,
  { historyId, metric, drawnAs }: DrawnQuestion,
  { monday, now }: { monday: string; now: Date },
): Promise<void> => {
  const first = await findFirstWord(tx, { historyId, metric });
  const score = await findJudgedScore(tx, historyId);
  await tx.blindReview.create({
    data: {
      week: new Date(monday),
      historyId,
      askedMetric: metric,
      drawnAs,
      wasRaised: score !== null && isRaised(score, metric) === true,
      firstUserId: first?.userId ?? null,
      firstAnswer: first?.says ?? null,
      skippedByIds: [],
      createdAt: now,
    },
  });
};
