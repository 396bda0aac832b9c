import { SPEAKERS, type MetricName, type Speaker } from '@perezvon/contracts';
import type { Lexicon } from './lexicon.js';
import { parsePhrase, type Atom } from './phrase.js';
import { RuleFileError } from './read-rule-file.js';
import type { RuleFile, RuleSource } from './schema.js';
import { createAutomaton, type Automaton } from './automaton.js';
import { addSequence, createTrie } from './trie.js';

export interface Exclusion {
  /** Indexes of the rules that rule this one out. */
  readonly rules: readonly number[];
  readonly scope: RuleSource['unless'][number]['scope'];
  readonly why: RuleSource['unless'][number]['why'];
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
}

const familyOf = (id: string): string => id.slice(0, id.indexOf('.'));

const matching = (sources: readonly RuleSource[], wanted: string): number[] =>
  sources.flatMap(({ id }, index) => (id === wanted || familyOf(id) === wanted ? [index] : []));

const checkIds = (sources: readonly RuleSource[]): void => {
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const { id, unless } of sources) {
    if (seen.has(id)) problems.push(`rule ${id} stands twice`);
    seen.add(id);
    for (const { rule } of unless) {
      if (matching(sources, rule).length === 0)
        problems.push(`rule ${id}: unless names ${rule}, which does not exist`);
    }
  }
  if (problems.length > 0) throw new RuleFileError(problems);
};

/**
 * Joins the rules of all files into one automaton a speaker, so that the cost of reading a call does not grow with their number.
 * @throws RuleFileError when two rules share an id or an exclusion names no rule
 */
export const compileRules = (files: readonly RuleFile[], lexicon: Lexicon): CompiledRules => {
  const sources = files.flatMap((file) => file.rules);
  checkIds(sources);
  const tries = { operator: createTrie(), client: createTrie(), system: createTrie() };
  const addForSpeaker = (sequence: readonly Atom[], index: number, speaker: RuleSource['speaker']): void => {
    for (const one of SPEAKERS) {
      if (speaker === 'any' || speaker === one) addSequence(tries[one], sequence, index, lexicon.symbolOf);
    }
  };
  const rules = sources.map((source, index): Rule => {
    for (const phrase of source.phrases) {
      for (const sequence of parsePhrase(phrase)) addForSpeaker(sequence, index, source.speaker);
    }
    const { id, speaker, place, metric, weight, negatable } = source;
    const unless = source.unless.map(({ rule, scope, why }) => ({
      rules: matching(sources, rule),
      scope,
      why,
    }));
    return { index, id, family: familyOf(id), speaker, place, metric, weight, negatable, unless };
  });
  const automata = {
    operator: createAutomaton(tries.operator.root),
    client: createAutomaton(tries.client.root),
    system: createAutomaton(tries.system.root),
  };
  return {
    rules,
    indexById: Object.fromEntries(rules.map(({ id, index }) => [id, index])),
    places: rules.map(() => undefined),
    automata,
  };
};
