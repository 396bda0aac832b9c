import {
  MIN_CALLS_TO_COMPARE,
  PATTERN_CALLS,
  TRAINING_PATTERNS,
  type TrainingPattern,
} from '@perezvon/contracts';
import type { PatternBase, PatternCount } from '@perezvon/db/trainings';
import { shareOf, type Part } from './period-lines.js';

/** What an operator did again and again. */
export interface Finding {
  pattern: TrainingPattern;
  /** The operator's code in the calls. */
  operator: string;
  /** His calls that show it, of those that could. */
  own: Part;
  /** The same of all others; null: they have too few calls to compare with. */
  others: Part | null;
  /** He does it more often than they, by more than chance. */
  isMore: boolean;
}

const sum = (rows: readonly { calls: number }[]): number =>
  rows.reduce((total, { calls }) => total + calls, 0);

/** Standard deviations beyond the others' share: less of it happens by chance to one operator in twenty. */
const BEYOND_CHANCE = 2;

type Compared = Pick<Finding, 'own' | 'others'>;

/** His calls if he were like the others. */
const expectedOf = ({ own, others }: Compared): number =>
  own.base * (others === null ? 0 : (shareOf(others) ?? 0));

const isBeyondChance = ({ own, others }: Compared): boolean => {
  const expected = expectedOf({ own, others });
  const spread = Math.sqrt(expected * (1 - expected / own.base));
  return own.count > expected + BEYOND_CHANCE * spread;
};

/** Calls beyond what the others' share would make of his calls. */
const excessOf = (finding: Finding): number => finding.own.count - expectedOf(finding);

const findingOf = (
  { pattern, operator, calls }: PatternCount,
  counts: readonly PatternCount[],
  bases: readonly PatternBase[],
): Finding => {
  const { metric } = TRAINING_PATTERNS[pattern];
  const known = bases.filter((base) => base.metric === metric);
  const ownBase = sum(known.filter((base) => base.operator === operator));
  const othersBase = sum(known.filter((base) => base.operator !== operator));
  const othersCount = sum(counts.filter((one) => one.pattern === pattern && one.operator !== operator));
  // The roll-ups may be a minute behind the calls.
  const own = { count: calls, base: Math.max(ownBase, calls) };
  const others =
    othersBase < MIN_CALLS_TO_COMPARE
      ? null
      : { count: othersCount, base: Math.max(othersBase, othersCount) };
  return { pattern, operator, own, others, isMore: isBeyondChance({ own, others }) };
};

/**
 * Who did what at least `PATTERN_CALLS` times. Those who do it more often than the others stand first, by how many calls
 * more: who simply talks a lot has many calls of every kind.
 */
export const findPatterns = (counts: readonly PatternCount[], bases: readonly PatternBase[]): Finding[] =>
  counts
    .filter(({ calls }) => calls >= PATTERN_CALLS)
    .map((count) => findingOf(count, counts, bases))
    .toSorted(
      (a, b) =>
        Number(b.isMore) - Number(a.isMore) ||
        excessOf(b) - excessOf(a) ||
        a.operator.localeCompare(b.operator) ||
        a.pattern.localeCompare(b.pattern),
    );
