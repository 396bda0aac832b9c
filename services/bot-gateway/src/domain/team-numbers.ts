import { MIN_CALLS_TO_COMPARE } from '@perezvon/contracts';
import { shareOf, type Part } from './period-lines.js';

/** With two operators the median would tell one of them what the other has. */
export const MIN_OPERATORS = 3;

/** What one operator did in a period; each part with its base. */
export interface WorkNumbers {
  calls: number;
  /** Records of the target calls. */
  conversion: Part;
  /** Sum of the quality scores, and calls that have one: their average is 0–100. */
  quality: Part;
  /** Complaints of the valid dialogues. */
  complaint: Part;
  /** Call-backs done by their deadline, of those whose deadline has come. */
  callbacks: Part;
}

export const NO_NUMBERS: WorkNumbers = {
  calls: 0,
  conversion: { count: 0, base: 0 },
  quality: { count: 0, base: 0 },
  complaint: { count: 0, base: 0 },
  callbacks: { count: 0, base: 0 },
};

export const RATES = ['conversion', 'quality', 'complaint', 'callbacks'] as const;
export type Rate = (typeof RATES)[number];

/** The team's middle for each number; null: not compared, with too few calls or operators. */
export type TeamMedians = Record<'calls' | Rate, number | null>;

/** The middle value, or the mean of the two in the middle; null: fewer than `MIN_OPERATORS` values. */
const medianOf = (values: readonly number[]): number | null => {
  if (values.length < MIN_OPERATORS) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const upper = Math.floor(sorted.length / 2);
  const middle = sorted.slice(sorted.length % 2 === 1 ? upper : upper - 1, upper + 1);
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
};

/** A rate that calls enough stand behind. */
const soundRates = (team: readonly WorkNumbers[], rate: Rate): number[] =>
  team.flatMap((one) => {
    const share = one[rate].base < MIN_CALLS_TO_COMPARE ? null : shareOf(one[rate]);
    return share === null ? [] : [share];
  });

/**
 * What one operator is compared with: the median of the operators who have calls enough, himself among them.
 * A rate of his own with too few calls is not compared at all (scoring.md).
 */
export const teamMedians = (own: WorkNumbers, team: readonly WorkNumbers[]): TeamMedians => {
  const median = (rate: Rate): number | null =>
    own[rate].base < MIN_CALLS_TO_COMPARE ? null : medianOf(soundRates(team, rate));
  return {
    calls: medianOf(team.map(({ calls }) => calls).filter((calls) => calls > 0)),
    conversion: median('conversion'),
    quality: median('quality'),
    complaint: median('complaint'),
    callbacks: median('callbacks'),
  };
};
