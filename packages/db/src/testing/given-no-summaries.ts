import type { DbClient } from '../index.js';

/** Longer than any test, also one that runs over midnight. */
const DAY_MS = 24 * 3_600_000;

/**
 * No morning digest comes to those who are there, whatever the hour: a time of day before somebody chose his settings, or
 * got his role, is not made up for. For tests on the real clock, which may run over 08:00.
 */
export const givenNoSummaries = async (db: DbClient): Promise<void> => {
  await db.user.updateMany({ data: { updatedAt: new Date(Date.now() + DAY_MS) } });
};
