import { createStepTable, UNKNOWN } from '../rules/step-table.js';
import {
  FEATURE_SPEAKERS,
  featureKey,
  isWordFeature,
  partsOfKey,
  NO_UNIT,
  SPEAKER_NUMBER,
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
  /** For one call at a time, until the next is begun: says of each feature once that it is new. */
  readonly newMarks: () => (feature: number) => boolean;
  /** A feature of bare words, without a rule or a state behind it. */
  readonly isWord: (feature: number) => boolean;
  /** A fact about the dialogue. */
  readonly isState: (feature: number) => boolean;
  /** Id of the rule behind a feature, `state.…` for a fact about the dialogue. */
  readonly ruleOf: (feature: number) => string;
  /** The feature's key, which its name follows from. */
  readonly keyOf: (feature: number) => number;
}

export const NO_FEATURE = -1;

const ruleOfKey = (key: number, units: Units): string => {
  const [unit = ''] = partsOfKey(key, units).units;
  return unit.startsWith('#') ? unit.slice(1) : `state.${unit.slice(1)}`;
};

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
    isWord: (feature) => isWordFeature(keys[feature] ?? 0, units),
    isState: (feature) => partsOfKey(keys[feature] ?? 0, units).kind === 'state',
    ruleOf: (feature) => ruleOfKey(keys[feature] ?? 0, units),
    keyOf: (feature) => keys[feature] ?? 0,
  };
};

/** Marks are numbers that grow from call to call, so that none need be wiped; before they run out, all are. */
const LAST_MARK = 2 ** 32 - 1;

const createMarks = (size: number): FeatureTable['newMarks'] => {
  const marks = new Uint32Array(size);
  let last = 0;
  return () => {
    if (last === LAST_MARK) marks.fill(0);
    last = last === LAST_MARK ? 1 : last + 1;
    const mark = last;
    return (feature) => {
      if (marks[feature] === mark) return false;
      marks[feature] = mark;
      return true;
    };
  };
};

/** Pairs by (speaker and first unit, second unit): most words of a call ask for one, and most pairs are not there. */
const createPairs = (keys: readonly number[], units: Units): FeatureTable['pair'] => {
  const pairs = createStepTable();
  const headOf = (speaker: FeatureSpeaker, first: number): number =>
    first * FEATURE_SPEAKERS.length + SPEAKER_NUMBER[speaker];
  keys.forEach((key, feature) => {
    const { kind, speaker, units: names } = partsOfKey(key, units);
    const [first = '', second = ''] = names;
    if (kind === 'pair') pairs.set(headOf(speaker, units.numberOf(first)), units.numberOf(second), feature);
  });
  return (speaker, first, second) => {
    const known = pairs.get(headOf(speaker, first), second);
    return known === UNKNOWN ? NO_FEATURE : known;
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
  const words = Uint8Array.from(keys, (key) => (isWordFeature(key, units) ? 1 : 0));
  const facts = new Uint8Array(keys.length);
  const rules = keys.map((key, feature) => (words[feature] === 1 ? '' : ruleOfKey(key, units)));
  // A plain object, as its keys are interned: a fact's name is found by its address, not by its letters.
  const states: Record<string, number> = {};
  keys.forEach((key, feature) => {
    const {
      kind,
      units: [name = ''],
    } = partsOfKey(key, units);
    if (kind !== 'state') return;
    states[name.slice(1)] = feature;
    facts[feature] = 1;
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
    beginning: findersOf('beginning'),
    rule: findersOf('rule'),
    rule_opening: findersOf('rule_opening'),
    rule_closing: findersOf('rule_closing'),
    state: findersOf('state'),
  };
  return {
    single: (kind, speaker) => finders[kind][speaker],
    state: (name) => states[name] ?? NO_FEATURE,
    pair: createPairs(keys, units),
    newMarks: createMarks(keys.length),
    isWord: (feature) => words[feature] === 1,
    isState: (feature) => facts[feature] === 1,
    ruleOf: (feature) => rules[feature] ?? '',
    keyOf: (feature) => keys[feature] ?? 0,
  };
};
