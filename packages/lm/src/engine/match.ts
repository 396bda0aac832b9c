import type { Rule, CompiledRules } from '../rules/compile-rules.js';
import type { TrieNode } from '../rules/trie.js';
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

/** Walks the trie from one word; its depth is bounded by the longest phrase, never by the text. */
const walk = (
  node: TrieNode,
  turn: ReadTurn,
  position: number,
  from: number,
  found: (rule: number, to: number) => void,
): void => {
  for (const rule of node.rules) found(rule, position - 1);
  const word = turn.words[position];
  if (word === undefined) return;
  for (const symbol of word.symbols) {
    const next = node.edges.get(symbol);
    if (next !== undefined) walk(next, turn, position + 1, from, found);
  }
  for (const gap of node.gap) {
    const sentence = turn.sentences[from];
    for (let skipped = 0; skipped <= gap.words; skipped += 1) {
      const at = position + skipped;
      if (turn.sentences[at] !== sentence) break;
      stepOver(gap.next, turn, at, from, found);
    }
  }
};

const stepOver = (
  node: TrieNode,
  turn: ReadTurn,
  position: number,
  from: number,
  found: (rule: number, to: number) => void,
): void => {
  const word = turn.words[position];
  if (word === undefined) return;
  for (const symbol of word.symbols) {
    const next = node.edges.get(symbol);
    if (next !== undefined) walk(next, turn, position + 1, from, found);
  }
};

const matchTurn = (
  turn: ReadTurn,
  { rules, trie }: CompiledRules,
  dialogueLength: number,
  hits: Hit[],
): void => {
  const lastEnd = new Map<number, number>();
  for (let from = 0; from < turn.words.length; from += 1) {
    const word = turn.words[from];
    if (word === undefined || word.symbols.length === 0) continue;
    const longest = new Map<number, number>();
    stepOver(trie, turn, from, from, (rule, to) => {
      if ((longest.get(rule) ?? -1) < to) longest.set(rule, to);
    });
    for (const [index, to] of longest) {
      const rule = rules[index];
      if (rule === undefined || (lastEnd.get(index) ?? -1) >= from) continue;
      if (rule.speaker !== 'any' && rule.speaker !== turn.speaker) continue;
      if (!IN_PLACE[rule.place](turn, dialogueLength)) continue;
      lastEnd.set(index, to);
      hits.push({ rule, turn, from, to });
    }
  }
};

/** Every rule's phrases in every turn, one pass, linear in the length of the call. */
export const matchCall = ({ turns, dialogue }: ReadCall, compiled: CompiledRules): Hit[] => {
  const hits: Hit[] = [];
  for (const turn of turns) matchTurn(turn, compiled, dialogue.length, hits);
  return hits;
};
