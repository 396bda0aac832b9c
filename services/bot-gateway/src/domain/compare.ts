import { MIN_CALLS_TO_COMPARE } from '@perezvon/contracts';

/** Which way a number goes when things get better; `neither`: it only tells how much there was. */
export type Better = 'more' | 'less' | 'neither';
export type Turn = 'better' | 'worse' | 'same' | 'neither';

/** A number with the calls that it was taken from; null: it is not known. */
export interface Measured {
  value: number | null;
  calls: number;
}

/** The change of a number, in its own unit, and whether that is good news. */
export interface Change {
  by: number;
  turn: Turn;
}

const turnOf = (by: number, better: Better): Turn => {
  if (by === 0) return 'same';
  if (better === 'neither') return 'neither';
  return by > 0 === (better === 'more') ? 'better' : 'worse';
};

const TEN = 10;
/** Rounded as it is shown: a change that nobody sees in the numbers is none. @param digits behind the point */
export const roundTo = (value: number, digits: number): number =>
  Math.round(value * TEN ** digits) / TEN ** digits;

/**
 * What changed from one window to the next.
 * @returns null: one of them has too few calls, a difference would be chance (scoring.md)
 */
export const compare = (
  now: Measured,
  before: Measured,
  { better, digits = 0 }: { better: Better; digits?: number },
): Change | null => {
  if (now.value === null || before.value === null) return null;
  if (Math.min(now.calls, before.calls) < MIN_CALLS_TO_COMPARE) return null;
  const by = roundTo(now.value - before.value, digits);
  return { by: by === 0 ? 0 : by, turn: turnOf(by, better) };
};

const PERCENT = 100;
/** A part of some calls as per cent of them. */
export const percentOf = ({ count, base }: { count: number; base: number }): Measured => ({
  value: base === 0 ? null : (PERCENT * count) / base,
  calls: base,
});
