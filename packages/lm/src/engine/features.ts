import type { Ruleset } from '../rules/ruleset.js';
import { featureKey, NO_UNIT, type FeatureKind, type FeatureSpeaker } from '../model/feature-space.js';
import type { FoundFeature } from '../model/linear-model.js';
import type { Hit } from './match.js';
import type { ReadCall, ReadTurn } from './prepare.js';
import type { Fact } from './facts.js';

/** Features present in a call, each once, with the place where it first stood. */
export type Features = Map<number, FoundFeature>;

const LAST_TURNS = 2;
const OPENING_TURNS = 3;
const CLOSING_TURNS = 4;

const add = (
  features: Features,
  kind: FeatureKind,
  speaker: FeatureSpeaker,
  [first, second]: readonly [number, number],
  place: Omit<FoundFeature, 'key'>,
): void => {
  if (first === NO_UNIT) return;
  const key = featureKey(kind, speaker, first, second);
  if (!features.has(key)) features.set(key, { key, ...place });
};

const addWords = (features: Features, turn: ReadTurn, isLast: boolean): void => {
  let previous = NO_UNIT;
  for (let at = 0; at < turn.words.length; at += 1) {
    const unit = turn.words[at]?.unit ?? NO_UNIT;
    const place = { turn: turn.index, from: at, to: at };
    add(features, 'stem', turn.speaker, [unit, NO_UNIT], place);
    if (isLast) add(features, 'last', turn.speaker, [unit, NO_UNIT], place);
    if (previous !== NO_UNIT && unit !== NO_UNIT) {
      add(features, 'pair', turn.speaker, [previous, unit], { ...place, from: at - 1 });
    }
    previous = unit;
  }
};

/** The last two turns of each speaker: how a call ends says most about it. */
const lastTurns = (dialogue: readonly ReadTurn[]): Set<ReadTurn> => {
  const last = new Set<ReadTurn>();
  for (const speaker of ['client', 'operator'] as const) {
    for (const turn of dialogue.filter((one) => one.speaker === speaker).slice(-LAST_TURNS)) last.add(turn);
  }
  return last;
};

const addHits = (features: Features, hits: readonly Hit[], call: ReadCall, ruleset: Ruleset): void => {
  const closingFrom = call.dialogue.length - CLOSING_TURNS;
  for (const { rule, turn, from, to } of hits) {
    const unit = ruleset.ruleUnits[rule.index] ?? NO_UNIT;
    const place = { turn: turn.index, from, to };
    add(features, 'rule', turn.speaker, [unit, NO_UNIT], place);
    if (turn.order >= 0 && turn.order < OPENING_TURNS)
      add(features, 'rule_opening', turn.speaker, [unit, NO_UNIT], place);
    if (turn.order >= closingFrom) add(features, 'rule_closing', turn.speaker, [unit, NO_UNIT], place);
  }
};

/** Everything the linear model looks at: words, rules, and the dialogue's state. */
export const extractFeatures = (
  call: ReadCall,
  hits: readonly Hit[],
  state: readonly Fact[],
  ruleset: Ruleset,
): Features => {
  const features: Features = new Map();
  const last = lastTurns(call.dialogue);
  for (const turn of call.dialogue) addWords(features, turn, last.has(turn));
  addHits(features, hits, call, ruleset);
  for (const { name, hit } of state) {
    const unit = ruleset.model.units.numberOf(`~${name}`);
    const place =
      hit === undefined ? { turn: -1, from: 0, to: 0 } : { turn: hit.turn.index, from: hit.from, to: hit.to };
    add(features, 'state', 'any', [unit, NO_UNIT], place);
  }
  return features;
};
