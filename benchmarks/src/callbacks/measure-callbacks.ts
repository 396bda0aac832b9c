import { createDb } from '@perezvon/db';
import type { BenchDatabase } from '../servers.js';
import { judge, type Score } from './judge.js';
import { madeMonth } from './made-month.js';
import { runMonth } from './run-month.js';

/** How a made month of callbacks was matched. */
export interface CallbackMatching {
  calls: number;
  /** Calls that may have been a call-back, and were looked at. */
  looked: number;
  /** Seconds that looking took, one after the other. */
  seconds: number;
  /** `all`, and every story by its name. */
  scores: ReadonlyMap<string, Score>;
}

/** Lets a month of calls happen and compares what is said to be proven with what is true. */
export const measureCallbacks = async (
  database: BenchDatabase,
  calls: number,
  onDone: (calls: number) => void,
): Promise<CallbackMatching> => {
  const db = createDb({ url: database.url });
  try {
    const month = madeMonth(calls);
    const { proven, looked, seconds } = await runMonth(db, month, onDone);
    return { calls, looked, seconds, scores: judge(month, proven) };
  } finally {
    await db.$disconnect();
  }
};
