import { JudgedMetric, Turn, type Direction } from '@perezvon/contracts';
import type { Db } from '@perezvon/db';
import { z } from 'zod';
import { daysBefore } from '../../domain/durations.js';

/** A question for a second reader: nothing here tells the score or what others said. */
export interface BlindQuestion {
  reviewId: number;
  metric: JudgedMetric;
  callDate: Date;
  direction: Direction;
  operator: string | null;
  /** Seconds; null: not known. */
  awaitSec: number | null;
  talkDuration: number | null;
  turns: readonly Turn[];
}

interface Reader {
  id: number;
  operatorCode: string | null;
}

/** Older questions are no longer asked: two weeks' samples are enough to be behind with. */
const OPEN_WEEKS = 2;
const DAYS_A_WEEK = 7;

/** Ids of the open questions that this person may answer, in an order of his own: two readers begin with different calls. */
const listOpenIds = async (db: Db, { id, operatorCode }: Reader, now: Date): Promise<number[]> => {
  const since = daysBefore(now, OPEN_WEEKS * DAYS_A_WEEK);
  const rows = await db.$queryRaw<{ id: number }[]>`
    SELECT b.id FROM blind_reviews b JOIN calls c USING (history_id) JOIN call_transcripts USING (history_id)
    WHERE b.answered_at IS NULL AND b.week >= ${since}::date
      AND b.first_user_id IS DISTINCT FROM ${id} AND NOT (${id} = ANY(COALESCE(b.skipped_by_ids, '{}')))
      AND (${operatorCode}::text IS NULL OR c.operator IS DISTINCT FROM ${operatorCode}::text)
      AND NOT EXISTS (
        SELECT 1 FROM score_feedback f
        WHERE f.history_id = b.history_id AND f.metric = b.asked_metric AND f.user_id = ${id})
      AND NOT EXISTS (
        SELECT 1 FROM score_disputes d
        WHERE d.history_id = b.history_id AND d.metric = b.asked_metric AND d.decided_by_id = ${id})
    ORDER BY md5(b.id || ' ' || ${id}::int)`;
  return rows.map((row) => row.id);
};

/** How many questions wait for this person. */
export const countBlindReviews = async (db: Db, reader: Reader, now: Date): Promise<number> =>
  (await listOpenIds(db, reader, now)).length;

const readQuestion = async (db: Db, reviewId: number): Promise<BlindQuestion | null> => {
  const review = await db.blindReview.findUnique({
    where: { id: reviewId },
    select: {
      askedMetric: true,
      call: {
        select: {
          callDate: true,
          direction: true,
          operator: true,
          awaitSec: true,
          talkDuration: true,
          transcript: { select: { turns: true } },
        },
      },
    },
  });
  if (!review) return null;
  const { transcript, ...call } = review.call;
  return {
    reviewId,
    metric: JudgedMetric.parse(review.askedMetric),
    ...call,
    turns: z.array(Turn).parse(transcript?.turns ?? []),
  };
};

/** `question` null: the one asked for is no longer open, or there are none. */
export interface BlindWork {
  left: number;
  question: BlindQuestion | null;
}

/** The question asked for, or the next one for this person, with how many are left. */
export const findBlindWork = async (
  db: Db,
  reader: Reader,
  { reviewId, now }: { reviewId: number | undefined; now: Date },
): Promise<BlindWork> => {
  const ids = await listOpenIds(db, reader, now);
  const chosen = reviewId === undefined ? ids[0] : ids.find((id) => id === reviewId);
  return { left: ids.length, question: chosen === undefined ? null : await readQuestion(db, chosen) };
};
