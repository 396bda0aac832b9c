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

/** What one walk found; the caller sets `count` to 0 before. Made once a ruleset, so that no word costs an allocation. */
export interface PhraseEnds {
  count: number;
  /** Rules that a phrase was found of, `count` of them. */
  readonly rules: Int32Array;
  /** Last word of each such rule's longest phrase, by rule. */
  readonly longest: Int32Array;
}

/**
 * The trie's walks from one start, made one walk: the places that words lead to at once are one state, worked out when
 * words first lead there; afterwards each word costs a look-up, however many rules there are.
 */
export interface Automaton {
  /** Follows the phrases that begin at one word; how far is bounded by the longest phrase, never by the text. */
  readonly findFrom: (
    words: readonly AutomatonWord[],
    sentences: readonly number[],
    from: number,
    ends: PhraseEnds,
  ) => void;
}

// A state is a number that says the common things by itself: no phrase can go on from here, phrases end here.
const OVER = 1;
const WITH_RULES = 2;
const ID_SHIFT = 2;

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

/** The states worked out so far: the common case is answered without the parts. */
interface States {
  readonly numberOf: (parts: StateParts) => number;
  readonly partsOf: (state: number) => StateParts;
  /** May the word lead on from here? When not, it is let pass or ends the walk. */
  readonly mayFollow: (state: number, word: AutomatonWord) => boolean;
  /** Where a word of the same sentence leads that is none of these; `UNKNOWN` until set. */
  readonly otherOf: (state: number) => number;
  readonly setOther: (state: number, next: number) => void;
}

const NO_PARTS: StateParts = { threads: [], rules: [] };
const FIRST_STATES = 2 ** 10;

const grown = (numbers: Int32Array, size: number): Int32Array<ArrayBuffer> => {
  const more = new Int32Array(size).fill(UNKNOWN);
  more.set(numbers);
  return more;
};

const createStates = (): States => {
  const numbers = new Map<string, number>();
  const states: StateParts[] = [];
  let masks = new Int32Array(FIRST_STATES);
  let others = new Int32Array(FIRST_STATES).fill(UNKNOWN);
  const numberOf = (parts: StateParts): number => {
    const key = keyOf(parts);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const flags = (parts.threads.length === 0 ? OVER : 0) | (parts.rules.length > 0 ? WITH_RULES : 0);
    const at = states.push(parts) - 1;
    if (at >= masks.length) {
      masks = grown(masks, at * 2);
      others = grown(others, at * 2);
    }
    masks[at] = maskOf(parts.threads.flatMap(({ node }) => [...node.edges.keys()]));
    const created = (at << ID_SHIFT) | flags;
    numbers.set(key, created);
    return created;
  };
  return {
    numberOf,
    partsOf: (state) => states[state >> ID_SHIFT] ?? NO_PARTS,
    mayFollow: (state, { mask }) => ((masks[state >> ID_SHIFT] ?? 0) & mask) !== 0,
    otherOf: (state) => others[state >> ID_SHIFT] ?? UNKNOWN,
    setOther: (state, next) => {
      others[state >> ID_SHIFT] = next;
    },
  };
};

const STRANGER: AutomatonWord = { symbols: [], signature: -1, mask: 0 };

/** A rule's phrase ends here: the longest so far, as a walk only goes forward. */
const note = (rules: readonly number[], at: number, ends: PhraseEnds): void => {
  for (const rule of rules) {
    let known = 0;
    while (known < ends.count && ends.rules[known] !== rule) known += 1;
    if (known === ends.count) {
      ends.rules[known] = rule;
      ends.count += 1;
    }
    ends.longest[rule] = at;
  }
};

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
    const known = states.otherOf(state);
    if (known !== UNKNOWN) return known;
    const next = after(state, STRANGER, false);
    states.setOther(state, next);
    return next;
  };
  const begin = (word: AutomatonWord): number => {
    const known = starts[word.signature] ?? UNKNOWN;
    if (known !== UNKNOWN) return known;
    if (word.signature >= starts.length) starts = grown(starts, word.signature * 2);
    const first = states.numberOf(partsAfter(origin, word, false));
    starts[word.signature] = first;
    return first;
  };
  /** @param isBeyond the word stands in another sentence than the first: gaps do not reach it */
  const step = (state: number, word: AutomatonWord, isBeyond: boolean): number => {
    // Most words are none that the phrases wait for: no search for them.
    if (!states.mayFollow(state, word)) return isBeyond ? deadEnd : skip(state);
    const input = word.signature * 2 + (isBeyond ? 1 : 0);
    const known = steps.get(state, input);
    if (known !== UNKNOWN) return known;
    const next = after(state, word, isBeyond);
    steps.set(state, input, next);
    return next;
  };

  return {
    findFrom: (words, sentences, from, ends) => {
      // Only between walks: a walk's state numbers hold as long as it lasts.
      if (steps.size() > MAX_KNOWN_STEPS) forget();
      let word = words[from];
      let state = word === undefined ? deadEnd : begin(word);
      for (let at = from; ;) {
        if ((state & WITH_RULES) !== 0) note(states.partsOf(state).rules, at, ends);
        if ((state & OVER) !== 0) return;
        at += 1;
        word = words[at];
        if (word === undefined) return;
        state = step(state, word, sentences[at] !== sentences[from]);
      }
    },
  };
};
