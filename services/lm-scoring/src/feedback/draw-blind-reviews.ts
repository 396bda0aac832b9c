import { withTransaction } from '@perezvon/db';
import { drawWeek } from '@perezvon/lm/feedback';
import type { MessagingDeps } from '@perezvon/messaging';
import {
  claimWeek,
  findClinicWeek,
  insertQuestion,
  isStillScored,
  listJudgedPairs,
  listReadableCalls,
  wasDrawn,
} from './week-store.js';

/** Questions a week: about half an hour of reading for one person, and thirty pairs, enough for a figure, in a month. */
export const WEEKLY_QUESTIONS = 20;

/**
 * Draws this week's questions for second readers, from the calls and judgements of the week before. Once a clinic's week,
 * whatever number of processes look and however often they are restarted: the week's mark and its questions are one
 * transaction. A week without calls, or with calls that are still being scored, is looked at again later.
 * @returns how many questions were drawn now
 */
export const drawBlindReviews = async (
  { db, now, log }: Pick<MessagingDeps, 'db' | 'now' | 'log'>,
  timezone: string,
): Promise<number> => {
  const at = now();
  const week = await findClinicWeek(db, at, timezone);
  if ((await wasDrawn(db, week)) || (await isStillScored(db, week, at))) return 0;
  const calls = await listReadableCalls(db, week);
  const judged = await listJudgedPairs(db, week);
  const questions = drawWeek({ seed: week.monday, size: WEEKLY_QUESTIONS, judged, calls });
  if (questions.length === 0) return 0;

  const drawn = await withTransaction(db, async (tx) => {
    if (!(await claimWeek(tx, week, at))) return 0;
    for (const question of questions) await insertQuestion(tx, question, { monday: week.monday, now: at });
    return questions.length;
  });
  if (drawn > 0) log.info({ week: week.monday, questions: drawn }, 'questions for second readers drawn');
  return drawn;
};
