import type { Db } from '../client.js';
import { inWindow, type DayWindow } from './day-window.js';

/** What came of the calls of one source. */
export interface SourceNumbers {
  /** As the calls name it; null: they name none. */
  source: string | null;
  calls: number;
  missed: number;
  validDialogues: number;
  targetCalls: number;
  records: number;
  followupNeeded: number;
  lostRed: number;
}

const SUMMED = {
  calls: true,
  missed: true,
  validDialogues: true,
  targetCalls: true,
  records: true,
  followupNeeded: true,
  lostRed: true,
} as const satisfies Record<Exclude<keyof SourceNumbers, 'source'>, true>;

type Sums = { [Name in keyof typeof SUMMED]: number | null };

/** `source` of the roll-ups for calls that name none. */
const UNNAMED = '';

const numbersOf = (source: string, sums: Sums): SourceNumbers => ({
  source: source === UNNAMED ? null : source,
  calls: sums.calls ?? 0,
  missed: sums.missed ?? 0,
  validDialogues: sums.validDialogues ?? 0,
  targetCalls: sums.targetCalls ?? 0,
  records: sums.records ?? 0,
  followupNeeded: sums.followupNeeded ?? 0,
  lostRed: sums.lostRed ?? 0,
});

/** The sources that calls of a window came from, the one with most target calls first. */
export const listSources = async (db: Db, window: DayWindow): Promise<SourceNumbers[]> => {
  const rows = await db.sourceRollup.groupBy({
    by: ['source'],
    where: inWindow(window),
    orderBy: { source: 'asc' },
    _sum: SUMMED,
  });
  return rows
    .map(({ source, _sum }) => numbersOf(source, _sum))
    .toSorted((a, b) => b.targetCalls - a.targetCalls || b.calls - a.calls);
};
