import {
  featureKey,
  partsOfKey,
  NO_UNIT,
  type FeatureKind,
  type FeatureSpeaker,
  type Units,
} from './feature-space.js';

/** The number of a feature of one unit in the model's order; −1 when the model does not know it. */
export type FindSingle = (unit: number) => number;

/** The features of a model by what they are made of. */
export interface FeatureTable {
  /** Made once for a turn, asked for each of its words. Every kind but `pair`. */
  readonly single: (kind: FeatureKind, speaker: FeatureSpeaker) => FindSingle;
  /** A fact about the dialogue's state; −1 when the model does not know it. */
  readonly state: (name: string) => number;
  /** −1 when the model does not know the pair. */
  readonly pair: (speaker: FeatureSpeaker, first: number, second: number) => number;
  /** For one call: says of each feature once that it is new. */
  readonly newMarks: () => (feature: number) => boolean;
  /** The feature's key, which its name follows from. */
  readonly keyOf: (feature: number) => number;
}

export const NO_FEATURE = -1;

/** Every feature is new and gets the next number: while fitting. */
export const openTable = (units: Units): FeatureTable => {
  const numbers = new Map<number, number>();
  const keys: number[] = [];
  const find = (kind: FeatureKind, speaker: FeatureSpeaker, first: number, second: number): number => {
    const key = featureKey(kind, speaker, first, second, units);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, keys.length);
    return keys.push(key) - 1;
  };
  return {
    single: (kind, speaker) => (unit) => find(kind, speaker, unit, NO_UNIT),
    state: (name) => find('state', 'any', units.numberOf(`~${name}`), NO_UNIT),
    pair: (speaker, first, second) => find('pair', speaker, first, second),
    newMarks: () => {
      const seen = new Set<number>();
      return (feature) => {
        const isNew = !seen.has(feature);
        seen.add(feature);
        return isNew;
      };
    },
    keyOf: (feature) => keys[feature] ?? 0,
  };
};

/**
 * A fitted model's features: those of one unit in arrays, as each word of a call asks for two of them.
 * @param keys in the model's order
 */
export const closedTable = (keys: readonly number[], units: Units): FeatureTable => {
  const numbers = new Map(keys.map((key, feature) => [key, feature]));
  const finder = (kind: FeatureKind, speaker: FeatureSpeaker): FindSingle => {
    const features = Int32Array.from(
      { length: units.room },
      (_, unit) => numbers.get(featureKey(kind, speaker, unit, NO_UNIT, units)) ?? NO_FEATURE,
    );
    return (unit) => features[unit] ?? NO_FEATURE;
  };
  // A plain object, as its keys are interned: a fact's name is found by its address, not by its letters.
  const states: Record<string, number> = {};
  keys.forEach((key, feature) => {
    const {
      kind,
      units: [name = ''],
    } = partsOfKey(key, units);
    if (kind === 'state') states[name.slice(1)] = feature;
  });
  const findersOf = (kind: FeatureKind): Record<FeatureSpeaker, FindSingle> => ({
    operator: finder(kind, 'operator'),
    client: finder(kind, 'client'),
    system: finder(kind, 'system'),
    any: finder(kind, 'any'),
  });
  const finders: Readonly<Record<FeatureKind, Record<FeatureSpeaker, FindSingle>>> = {
    stem: findersOf('stem'),
    pair: findersOf('pair'),
    last: findersOf('last'),
    rule: findersOf('rule'),
    rule_opening: findersOf('rule_opening'),
    rule_closing: findersOf('rule_closing'),
    state: findersOf('state'),
  };
  return {
    single: (kind, speaker) => finders[kind][speaker],
    state: (name) => states[name] ?? NO_FEATURE,
    pair: (speaker, first, second) =>
      numbers.get(featureKey('pair', speaker, first, second, units)) ?? NO_FEATURE,
    newMarks: () => {
      // A few kilobytes of zeros cost less than a set of the hundred features of a call.
      const seen = new Uint8Array(keys.length);
      return (feature) => {
        if (seen[feature] !== 0) return false;
        seen[feature] = 1;
        return true;
      };
    },
    keyOf: (feature) => keys[feature] ?? 0,
  };
};
