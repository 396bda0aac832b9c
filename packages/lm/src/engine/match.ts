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

/** Phrases that end somewhere after one word: rule and last word, in parallel. */
interface Found {
  readonly rules: number[];
  readonly ends: number[];
}

/** Walks the trie from one word; its depth is bounded by the longest phrase, never by the text. */
const walk = (node: TrieNode, turn: ReadTurn, position: number, from: number, found: Found): void => {
  for (const rule of node.rules) {
    found.rules.push(rule);
    found.ends.push(position - 1);
  }
  stepOver(node, turn, position, from, found);
  for (const gap of node.gap) {
    const sentence = turn.sentences[from];
    for (let skipped = 0; skipped <= gap.words; skipped += 1) {
      const at = position + skipped;
      if (turn.sentences[at] !== sentence) break;
      stepOver(gap.next, turn, at, from, found);
    }
  }
};

const stepOver = (node: TrieNode, turn: ReadTurn, position: number, from: number, found: Found): void => {
  const word = turn.words[position];
  if (word === undefined || node.edges.size === 0) return;
  const { symbols } = word;
  for (let at = 0; at < symbols.length; at += 1) {
    const next = node.edges.get(symbols[at] ?? -1);
    if (next !== undefined) walk(next, turn, position + 1, from, found);
  }
};

/** Of one rule's phrases from the same word the longest counts; a rule's hits do not overlap. */
const takeLongest = (found: Found, from: number, lastEnd: Map<number, number>): [number, number][] => {
  const longest = new Map<number, number>();
  found.rules.forEach((rule, at) => {
    const end = found.ends[at] ?? from;
    if ((longest.get(rule) ?? -1) < end) longest.set(rule, end);
  });
  const taken = [...longest].filter(([rule]) => (lastEnd.get(rule) ?? -1) < from);
  for (const [rule, end] of taken) lastEnd.set(rule, end);
  return taken;
};

const matchTurn = (
  turn: ReadTurn,
  { rules, tries }: CompiledRules,
  dialogueLength: number,
  hits: Hit[],
): void => {
  const lastEnd = new Map<number, number>();
  const found: Found = { rules: [], ends: [] };
  const trie = tries[turn.speaker];
  for (let from = 0; from < turn.words.length; from += 1) {
    stepOver(trie, turn, from, from, found);
    if (found.rules.length === 0) continue;
    for (const [index, to] of takeLongest(found, from, lastEnd)) {
      const rule = rules[index];
      if (rule !== undefined && IN_PLACE[rule.place](turn, dialogueLength))
        hits.push({ rule, turn, from, to });
    }
    found.rules.length = 0;
    found.ends.length = 0;
  }
};

/** Every rule's phrases in every turn, one pass, linear in the length of the call. */
export const matchCall = ({ turns, dialogue }: ReadCall, compiled: CompiledRules): Hit[] => {
  const hits: Hit[] = [];
  for (const turn of turns) matchTurn(turn, compiled, dialogue.length, hits);
  return hits;
};
