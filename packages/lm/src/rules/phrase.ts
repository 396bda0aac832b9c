/**
 * The phrase language of the rule files, one phrase a line:
 *   слово        any form of the word (by its stem)
 *   =слово       exactly this form
 *   слов*        words that begin so
 *   *овна        words that end so
 *   @class       a word of the class
 *   (а|б в|г)    one of these
 *   x?           x may be missing
 *   <3>          up to three words of any kind, within the sentence
 */
export type Atom =
  | { readonly kind: 'stem' | 'exact' | 'prefix' | 'suffix' | 'class'; readonly text: string }
  | { readonly kind: 'gap'; readonly words: number };

export type WordAtom = Exclude<Atom, { kind: 'gap' }>;

export class PhraseError extends Error {
  override readonly name = 'PhraseError';
}

/** One phrase may stand for this many word sequences; more is a phrase nobody can read. */
const MAX_VARIANTS = 4000;
const MAX_GAP_WORDS = 8;

const PIECE = /\s*(?:(<(\d+)>)|(\()|(\))|(\|)|(\?)|(@[a-z_]+)|([=*]?[\p{L}\p{N}]+\*?))/uy;

type Sequence = readonly Atom[];

/** @throws PhraseError when the piece mixes two kinds of word */
export const wordAtomOf = (piece: string): WordAtom => {
  if (piece.startsWith('@')) return { kind: 'class', text: piece.slice(1) };
  if (piece.startsWith('=')) {
    if (piece.endsWith('*'))
      throw new PhraseError(`"${piece}": a form is either exact (=) or a beginning (*)`);
    return { kind: 'exact', text: piece.slice(1) };
  }
  if (piece.startsWith('*')) {
    if (piece.endsWith('*'))
      throw new PhraseError(`"${piece}": one * only, before an ending or after a beginning`);
    return { kind: 'suffix', text: piece.slice(1) };
  }
  if (piece.endsWith('*')) return { kind: 'prefix', text: piece.slice(0, -1) };
  return { kind: 'stem', text: piece };
};

const combine = (left: readonly Sequence[], right: readonly Sequence[]): Sequence[] => {
  if (left.length * right.length > MAX_VARIANTS) {
    throw new PhraseError(`stands for more than ${MAX_VARIANTS} word sequences: split it`);
  }
  return left.flatMap((head) => right.map((tail) => [...head, ...tail]));
};

/** @throws PhraseError naming what is wrong and where in the phrase */
export const parsePhrase = (phrase: string): Sequence[] => {
  const source = phrase.trim();
  const pieces = new RegExp(PIECE);
  let at = 0;
  const next = (): RegExpExecArray | null => {
    pieces.lastIndex = at;
    return pieces.exec(source);
  };

  const parseItem = (match: RegExpExecArray): Sequence[] => {
    at += match[0].length;
    if (match[3] !== undefined) return parseAlternatives();
    if (match[2] !== undefined) {
      const words = Number(match[2]);
      if (words < 1 || words > MAX_GAP_WORDS) throw new PhraseError(`a gap is <1> to <${MAX_GAP_WORDS}>`);
      return [[{ kind: 'gap', words }]];
    }
    return [[wordAtomOf(match[7] ?? match[8] ?? '')]];
  };

  const parseSequence = (): Sequence[] => {
    let variants: Sequence[] = [[]];
    for (;;) {
      const match = next();
      if (match === null || match[4] !== undefined || match[5] !== undefined) return variants;
      if (match[6] !== undefined) throw new PhraseError('"?" follows nothing');
      let item = parseItem(match);
      const mark = next();
      if (mark?.[6] !== undefined) {
        at += mark[0].length;
        item = [[], ...item];
      }
      variants = combine(variants, item);
    }
  };

  const parseAlternatives = (): Sequence[] => {
    const all: Sequence[] = [...parseSequence()];
    for (;;) {
      const match = next();
      if (match?.[5] !== undefined) {
        at += match[0].length;
        all.push(...parseSequence());
      } else if (match?.[4] !== undefined) {
        at += match[0].length;
        return all;
      } else {
        throw new PhraseError('")" is missing');
      }
    }
  };

  const variants = parseSequence();
  if (at !== source.length) throw new PhraseError(`cannot read "${source.slice(at)}"`);
  return variants.map(tidyGaps);
};

/**
 * Where an optional word is missing, the gaps around it meet: two become one, and one at an end borders on nothing.
 * @throws PhraseError when no word is left
 */
const tidyGaps = (variant: Sequence): Sequence => {
  const tidy: Atom[] = [];
  for (const atom of variant) {
    const last = tidy.at(-1);
    if (atom.kind !== 'gap') tidy.push(atom);
    else if (last?.kind === 'gap') tidy[tidy.length - 1] = { kind: 'gap', words: last.words + atom.words };
    else if (last !== undefined) tidy.push(atom);
  }
  if (tidy.at(-1)?.kind === 'gap') tidy.pop();
  if (tidy.length === 0) throw new PhraseError('may be empty: at least one word must be there');
  return tidy;
};
