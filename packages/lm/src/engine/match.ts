import type { Rule, CompiledRules } from '../rules/compile-rules.js';
import { hasRules, isOver, type Automaton } from '../rules/automaton.js';
import type { ReadCall, ReadTurn } from './prepare.js';

/** A rule's phrase found in a turn; `from` and `to` are word positions, both inclusive. */
export interface Hit {
  readonly rule: Rule;
  readonly turn: ReadTurn;
  readonly from: number;
  readonly to: number;
}

/** The opening is the first three turns of people, the closing the last four. */
const OPENING_TURNS = 3;
const CLOSING_TURNS = 4;

const IN_PLACE: Readonly<Record<Rule['place'], (turn: ReadTurn, dialogueLength: number) => boolean>> = {
  any: () => true,
  opening: ({ order }) => order >= 0 && order < OPENING_TURNS,
  closing: ({ order }, dialogueLength) => order >= dialogueLength - CLOSING_TURNS,
};

/** The ends found from one start and over the call, by rule index; made once a call, so that no word costs an allocation. */
interface Ends {
  /** Rules that a phrase was found of, from the current start. */
  readonly found: number[];
  /** Last word of each such rule's longest phrase. */
  readonly longest: Int32Array;
  /** Last word of each rule's last hit, counted from the call's first word: a rule's hits do not overlap. */
  readonly taken: Int32Array;
}

/** Follows the phrases that begin at one word; how far is bounded by the longest phrase, never by the text. */
const findFrom = (automaton: Automaton, turn: ReadTurn, from: number, { found, longest }: Ends): void => {
  const { words, sentences } = turn;
  const sentence = sentences[from];
  let word = words[from];
  if (word === undefined) return;
  let state = automaton.start(word);
  for (let at = from; ;) {
    if (hasRules(state)) {
      for (const rule of automaton.rulesAt(state)) {
        if (!found.includes(rule)) found.push(rule);
        longest[rule] = at;
      }
    }
    if (isOver(state)) return;
    at += 1;
    word = words[at];
    if (word === undefined) return;
    state = automaton.step(state, word, sentences[at] !== sentence);
  }
};

/** @param before words in the turns before this one */
const matchTurn = (
  turn: ReadTurn,
  before: number,
  { rules, automata }: CompiledRules,
  dialogueLength: number,
  ends: Ends,
  hits: Hit[],
): void => {
  const { found, longest, taken } = ends;
  const automaton = automata[turn.speaker];
  for (let from = 0; from < turn.words.length; from += 1) {
    findFrom(automaton, turn, from, ends);
    for (const index of found) {
      const rule = rules[index];
      if (rule === undefined || (taken[index] ?? 0) > before + from) continue;
      const to = longest[index] ?? from;
      // One past the word, so that 0 means: none yet.
      taken[index] = before + to + 1;
      if (IN_PLACE[rule.place](turn, dialogueLength)) hits.push({ rule, turn, from, to });
    }
    found.length = 0;
  }
};

/**
 * Every rule's phrases in every turn, one pass, linear in the length of the call. Of one rule's phrases from the same
 * word the longest counts.
 */
export const matchCall = ({ turns, dialogue }: ReadCall, compiled: CompiledRules): Hit[] => {
  const hits: Hit[] = [];
  const size = compiled.rules.length;
  const ends: Ends = { found: [], longest: new Int32Array(size), taken: new Int32Array(size) };
  let before = 0;
  for (const turn of turns) {
    matchTurn(turn, before, compiled, dialogue.length, ends, hits);
    before += turn.words.length;
  }
  return hits;
};
