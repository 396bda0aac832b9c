import type { Ruleset } from '../rules/ruleset.js';
import { featureKey, NO_UNIT, type FeatureKind, type FeatureSpeaker } from '../model/feature-space.js';
import type { FoundFeature, LinearModel } from '../model/linear-model.js';
import type { Hit } from './match.js';
import type { ReadCall, ReadTurn } from './prepare.js';
import type { Fact } from './facts.js';

/** Features present in a call, each once, with the place where it first stood. */
export type Features = Map<number, FoundFeature>;

type Place = Omit<FoundFeature, 'key' | 'row'>;

const LAST_TURNS = 2;
const OPENING_TURNS = 3;
const CLOSING_TURNS = 4;

/** Collects features the model knows; while fitting, all of them. */
interface Collector {
  readonly features: Features;
  readonly model: LinearModel;
}

const add = (
  { features, model }: Collector,
  kind: FeatureKind,
  speaker: FeatureSpeaker,
  units: readonly [number, number],
  place: Place,
): void => {
  if (units[0] === NO_UNIT) return;
  const key = featureKey(kind, speaker, units, model.units);
  if (features.has(key)) return;
  const row = model.weights.get(key) ?? (model.units.isOpen ? model.bias : undefined);
  if (row !== undefined) features.set(key, { key, row, ...place });
};

const addWords = (collector: Collector, turn: ReadTurn, isLast: boolean): void => {
  let previous = NO_UNIT;
  for (let at = 0; at < turn.words.length; at += 1) {
    const unit = turn.words[at]?.unit ?? NO_UNIT;
    if (unit !== NO_UNIT) {
      const place = { turn: turn.index, from: at, to: at };
      add(collector, 'stem', turn.speaker, [unit, NO_UNIT], place);
      if (isLast) add(collector, 'last', turn.speaker, [unit, NO_UNIT], place);
      if (previous !== NO_UNIT) {
        add(collector, 'pair', turn.speaker, [previous, unit], { turn: turn.index, from: at - 1, to: at });
      }
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

const addHits = (collector: Collector, hits: readonly Hit[], call: ReadCall, ruleset: Ruleset): void => {
  const closingFrom = call.dialogue.length - CLOSING_TURNS;
  for (const { rule, turn, from, to } of hits) {
    const unit = ruleset.ruleUnits[rule.index] ?? NO_UNIT;
    const place = { turn: turn.index, from, to };
    add(collector, 'rule', turn.speaker, [unit, NO_UNIT], place);
    if (turn.order >= 0 && turn.order < OPENING_TURNS)
      add(collector, 'rule_opening', turn.speaker, [unit, NO_UNIT], place);
    if (turn.order >= closingFrom) add(collector, 'rule_closing', turn.speaker, [unit, NO_UNIT], place);
  }
};

/** Everything the linear model looks at: words, rules, and the dialogue's state. */
export const extractFeatures = (
  call: ReadCall,
  hits: readonly Hit[],
  state: readonly Fact[],
  ruleset: Ruleset,
): Features => {
  const collector: Collector = { features: new Map(), model: ruleset.model };
  const last = lastTurns(call.dialogue);
  for (const turn of call.dialogue) addWords(collector, turn, last.has(turn));
  addHits(collector, hits, call, ruleset);
  for (const { name, hit } of state) {
    const unit = ruleset.model.units.numberOf(`~${name}`);
    const place =
      hit === undefined ? { turn: -1, from: 0, to: 0 } : { turn: hit.turn.index, from: hit.from, to: hit.to };
    add(collector, 'state', 'any', [unit, NO_UNIT], place);
  }
  return collector.features;
};
