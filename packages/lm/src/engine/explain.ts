import type { Ruleset } from '../rules/ruleset.js';
import { WHOLE_CALL, type FoundFeature, type LinearModel } from '../model/linear-model.js';
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
  /** A fact about the dialogue names the sentence only where no rule does: a rule says what was heard. */
  state: FoundFeature | undefined;
  stateWeight: number;
}

export const WORDS_RULE = 'model.words';

const begin = (turn: ReadTurn, feature: FoundFeature, weight: number): Contribution => ({
  turn,
  sum: 0,
  top: feature,
  topWeight: weight,
  rule: undefined,
  ruleWeight: 0,
  state: undefined,
  stateWeight: 0,
});

const contribute = (
  to: Contribution,
  feature: FoundFeature,
  weight: number,
  { features }: LinearModel,
): void => {
  to.sum += weight;
  if (weight > to.topWeight) {
    to.top = feature;
    to.topWeight = weight;
  }
  if (weight <= 0 || features.isWord(feature.feature)) return;
  if (features.isState(feature.feature)) {
    if (weight <= to.stateWeight) return;
    to.state = feature;
    to.stateWeight = weight;
  } else if (weight > to.ruleWeight) {
    to.rule = feature;
    to.ruleWeight = weight;
  }
};

/** In the order in which the sentences first spoke. */
const sumSentences = (
  found: Features,
  read: ReadCall,
  model: LinearModel,
  target: YesNoTarget,
): Contribution[] => {
  const all: Contribution[] = [];
  const byTurn: (Contribution | undefined)[][] = read.turns.map(() => []);
  const column = model.columns.yesNo[YES_NO_TARGETS.indexOf(target)] ?? -1;
  for (const feature of found) {
    // Asked for first: an array looks up a place before its beginning by name, which is slow.
    if (feature.turn === WHOLE_CALL) continue;
    const turn = read.turns[feature.turn];
    const sentences = byTurn[feature.turn];
    const weight = model.weights.of(feature.feature, column);
    if (turn === undefined || sentences === undefined || weight === 0) continue;
    const sentence = turn.sentences[feature.from] ?? 0;
    const known = sentences[sentence];
    const current = known ?? begin(turn, feature, weight);
    if (known === undefined) {
      sentences[sentence] = current;
      all.push(current);
    }
    contribute(current, feature, weight, model);
  }
  return all;
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
  const speaking = sumSentences(found, read, model, target).filter(({ sum }) => sum > 0);
  const total = speaking.reduce((all, { sum }) => all + sum, 0);
  return speaking
    .toSorted((a, b) => b.sum - a.sum)
    .map(({ turn, top, rule: heard, state, sum }) => {
      const rule = heard ?? state;
      const { from, to } = rule ?? top;
      return {
        fragment: extend({ turn, from, to }, rule === undefined ? 'sentence' : 'clause'),
        rule: rule === undefined ? WORDS_RULE : model.features.ruleOf(rule.feature),
        share: sum / total,
      };
    });
};
