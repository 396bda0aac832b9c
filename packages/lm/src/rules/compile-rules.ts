import { SPEAKERS, type MetricName, type Speaker } from '@perezvon/contracts';
import type { AppliedRule } from './apply-clinic.js';
import { createAutomaton, type Automaton, type PhraseEnds } from './automaton.js';
import type { Lexicon } from './lexicon.js';
import type { Sequence } from './phrase.js';
import { familyOf } from './references.js';
import type { RuleSource } from './schema.js';
import { addSequence, createTrie, type Trie } from './trie.js';

export interface Exclusion {
  /** Indexes of the rules that rule this one out. */
  readonly rules: readonly number[];
  readonly scope: RuleSource['unless'][number]['scope'];
  readonly why: RuleSource['unless'][number]['why'];
  /** Under which metric it is shown; undefined: the rule's own. */
  readonly metric: MetricName | undefined;
  /** Added by the clinic: what it rules out is not heard by the fitted model either, which knows nothing of it. */
  readonly isClinics: boolean;
}

export interface Rule {
  readonly index: number;
  readonly id: string;
  readonly family: string;
  readonly speaker: RuleSource['speaker'];
  readonly place: RuleSource['place'];
  readonly metric: MetricName | undefined;
  readonly weight: number;
  readonly negatable: boolean;
  readonly unless: readonly Exclusion[];
  /** Made of a clinic's phrases: a tag that the fitted model never knows. */
  readonly isClinics: boolean;
  /** The clinic says that these words speak for nothing, and why; undefined for all other rules. */
  readonly setsAside: RuleSource['unless'][number]['why'] | undefined;
}

/** Room that `matchCall` works in, for one call at a time: making it anew would cost more than a short call's match. */
export interface MatchScratch {
  readonly ends: PhraseEnds;
  /** By rule, one past the last word of its last hit, counted from the call's first word: a rule's hits do not overlap. */
  readonly taken: Int32Array;
}

export interface CompiledRules {
  readonly rules: readonly Rule[];
  /**
   * Index of a rule by its id. A plain object, because its keys are interned: an id written in the code is found by its
   * address, where a map would compare the letters with those read from a file.
   */
  readonly indexById: Readonly<Record<string, number>>;
  /**
   * A place for each rule, all empty: copied for every call. Copying a full array is cheap; making one of a length is not,
   * and filling one in no order makes it a slow map.
   */
  readonly places: readonly undefined[];
  /** The phrases that count in a speaker's turns: one automaton each, so that none follows another's words. */
  readonly automata: Readonly<Record<Speaker, Automaton>>;
  /** A clinic sets words aside: see `hideFromModel`. */
  readonly hidesWords: boolean;
  readonly scratch: MatchScratch;
}

const createScratch = (rules: number): MatchScratch => ({
  ends: { count: 0, rules: new Int32Array(rules), longest: new Int32Array(rules) },
  taken: new Int32Array(rules),
});

/** Indexes by id and by family. */
const indexesByName = (sources: readonly AppliedRule[]): ReadonlyMap<string, readonly number[]> => {
  const indexes = new Map<string, number[]>();
  sources.forEach(({ value: { id } }, index) => {
    for (const name of [id, familyOf(id)]) indexes.set(name, [...(indexes.get(name) ?? []), index]);
  });
  return indexes;
};

const compileRule = (
  { value, isClinics, clinicUnless, setsAside }: AppliedRule,
  index: number,
  indexes: ReadonlyMap<string, readonly number[]>,
): Rule => {
  const { id, speaker, place, metric, weight, negatable } = value;
  const named = (name: string): readonly number[] => indexes.get(name) ?? [];
  const unless: Exclusion[] = [
    ...value.unless.map(({ rule, scope, why }) => ({
      rules: named(rule),
      scope,
      why,
      metric: undefined,
      isClinics: false,
    })),
    ...clinicUnless.map(({ rule, ...how }) => ({ ...how, rules: named(rule), isClinics: true })),
  ];
  return {
    index,
    id,
    family: familyOf(id),
    speaker,
    place,
    metric,
    weight,
    negatable,
    unless,
    isClinics,
    setsAside,
  };
};

type Tries = Readonly<Record<Speaker, Trie>>;

const addPhrases = (
  { value: { speaker }, phrases }: AppliedRule,
  index: number,
  tries: Tries,
  { symbolOf }: Lexicon,
): void => {
  const add = (sequence: Sequence): void => {
    for (const one of SPEAKERS) {
      if (speaker === 'any' || speaker === one) addSequence(tries[one], sequence, index, symbolOf);
    }
  };
  for (const { sequences } of phrases) sequences.forEach(add);
};

/**
 * Joins all rules into one automaton a speaker, so that the cost of reading a call does not grow with their number.
 * @param sources checked: their ids are unique and what they name exists
 */
export const compileRules = (sources: readonly AppliedRule[], lexicon: Lexicon): CompiledRules => {
  const tries: Tries = { operator: createTrie(), client: createTrie(), system: createTrie() };
  sources.forEach((source, index) => addPhrases(source, index, tries, lexicon));
  const indexes = indexesByName(sources);
  const rules = sources.map((source, index) => compileRule(source, index, indexes));
  return {
    rules,
    indexById: Object.fromEntries(rules.map(({ id, index }) => [id, index])),
    places: rules.map(() => undefined),
    automata: {
      operator: createAutomaton(tries.operator.root),
      client: createAutomaton(tries.client.root),
      system: createAutomaton(tries.system.root),
    },
    hidesWords: rules.some(
      ({ unless, setsAside }) => setsAside !== undefined || unless.some(({ isClinics }) => isClinics),
    ),
    scratch: createScratch(rules.length),
  };
};
