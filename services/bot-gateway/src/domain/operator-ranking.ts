import { MIN_CALLS_TO_COMPARE } from '@perezvon/contracts';
import type { PeriodNumbers } from '@perezvon/db/figures';
import { compare, type Better, type Change } from './compare.js';
import { measured, type Measure } from './period-lines.js';

/** What operators can be put in order by. */
export const OPERATOR_ORDERS = [
  'quality',
  'records',
  'lost',
  'complaint',
] as const satisfies readonly Measure[];
type OperatorOrder = (typeof OPERATOR_ORDERS)[number];

const BETTER: Readonly<Record<OperatorOrder, Better>> = {
  quality: 'more',
  records: 'more',
  lost: 'less',
  complaint: 'less',
};

/** One operator in two windows. */
interface OperatorWindows {
  operator: string;
  now: PeriodNumbers;
  before: PeriodNumbers;
}

export interface RankedOperator extends OperatorWindows {
  /** From 1, the worst; null: too few calls to be compared with anybody. */
  place: number | null;
  value: number | null;
  change: Change | null;
}

const byCode = (a: OperatorWindows, b: OperatorWindows): number => (a.operator < b.operator ? -1 : 1);

/** The worst first; then, without a place, those with too few calls, the one with most calls first. */
export const rankOperators = (
  operators: readonly OperatorWindows[],
  order: OperatorOrder,
): RankedOperator[] => {
  const better = BETTER[order];
  const rows = operators.map((windows) => {
    const now = measured(windows.now, order);
    return { windows, now, change: compare(now, measured(windows.before, order), { better }) };
  });
  const worstFirst = better === 'more' ? 1 : -1;
  const ranked = rows
    .filter(({ now }) => now.value !== null && now.calls >= MIN_CALLS_TO_COMPARE)
    .toSorted(
      (a, b) => worstFirst * ((a.now.value ?? 0) - (b.now.value ?? 0)) || byCode(a.windows, b.windows),
    );
  const rest = rows
    .filter((row) => !ranked.includes(row))
    .toSorted((a, b) => b.windows.now.calls - a.windows.now.calls || byCode(a.windows, b.windows));
  return [...ranked, ...rest].map(({ windows, now, change }, index) => ({
    ...windows,
    place: index < ranked.length ? index + 1 : null,
    value: now.value,
    change,
  }));
};
