import { evaluate, type Pair } from './evaluation.js';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Enough for two digits of an interval. */
export const DRAWS = 400;
const LOW = 0.025;
const HIGH = 0.975;

/** A small generator with a fixed seed (mulberry32): the same calls always give the same interval. */
export const seeded = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

export const SEED = 20260203;

/** The middle 95 % of drawn values. */
export const interval = (values: readonly number[]): Interval => {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { low: at(LOW), high: at(HIGH) };
};

/** 95 % intervals of every label's F1, and of the macro F1 and outcome accuracy, by drawing calls with replacement. */
export const bootstrapIntervals = (pairs: readonly Pair[]): ReadonlyMap<string, Interval> => {
  const random = seeded(SEED);
  const draws = new Map<string, number[]>();
  const note = (name: string, value: number): void => {
    draws.set(name, [...(draws.get(name) ?? []), value]);
  };
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const sample = pairs.flatMap(() => pairs[Math.floor(random() * pairs.length)] ?? []);
    const { labels, macroF1, shares } = evaluate(sample);
    for (const { label, f1 } of labels) note(label, f1);
    note('macro F1', macroF1);
    for (const { name, right, n } of shares) note(name, n === 0 ? 0 : right / n);
  }
  return new Map([...draws].map(([name, values]) => [name, interval(values)]));
};
