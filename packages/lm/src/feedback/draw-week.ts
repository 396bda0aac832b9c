import { createHash } from 'node:crypto';
import { JUDGED_METRICS, type JudgedMetric } from '@perezvon/contracts';

/** A metric of a call that somebody has judged. */
export interface JudgedPair {
  readonly historyId: number;
  readonly metric: JudgedMetric;
}

/** A question of the week. */
export interface DrawnQuestion extends JudgedPair {
  readonly drawnAs: 'judged' | 'random';
}

interface Week {
  /** Names the week (`2026-11-23`): another week draws others. */
  readonly seed: string;
  /** Questions in all. */
  readonly size: number;
  readonly judged: readonly JudgedPair[];
  /** Every call of the week that can be read. */
  readonly calls: readonly number[];
}

/** The same words always give the same place in line; no order of the database plays a part. */
const placeOf = (...words: readonly (string | number)[]): string =>
  createHash('sha256').update(words.join(' ')).digest('hex');

const inLine = <Item>(items: readonly Item[], place: (item: Item) => string): Item[] =>
  items
    .map((item) => ({ item, at: place(item) }))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ item }) => item);

const askedOf = (seed: string, historyId: number): JudgedMetric => {
  const [metric = JUDGED_METRICS[0]] = inLine(JUDGED_METRICS, (one) => placeOf(seed, 'asks', historyId, one));
  return metric;
};

/**
 * Draws a week's questions: the same calls and seed always give the same ones, on whatever machine. Half are calls
 * drawn evenly from all, each with a metric drawn evenly, raised or not: that half may speak for all calls. The other
 * half somebody has judged: that one tells how well people agree. Where one half has too few, the other fills up; a call
 * is asked about once.
 * @returns at most `size`, fewer when there are no more calls
 */
export const drawWeek = ({ seed, size, judged, calls }: Week): DrawnQuestion[] => {
  const line = inLine(calls, (historyId) => placeOf(seed, 'random', historyId));
  const judgedLine = inLine(judged, ({ historyId, metric }) => placeOf(seed, 'judged', historyId, metric));
  const half = Math.ceil(size / 2);
  const evenly = new Set(line.slice(0, half));
  const chosen = new Map<number, DrawnQuestion>();
  for (const pair of judgedLine) {
    if (chosen.size === size - evenly.size) break;
    if (!evenly.has(pair.historyId) && !chosen.has(pair.historyId))
      chosen.set(pair.historyId, { ...pair, drawnAs: 'judged' });
  }
  const random = line
    .filter((historyId) => !chosen.has(historyId))
    .slice(0, size - chosen.size)
    .map((historyId): DrawnQuestion => ({
      historyId,
      metric: askedOf(seed, historyId),
      drawnAs: 'random',
    }));
  return [...random, ...chosen.values()];
};
