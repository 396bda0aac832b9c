import { shown } from './problem.js';

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

/** A phrase that cannot be read. */
export class PhraseError extends Error {
  override readonly name = 'PhraseError';
  constructor(
    message: string,
    /** Letters into the phrase. */
    readonly at: number,
  ) {
    super(message);
  }
}

/** One phrase may stand for this many word sequences; more is a phrase nobody can read. */
const MAX_VARIANTS = 4000;
const MAX_GAP_WORDS = 8;

const PIECE = /\s*(?:(<(\d+)>)|(\()|(\))|(\|)|(\?)|(@[a-z_]+)|([=*]?[\p{L}\p{N}]+\*?))/uy;

/** Words and gaps one after the other: one way to say a phrase. */
export type Sequence = readonly Atom[];

/**
 * @param at where the piece stands in its phrase
 * @throws PhraseError when the piece mixes two kinds of word
 */
export const wordAtomOf = (piece: string, at = 0): WordAtom => {
  if (piece.startsWith('@')) return { kind: 'class', text: piece.slice(1) };
  if (piece.startsWith('=')) {
    if (piece.endsWith('*'))
      throw new PhraseError(`"${piece}": a form is either exact (=) or a beginning (*)`, at);
    return { kind: 'exact', text: piece.slice(1) };
  }
  if (piece.startsWith('*')) {
    if (piece.endsWith('*'))
      throw new PhraseError(`"${piece}": one * only, before an ending or after a beginning`, at);
    return { kind: 'suffix', text: piece.slice(1) };
  }
  if (piece.endsWith('*')) return { kind: 'prefix', text: piece.slice(0, -1) };
  return { kind: 'stem', text: piece };
};

/** Before the first piece. */
const NOTHING_YET: readonly Sequence[] = [[]];

const combine = (left: readonly Sequence[], right: readonly Sequence[], at: number): Sequence[] => {
  if (left.length * right.length > MAX_VARIANTS) {
    throw new PhraseError(`the phrase stands for more than ${MAX_VARIANTS} word sequences: split it`, at);
  }
  if (left === NOTHING_YET) return [...right];
  return left.flatMap((head) => right.map((tail) => [...head, ...tail]));
};

/** Reads a phrase piece by piece. */
interface Reader {
  readonly source: string;
  at: number;
  readonly pieces: RegExp;
}

/** Groups of a piece: 2 gap, 3 "(", 4 ")", 5 "|", 6 "?", 7 class, 8 word. */
const peek = (reader: Reader): RegExpExecArray | null => {
  reader.pieces.lastIndex = reader.at;
  return reader.pieces.exec(reader.source);
};

/** The piece is taken. @returns where it began, without the space before it */
const take = (reader: Reader, [text]: RegExpExecArray): number => {
  reader.at += text.length;
  return reader.at - text.trimStart().length;
};

const SYNTAX = 'expected words, =form, begin*, *end, @class, (a|b), x? or <3>';

const refuseRest = ({ source, at }: Reader): void => {
  const rest = source.slice(at).trimStart();
  if (rest !== '')
    throw new PhraseError(`cannot read "${shown(rest)}": ${SYNTAX}`, source.length - rest.length);
};

const parseGap = (digits: string, start: number): Sequence => {
  const words = Number(digits);
  if (words < 1 || words > MAX_GAP_WORDS)
    throw new PhraseError(`"<${digits}>": a gap is <1> to <${MAX_GAP_WORDS}>`, start);
  return [{ kind: 'gap', words }];
};

const parseItem = (reader: Reader, match: RegExpExecArray): readonly Sequence[] => {
  const start = take(reader, match);
  if (match[3] !== undefined) return parseAlternatives(reader, start);
  if (match[2] !== undefined) return [parseGap(match[2], start)];
  return [[wordAtomOf(match[7] ?? match[8] ?? '', start)]];
};

const parseSequence = (reader: Reader): readonly Sequence[] => {
  let variants: readonly Sequence[] = NOTHING_YET;
  for (;;) {
    const match = peek(reader);
    if (match === null || match[4] !== undefined || match[5] !== undefined) return variants;
    if (match[6] !== undefined) throw new PhraseError('"?" follows nothing that could be missing', reader.at);
    const item = parseItem(reader, match);
    const mark = peek(reader);
    const isOptional = mark?.[6] !== undefined;
    if (mark !== null && isOptional) take(reader, mark);
    variants = combine(variants, isOptional ? [[], ...item] : item, reader.at);
  }
};

/** @param start where the "(" stands that was just taken */
const parseAlternatives = (reader: Reader, start: number): Sequence[] => {
  const all = [...parseSequence(reader)];
  for (;;) {
    const match = peek(reader);
    if (match?.[5] !== undefined) {
      take(reader, match);
      all.push(...parseSequence(reader));
    } else if (match?.[4] !== undefined) {
      take(reader, match);
      return all;
    } else {
      refuseRest(reader);
      throw new PhraseError('"(" is never closed: ")" is missing', start);
    }
  }
};

/** @throws PhraseError naming what is wrong and where in the phrase */
export const parsePhrase = (phrase: string): Sequence[] => {
  const source = phrase.trimEnd();
  const reader: Reader = {
    source,
    at: source.length - source.trimStart().length,
    pieces: new RegExp(PIECE),
  };
  const variants = parseSequence(reader);
  refuseRest(reader);
  return variants.map(tidyGaps);
};

const isTidy = (variant: Sequence): boolean =>
  variant.length > 0 &&
  variant[0]?.kind !== 'gap' &&
  variant.every((atom, at) => atom.kind !== 'gap' || (variant[at + 1]?.kind ?? 'gap') !== 'gap');

/**
 * Where an optional word is missing, the gaps around it meet: two become one, and one at an end borders on nothing.
 * @throws PhraseError when no word is left
 */
const tidyGaps = (variant: Sequence): Sequence => {
  if (isTidy(variant)) return variant;
  const tidy: Atom[] = [];
  for (const atom of variant) {
    const last = tidy.at(-1);
    if (atom.kind !== 'gap') tidy.push(atom);
    else if (last?.kind === 'gap') tidy[tidy.length - 1] = { kind: 'gap', words: last.words + atom.words };
    else if (last !== undefined) tidy.push(atom);
  }
  if (tidy.at(-1)?.kind === 'gap') tidy.pop();
  if (tidy.length === 0)
    throw new PhraseError('the phrase may be empty: at least one word must always be there', 0);
  return tidy;
};
