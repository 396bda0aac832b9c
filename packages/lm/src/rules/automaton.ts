import { createStepTable, UNKNOWN } from './step-table.js';
import type { TrieNode } from './trie.js';

/** What the automaton reads of a word: the trie symbols it can stand for, and one number for that set of symbols. */
export interface AutomatonWord {
  readonly symbols: readonly number[];
  readonly signature: number;
  readonly mask: number;
}

/** A place in the trie; `skips` is how many words may still be passed over before its edges, −1: none was allowed. */
interface Thread {
  readonly node: TrieNode;
  readonly skips: number;
}

/**
 * The trie's walks from one start, made one walk: the places that words lead to at once are one state, worked out when
 * words first lead there; afterwards each word costs a look-up, however many rules there are.
 * A state is a number that says the common things by itself, see `isOver` and `hasRules`.
 */
export interface Automaton {
  readonly start: (word: AutomatonWord) => number;
  /** @param isBeyond the word stands in another sentence than the first: gaps do not reach it */
  readonly step: (state: number, word: AutomatonWord, isBeyond: boolean) => number;
  /** Rules of which a phrase ends with the word that led to this state. */
  readonly rulesAt: (state: number) => readonly number[];
}

const OVER = 1;
const WITH_RULES = 2;
const ID_SHIFT = 2;

/** No phrase can go on from here. */
export const isOver = (state: number): boolean => (state & OVER) !== 0;
export const hasRules = (state: number): boolean => (state & WITH_RULES) !== 0;

const NO_GAP = -1;

/** Some 10⁵ steps are known after 10⁵ calls; past this many all are forgotten and memory stays flat. */
const MAX_KNOWN_STEPS = 500_000;

/** Of two threads at one node the one that may skip more reaches all that the other does. */
const join = (threads: Map<string, Thread>, thread: Thread): void => {
  const key = `${thread.node.id}${thread.skips === NO_GAP ? '' : '~'}`;
  const known = threads.get(key);
  if (known === undefined || known.skips < thread.skips) threads.set(key, thread);
};

const enter = (node: TrieNode, threads: Map<string, Thread>, rules: Set<number>): void => {
  for (const rule of node.rules) rules.add(rule);
  if (node.edges.size > 0) join(threads, { node, skips: NO_GAP });
  for (const { next, words } of node.gap) join(threads, { node: next, skips: words });
};

const follow = (
  { node, skips }: Thread,
  { symbols }: AutomatonWord,
  threads: Map<string, Thread>,
  rules: Set<number>,
): void => {
  for (const symbol of symbols) {
    const next = node.edges.get(symbol);
    if (next !== undefined) enter(next, threads, rules);
  }
  if (skips > 0) join(threads, { node, skips: skips - 1 });
};

interface StateParts {
  readonly threads: readonly Thread[];
  readonly rules: readonly number[];
}

const keyOf = ({ threads, rules }: StateParts): string =>
  `${threads
    .map(({ node, skips }) => `${node.id}:${skips}`)
    .toSorted()
    .join(' ')}|${rules.join(' ')}`;

const partsAfter = (from: readonly Thread[], word: AutomatonWord, isBeyond: boolean): StateParts => {
  const threads = new Map<string, Thread>();
  const rules = new Set<number>();
  for (const thread of from) {
    if (!isBeyond || thread.skips === NO_GAP) follow(thread, word, threads, rules);
  }
  return { threads: [...threads.values()], rules: [...rules].toSorted((a, b) => a - b) };
};

const FIRST_STARTS = 2 ** 12;
const BITS = 31;

/** A bit for each symbol, shared by some: where two masks have no bit in common, the symbols have none. */
export const maskOf = (symbols: Iterable<number>): number => {
  let mask = 0;
  for (const symbol of symbols) mask |= 1 << (symbol % BITS);
  return mask;
};

/** The states worked out so far, by place: the common case is answered without the parts. */
interface States {
  readonly numberOf: (parts: StateParts) => number;
  readonly partsOf: (state: number) => StateParts;
  /** Masks of the symbols that lead on. */
  readonly masks: readonly number[];
  /** Where a word of the same sentence leads that is none of these; `UNKNOWN` until asked. */
  readonly others: number[];
}

const NO_PARTS: StateParts = { threads: [], rules: [] };

const createStates = (): States => {
  const numbers = new Map<string, number>();
  const states: StateParts[] = [];
  const masks: number[] = [];
  const others: number[] = [];
  const numberOf = (parts: StateParts): number => {
    const key = keyOf(parts);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const flags = (parts.threads.length === 0 ? OVER : 0) | (parts.rules.length > 0 ? WITH_RULES : 0);
    const created = ((states.push(parts) - 1) << ID_SHIFT) | flags;
    masks.push(maskOf(parts.threads.flatMap(({ node }) => [...node.edges.keys()])));
    others.push(UNKNOWN);
    numbers.set(key, created);
    return created;
  };
  return { numberOf, partsOf: (state) => states[state >> ID_SHIFT] ?? NO_PARTS, masks, others };
};

const STRANGER: AutomatonWord = { symbols: [], signature: -1, mask: 0 };

/** @param root the finished trie: what is added to it later is not seen */
export const createAutomaton = (root: TrieNode): Automaton => {
  const origin: readonly Thread[] = [{ node: root, skips: NO_GAP }];
  const steps = createStepTable();
  let states = createStates();
  // Typed: filled in no order, a plain array would become a slow map.
  let starts = new Int32Array(FIRST_STARTS).fill(UNKNOWN);
  let deadEnd = states.numberOf(NO_PARTS);

  const forget = (): void => {
    steps.clear();
    states = createStates();
    starts = new Int32Array(FIRST_STARTS).fill(UNKNOWN);
    deadEnd = states.numberOf(NO_PARTS);
  };
  const after = (state: number, word: AutomatonWord, isBeyond: boolean): number =>
    states.numberOf(partsAfter(states.partsOf(state).threads, word, isBeyond));

  const skip = (state: number): number => {
    const known = states.others[state >> ID_SHIFT] ?? UNKNOWN;
    if (known !== UNKNOWN) return known;
    const next = after(state, STRANGER, false);
    states.others[state >> ID_SHIFT] = next;
    return next;
  };

  const begin = (word: AutomatonWord): number => {
    if (word.signature >= starts.length) {
      const more = new Int32Array(word.signature * 2).fill(UNKNOWN);
      more.set(starts);
      starts = more;
    }
    const first = states.numberOf(partsAfter(origin, word, false));
    starts[word.signature] = first;
    return first;
  };

  return {
    start: (word) => {
      // Only between walks: a walk's state numbers hold as long as it lasts.
      if (steps.size() > MAX_KNOWN_STEPS) forget();
      const known = starts[word.signature] ?? UNKNOWN;
      return known === UNKNOWN ? begin(word) : known;
    },
    step: (state, word, isBeyond) => {
      // Most words are none that the phrases wait for: they are let pass, or end the walk, without a search.
      if (((states.masks[state >> ID_SHIFT] ?? 0) & word.mask) === 0) return isBeyond ? deadEnd : skip(state);
      const input = word.signature * 2 + (isBeyond ? 1 : 0);
      const known = steps.get(state, input);
      if (known !== UNKNOWN) return known;
      const next = after(state, word, isBeyond);
      steps.set(state, input, next);
      return next;
    },
    rulesAt: (state) => states.partsOf(state).rules,
  };
};
