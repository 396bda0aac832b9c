/** Repeatable chance: the same seed gives the same numbers on every machine. */
export interface Random {
  /** 0 ≤ x < 1 */
  next(): number;
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number;
  chance(probability: number): boolean;
  /** @throws RangeError on an empty list */
  pick<T>(list: readonly T[]): T;
  /** One of the list, by weight; weights under or at 0 are never picked. @throws RangeError when none has a weight */
  weighted<T>(list: readonly T[], weightOf: (item: T) => number): T;
  /** Seconds between events that come at random, `mean` apart on average. */
  exponential(mean: number): number;
}

const UINT32 = 2 ** 32;

/** FNV-1a: spreads the seed's text over 32 bits. */
const hashOf = (seed: string): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < seed.length; index += 1)
    hash = Math.imul(hash ^ seed.charCodeAt(index), 0x01000193);
  return hash >>> 0;
};

/** mulberry32: 32 bits of state are plenty for a demo. */
const generator = (seed: string): (() => number) => {
  let state = hashOf(seed);
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / UINT32;
  };
};

/** Chance that depends on nothing but `seed`. */
export const createRandom = (seed: string): Random => {
  const next = generator(seed);
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));

  const pick = <T>(list: readonly T[]): T => {
    const item = list[int(0, list.length - 1)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  };

  const weighted = <T>(list: readonly T[], weightOf: (item: T) => number): T => {
    const possible = list.filter((item) => weightOf(item) > 0);
    let left = next() * possible.reduce((sum, item) => sum + weightOf(item), 0);
    const found = possible.find((item) => (left -= weightOf(item)) < 0) ?? possible.at(-1);
    if (found === undefined) throw new RangeError('nothing to pick from');
    return found;
  };

  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick,
    weighted,
    exponential: (mean) => -mean * Math.log(1 - next()),
  };
};
