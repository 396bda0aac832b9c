import type { Ruleset } from '../rules/ruleset.js';
import { isWordFeature, partsOfKey } from '../model/feature-space.js';
import { WEIGHT_UNITS, type FoundFeature, type LinearModel } from '../model/linear-model.js';
import { YES_NO_TARGETS, type YesNoTarget } from '../model/model-file.js';
import type { Features } from './features.js';
import { extend, type Fragment } from './fragment.js';
import type { ReadCall, ReadTurn } from './prepare.js';

/** Words that spoke for an answer, and how much of it they carried. */
export interface Reason {
  readonly fragment: Fragment;
  /** Id of the strongest rule in the fragment, or `model.words` when words alone spoke. */
  readonly rule: string;
  /** 0–1: share of all that spoke for the answer. */
  readonly share: number;
}

/** What one sentence of the call contributed to an answer. */
interface Contribution {
  readonly turn: ReadTurn;
  sum: number;
  top: FoundFeature;
  topWeight: number;
  rule: FoundFeature | undefined;
  ruleWeight: number;
}

export const WORDS_RULE = 'model.words';

const ruleIdOf = (feature: FoundFeature, { features, units }: LinearModel): string => {
  const [unit = ''] = partsOfKey(features.keyOf(feature.feature), units).units;
  return unit.startsWith('#') ? unit.slice(1) : `state.${unit.slice(1)}`;
};

const SENTENCE_ROOM = 1e6;

const sumSentences = (
  found: Features,
  read: ReadCall,
  { columns, weights, targets, features, units }: LinearModel,
  target: number,
): Map<number, Contribution> => {
  const sentences = new Map<number, Contribution>();
  const column = columns.yesNo[target] ?? -1;
  for (const feature of found) {
    const turn = read.turns[feature.turn];
    const weight = (weights[feature.feature * targets.length + column] ?? 0) / WEIGHT_UNITS;
    if (turn === undefined || weight === 0) continue;
    const key = feature.turn * SENTENCE_ROOM + (turn.sentences[feature.from] ?? 0);
    let sentence = sentences.get(key);
    if (sentence === undefined) {
      sentence = { turn, sum: 0, top: feature, topWeight: weight, rule: undefined, ruleWeight: 0 };
      sentences.set(key, sentence);
    }
    sentence.sum += weight;
    if (weight > sentence.topWeight) [sentence.top, sentence.topWeight] = [feature, weight];
    if (weight > sentence.ruleWeight && !isWordFeature(features.keyOf(feature.feature), units))
      [sentence.rule, sentence.ruleWeight] = [feature, weight];
  }
  return sentences;
};

/**
 * Which words spoke for a target: the model's contributions by sentence, the largest first; of each sentence the
 * strongest rule's words with their clause, or the strongest word's surroundings.
 * @returns [] when nothing in the words spoke for it
 */
export const explain = (
  found: Features,
  read: ReadCall,
  { model }: Ruleset,
  target: YesNoTarget,
): Reason[] => {
  const speaking = [...sumSentences(found, read, model, YES_NO_TARGETS.indexOf(target)).values()].filter(
    ({ sum }) => sum > 0,
  );
  const total = speaking.reduce((all, { sum }) => all + sum, 0);
  return speaking
    .toSorted((a, b) => b.sum - a.sum)
    .map(({ turn, top, rule, sum }) => {
      const { from, to } = rule ?? top;
      return {
        fragment: extend({ turn, from, to }, rule === undefined ? 'sentence' : 'clause'),
        rule: rule === undefined ? WORDS_RULE : ruleIdOf(rule, model),
        share: sum / total,
      };
    });
};
