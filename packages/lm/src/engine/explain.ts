import type { Ruleset } from '../rules/ruleset.js';
import type { FoundFeature, LinearModel } from '../model/linear-model.js';
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
const STATE_FAMILY = 'state.';

const SENTENCE_ROOM = 1e6;

const sumSentences = (
  found: Features,
  read: ReadCall,
  { columns, weights, features }: LinearModel,
  target: YesNoTarget,
): Contribution[] => {
  const sentences = new Map<number, Contribution>();
  const column = columns.yesNo[YES_NO_TARGETS.indexOf(target)] ?? -1;
  let current: Contribution | undefined;
  let currentKey = -1;
  for (const feature of found) {
    const turn = read.turns[feature.turn];
    const weight = weights.of(feature.feature, column);
    if (turn === undefined || weight === 0) continue;
    const key = feature.turn * SENTENCE_ROOM + (turn.sentences[feature.from] ?? 0);
    // Words come in the order of the call: most stand in the sentence of the one before.
    if (key !== currentKey || current === undefined) {
      currentKey = key;
      current = sentences.get(key) ?? {
        turn,
        sum: 0,
        top: feature,
        topWeight: weight,
        rule: undefined,
        ruleWeight: 0,
        state: undefined,
        stateWeight: 0,
      };
      sentences.set(key, current);
    }
    current.sum += weight;
    if (weight > current.topWeight) [current.top, current.topWeight] = [feature, weight];
    if (weight <= 0 || features.isWord(feature.feature)) continue;
    if (features.ruleOf(feature.feature).startsWith(STATE_FAMILY)) {
      if (weight > current.stateWeight) [current.state, current.stateWeight] = [feature, weight];
    } else if (weight > current.ruleWeight) [current.rule, current.ruleWeight] = [feature, weight];
  }
  return [...sentences.values()];
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
