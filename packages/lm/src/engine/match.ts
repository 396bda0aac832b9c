import type { Rule, CompiledRules } from '../rules/compile-rules.js';
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

/** @param before words in the turns before this one */
const matchTurn = (
  turn: ReadTurn,
  before: number,
  { rules, automata, scratch: { ends, taken } }: CompiledRules,
  dialogueLength: number,
  hits: Hit[],
): void => {
  const automaton = automata[turn.speaker];
  const { words, sentences } = turn;
  for (let from = 0; from < words.length; from += 1) {
    ends.count = 0;
    automaton.findFrom(words, sentences, from, ends);
    for (let found = 0; found < ends.count; found += 1) {
      const index = ends.rules[found] ?? 0;
      const rule = rules[index];
      if (rule === undefined || (taken[index] ?? 0) > before + from) continue;
      const to = ends.longest[index] ?? from;
      // One past the word, so that 0 means: none yet.
      taken[index] = before + to + 1;
      if (IN_PLACE[rule.place](turn, dialogueLength)) hits.push({ rule, turn, from, to });
    }
  }
};

/**
 * Every rule's phrases in every turn, one pass, linear in the length of the call. Of one rule's phrases from the same
 * word the longest counts.
 */
export const matchCall = ({ turns, dialogue }: ReadCall, compiled: CompiledRules): Hit[] => {
  const hits: Hit[] = [];
  compiled.scratch.taken.fill(0);
  let before = 0;
  for (const turn of turns) {
    matchTurn(turn, before, compiled, dialogue.length, hits);
    before += turn.words.length;
  }
  return hits;
};
