import type { Ruleset } from '../rules/ruleset.js';
import { featureName, isWordFeature, parseFeatureName } from '../model/feature-space.js';
import type { FoundFeature } from '../model/linear-model.js';
import type { Features } from './features.js';
import { quoteOf, type ReadCall, type ReadTurn } from './prepare.js';

/** Words that spoke for an answer, and how much of it they carried. */
export interface Reason {
  readonly turn: ReadTurn;
  readonly quote: string;
  /** Id of the strongest rule in the quote, or `model.words` when words alone spoke. */
  readonly rule: string;
  /** 0–1: share of all that spoke for the answer. */
  readonly share: number;
}

interface Clause {
  readonly turn: ReadTurn;
  readonly sentence: number;
  sum: number;
  top: FoundFeature;
  topWeight: number;
  rule: FoundFeature | undefined;
  ruleWeight: number;
}

export const WORDS_RULE = 'model.words';
/** Speech without punctuation is one long sentence: the quote is cut to this many words around its strongest one. */
const MAX_QUOTE_WORDS = 22;

const ruleIdOf = (feature: FoundFeature | undefined, { model }: Ruleset): string => {
  const parts =
    feature === undefined
      ? null
      : parseFeatureName(featureName(model.features.keyOf(feature.feature), model.units));
  const unit = parts?.units[0] ?? '';
  if (unit.startsWith('#')) return unit.slice(1);
  return unit.startsWith('~') ? `state.${unit.slice(1)}` : WORDS_RULE;
};

/** The sentence around the strongest words, shortened on both sides when it is long. */
export const quoteAround = (turn: ReadTurn, from: number, to: number): string => {
  const sentence = turn.sentences[from];
  let first = from;
  let last = Math.max(from, to);
  let grew = true;
  while (grew && last - first + 1 < MAX_QUOTE_WORDS) {
    grew = false;
    if (first > 0 && turn.sentences[first - 1] === sentence) {
      first -= 1;
      grew = true;
    }
    if (turn.sentences[last + 1] === sentence) {
      last += 1;
      grew = true;
    }
  }
  return quoteOf(turn, first, last);
};

const CLAUSE_ROOM = 1e6;

/** Sums what each sentence of the call contributed to the targets. */
const sumClauses = (
  features: Features,
  read: ReadCall,
  ruleset: Ruleset,
  targets: readonly string[],
): Map<number, Clause> => {
  const { model } = ruleset;
  const columns = targets.flatMap((target) => model.targetIndex.get(target) ?? []);
  const clauses = new Map<number, Clause>();
  for (const feature of features) {
    const start = feature.feature * model.targets.length;
    const turn = read.turns[feature.turn];
    if (turn === undefined) continue;
    const weight = columns.reduce((sum, column) => sum + (model.weights[start + column] ?? 0), 0);
    const sentence = turn.sentences[feature.from] ?? 0;
    const key = feature.turn * CLAUSE_ROOM + sentence;
    const clause = clauses.get(key) ?? {
      turn,
      sentence,
      sum: 0,
      top: feature,
      topWeight: -Infinity,
      rule: undefined,
      ruleWeight: 0,
    };
    clause.sum += weight;
    if (weight > clause.topWeight) [clause.top, clause.topWeight] = [feature, weight];
    if (weight > clause.ruleWeight && !isWordFeature(model.features.keyOf(feature.feature), model.units))
      [clause.rule, clause.ruleWeight] = [feature, weight];
    clauses.set(key, clause);
  }
  return clauses;
};

/**
 * Which words spoke most for the targets: the model's largest contributions, by sentence.
 * @returns [] when nothing in the words spoke for them
 */
export const explain = (
  features: Features,
  read: ReadCall,
  ruleset: Ruleset,
  targets: readonly string[],
  limit: number,
): Reason[] => {
  const clauses = [...sumClauses(features, read, ruleset, targets).values()].filter(({ sum }) => sum > 0);
  const total = clauses.reduce((all, { sum }) => all + sum, 0);
  return clauses
    .toSorted((a, b) => b.sum - a.sum)
    .slice(0, limit)
    .map(({ turn, top, rule, sum }) => {
      const around = rule ?? top;
      return {
        turn,
        quote: quoteAround(turn, around.from, around.to),
        rule: ruleIdOf(rule, ruleset),
        share: sum / total,
      };
    });
};
