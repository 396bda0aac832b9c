import type { Db } from '@perezvon/db';
import { matching, periodEnding, type CallList } from '@perezvon/db/calls';
import { NOW } from './open-bench.js';

/** How many calls the list of the bot counts: the same condition as its screen's. */
export const countListedCalls = async (db: Db, list: CallList, days: 7 | 14 | 30): Promise<number> => {
  const period = periodEnding(new Date(NOW), days, 'Europe/Moscow');
  const filter = { list, period, withoutOwner: false, untouched: false, operator: null };
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM call_scores AS s WHERE ${matching(filter)}`;
  return row?.count ?? 0;
};
