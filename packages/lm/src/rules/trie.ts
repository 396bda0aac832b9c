import type { Atom } from './phrase.js';

/** A node of the one trie that holds every phrase of every rule; edges are symbols of the lexicon. */
export interface TrieNode {
  readonly edges: Map<number, TrieNode>;
  /** "Up to n words of any kind, then": the longest gap that leads to `afterGap`. */
  gap: { readonly words: number; readonly next: TrieNode }[];
  /** Indexes of the rules whose phrase ends here. */
  readonly rules: number[];
}

const emptyNode = (): TrieNode => ({ edges: new Map(), gap: [], rules: [] });

export const createTrie = (): TrieNode => emptyNode();

/** Adds one word sequence; `symbolOf` turns a word atom into its number. */
export const addSequence = (
  root: TrieNode,
  atoms: readonly Atom[],
  rule: number,
  symbolOf: (atom: Exclude<Atom, { kind: 'gap' }>) => number,
): void => {
  let node = root;
  for (const atom of atoms) {
    node = atom.kind === 'gap' ? gapChild(node, atom.words) : edgeChild(node, symbolOf(atom));
  }
  if (!node.rules.includes(rule)) node.rules.push(rule);
};

const edgeChild = (node: TrieNode, symbol: number): TrieNode => {
  const known = node.edges.get(symbol);
  if (known !== undefined) return known;
  const created = emptyNode();
  node.edges.set(symbol, created);
  return created;
};

const gapChild = (node: TrieNode, words: number): TrieNode => {
  const known = node.gap.find((gap) => gap.words === words);
  if (known !== undefined) return known.next;
  const created = emptyNode();
  node.gap.push({ words, next: created });
  return created;
};
