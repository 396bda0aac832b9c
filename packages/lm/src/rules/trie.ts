import type { Atom } from './phrase.js';

/** A node of the trie that holds every phrase of every rule; edges are symbols of the lexicon. */
export interface TrieNode {
  /** Unique within its trie. */
  readonly id: number;
  readonly edges: Map<number, TrieNode>;
  /** "Up to n words of any kind, then": the longest gap that leads to `afterGap`. */
  gap: { readonly words: number; readonly next: TrieNode }[];
  /** Indexes of the rules whose phrase ends here. */
  readonly rules: number[];
}

/** A trie under construction: its root and how many nodes it has. */
export interface Trie {
  readonly root: TrieNode;
  size: number;
}

const newNode = (id: number): TrieNode => ({ id, edges: new Map(), gap: [], rules: [] });

export const createTrie = (): Trie => ({ root: newNode(0), size: 1 });

const addNode = (trie: Trie): TrieNode => {
  const node = newNode(trie.size);
  trie.size += 1;
  return node;
};

/** Adds one word sequence; `symbolOf` turns a word atom into its number. */
export const addSequence = (
  trie: Trie,
  atoms: readonly Atom[],
  rule: number,
  symbolOf: (atom: Exclude<Atom, { kind: 'gap' }>) => number,
): void => {
  let node = trie.root;
  for (const atom of atoms) {
    node = atom.kind === 'gap' ? gapChild(trie, node, atom.words) : edgeChild(trie, node, symbolOf(atom));
  }
  if (!node.rules.includes(rule)) node.rules.push(rule);
};

const edgeChild = (trie: Trie, node: TrieNode, symbol: number): TrieNode => {
  const known = node.edges.get(symbol);
  if (known !== undefined) return known;
  const created = addNode(trie);
  node.edges.set(symbol, created);
  return created;
};

const gapChild = (trie: Trie, node: TrieNode, words: number): TrieNode => {
  const known = node.gap.find((gap) => gap.words === words);
  if (known !== undefined) return known.next;
  const created = addNode(trie);
  node.gap.push({ words, next: created });
  return created;
};
