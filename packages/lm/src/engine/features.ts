import type { Ruleset } from '../rules/ruleset.js';
import { NO_UNIT } from '../model/feature-space.js';
import { NO_FEATURE, type FeatureTable } from '../model/feature-table.js';
import { WHOLE_CALL, type FoundFeature } from '../model/linear-model.js';
import type { Hit } from './match.js';
import type { ReadCall, ReadTurn } from './prepare.js';
import type { Fact } from './facts.js';

/** Features present in a call, each once, with the place where it first stood. */
export type Features = readonly FoundFeature[];

const LAST_TURNS = 2;
const OPENING_TURNS = 3;
const CLOSING_TURNS = 4;

/** Collects features the model knows; while fitting, all of them. */
interface Collector {
  readonly found: FoundFeature[];
  readonly isNew: (feature: number) => boolean;
  readonly table: FeatureTable;
}

const add = ({ found, isNew }: Collector, feature: number, turn: number, from: number, to: number): void => {
  if (feature !== NO_FEATURE && isNew(feature)) found.push({ feature, turn, from, to });
};

const addWords = (collector: Collector, { words, speaker, index }: ReadTurn, isLast: boolean): void => {
  const { table } = collector;
  const stem = table.single('stem', speaker);
  const last = table.single('last', speaker);
  const begins = table.single('beginning', speaker);
  let previous = NO_UNIT;
  for (let at = 0; at < words.length; at += 1) {
    const unit = words[at]?.unit ?? NO_UNIT;
    if (unit !== NO_UNIT) {
      add(collector, stem(unit), index, at, at);
      if (isLast) add(collector, last(unit), index, at, at);
      if (previous !== NO_UNIT) add(collector, table.pair(speaker, previous, unit), index, at - 1, at);
    }
    const beginning = words[at]?.beginning ?? NO_UNIT;
    if (beginning !== NO_UNIT) add(collector, begins(beginning), index, at, at);
    previous = unit;
  }
};

/** The last two turns of each speaker: how a call ends says most about it. */
const lastTurns = (dialogue: readonly ReadTurn[]): ReadTurn[] => {
  const last: ReadTurn[] = [];
  let client = 0;
  let operator = 0;
  for (let at = dialogue.length - 1; at >= 0 && (client < LAST_TURNS || operator < LAST_TURNS); at -= 1) {
    const turn = dialogue[at];
    if (turn?.speaker === 'client' && client < LAST_TURNS) {
      client += 1;
      last.push(turn);
    } else if (turn?.speaker === 'operator' && operator < LAST_TURNS) {
      operator += 1;
      last.push(turn);
    }
  }
  return last;
};

const addHits = (
  collector: Collector,
  hits: readonly Hit[],
  { dialogue }: ReadCall,
  { ruleUnits }: Ruleset,
): void => {
  const { table } = collector;
  const closingFrom = dialogue.length - CLOSING_TURNS;
  for (const { rule, turn, from, to } of hits) {
    const unit = ruleUnits[rule.index] ?? NO_UNIT;
    if (unit === NO_UNIT) continue;
    const { speaker, index, order } = turn;
    add(collector, table.single('rule', speaker)(unit), index, from, to);
    if (order >= 0 && order < OPENING_TURNS)
      add(collector, table.single('rule_opening', speaker)(unit), index, from, to);
    if (order >= closingFrom) add(collector, table.single('rule_closing', speaker)(unit), index, from, to);
  }
};

/** Everything the linear model looks at: words, rules, and the dialogue's state. */
export const extractFeatures = (
  call: ReadCall,
  hits: readonly Hit[],
  state: readonly Fact[],
  ruleset: Ruleset,
): Features => {
  const table = ruleset.model.features;
  const collector: Collector = { found: [], isNew: table.newMarks(), table };
  const last = lastTurns(call.dialogue);
  for (const turn of call.dialogue) addWords(collector, turn, last.includes(turn));
  addHits(collector, hits, call, ruleset);
  for (const { name, hit } of state) {
    if (hit === undefined) add(collector, table.state(name), WHOLE_CALL, 0, 0);
    else add(collector, table.state(name), hit.turn.index, hit.from, hit.to);
  }
  return collector.found;
};
