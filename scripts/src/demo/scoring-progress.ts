import { setTimeout as pause } from 'node:timers/promises';
import type { Db } from '@perezvon/db';
import { DEMO_SOURCES } from './sources.js';

const POLL_EVERY_MS = 250;
/** Scoring that did not get further for so long has stopped: the screens fill later, the start goes on. */
const STANDSTILL_MS = 20_000;

/** Calls of the demo whose current revision has no current score yet. */
const countUnscored = async (db: Db): Promise<number> => {
  const rows = await db.$queryRaw<{ unscored: number }[]>`
    SELECT count(*)::int AS unscored FROM calls
    WHERE source = ANY(${[...DEMO_SOURCES]}) AND NOT EXISTS (
      SELECT 1 FROM call_scores
      WHERE call_scores.history_id = calls.history_id AND is_current AND call_scores.revision = calls.revision
    )`;
  return rows[0]?.unscored ?? 0;
};

/**
 * Waits until every demo call has its score.
 * @param onProgress calls left
 * @returns calls left: 0, or more when the scoring stands still
 * @throws the signal's reason when it is aborted
 */
export const waitForScores = async (
  db: Db,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (left: number) => void },
): Promise<number> => {
  let left = await countUnscored(db);
  let movedAt = Date.now();
  while (left > 0 && Date.now() - movedAt < STANDSTILL_MS) {
    onProgress(left);
    await pause(POLL_EVERY_MS, undefined, { signal });
    const now = await countUnscored(db);
    if (now < left) movedAt = Date.now();
    left = now;
  }
  return left;
};
