import { quoteOf, type ReadTurn } from './prepare.js';

/** Some words of a turn, by word position, both ends inclusive. */
export interface Fragment {
  readonly turn: ReadTurn;
  readonly from: number;
  readonly to: number;
}

/** How far a fragment may be extended: to the marks around its clause, or to the whole sentence. */
export type Within = 'clause' | 'sentence';

/** As long as a person reads at a glance; speech without punctuation is one endless sentence. */
const MAX_WORDS = 12;
/** Marks between clauses; ends of sentences are counted while the turn is read. */
const CLAUSE_MARKS: ReadonlySet<number> = new Set(Array.from(',:()«»—–', (mark) => mark.charCodeAt(0)));
const SPACE = 0x20;

/** Between most words stands one space: it is not worth a slice and a regular expression. */
const hasClauseMark = (text: string, from: number, to: number): boolean => {
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== SPACE && CLAUSE_MARKS.has(code)) return true;
  }
  return false;
};

const isJoined = ({ sentences, text, starts, ends }: ReadTurn, left: number, within: Within): boolean => {
  if (left < 0 || sentences[left] === undefined || sentences[left] !== sentences[left + 1]) return false;
  return within === 'sentence' || !hasClauseMark(text, ends[left] ?? 0, starts[left + 1] ?? 0);
};

/** The words with their clause or sentence around them, evenly on both sides, up to twelve words in all. */
export const extend = ({ turn, from, to }: Fragment, within: Within): Fragment => {
  let first = from;
  let last = Math.max(from, to);
  let growsLeft = true;
  let growsRight = true;
  while ((growsLeft || growsRight) && last - first + 1 < MAX_WORDS) {
    growsLeft &&= isJoined(turn, first - 1, within);
    if (growsLeft) first -= 1;
    if (last - first + 1 >= MAX_WORDS) break;
    growsRight &&= isJoined(turn, last, within);
    if (growsRight) last += 1;
  }
  return { turn, from: first, to: last };
};

export const overlap = (one: Fragment, other: Fragment): boolean =>
  one.turn === other.turn && one.from <= other.to && other.from <= one.to;

/** The literal words. */
export const textOf = ({ turn, from, to }: Fragment): string => quoteOf(turn, from, to);
