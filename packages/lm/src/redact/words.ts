/** A piece of a text: from `start` up to but without `end`, in UTF-16 units. */
export interface Range {
  start: number;
  end: number;
}

/** A word where it stands. */
export interface Word extends Range {
  /** In small letters, «ё» as «е». */
  lower: string;
  isCapital: boolean;
  /** The first of its sentence: a capital letter there says nothing. */
  opensSentence: boolean;
  /** A full stop, comma or the like stands between the word before and this one. */
  opensClause: boolean;
}

const WORD = /[\p{L}\p{N}]+/gu;
const SENTENCE_END = /[.!?…]/u;
const CLAUSE_END = /[.!?…,;:]/u;
/** «Анна», not «МРТ». */
const CAPITAL = /^\p{Lu}\p{Ll}/u;

/** The words of a text; time is linear in its length. */
export const wordsOf = (text: string): Word[] => {
  const words: Word[] = [];
  let from = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const gap = text.slice(from, index);
    from = index + word.length;
    words.push({
      start: index,
      end: from,
      lower: word.toLowerCase().replaceAll('ё', 'е'),
      isCapital: CAPITAL.test(word),
      opensSentence: words.length === 0 || SENTENCE_END.test(gap),
      opensClause: words.length === 0 || CLAUSE_END.test(gap),
    });
  }
  return words;
};

/** Ranges in order that do not touch; of those that share characters the first one's other fields stay. */
export const mergeRanges = <Piece extends Range>(ranges: readonly Piece[]): Piece[] => {
  const merged: Piece[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else merged.push({ ...range });
  }
  return merged;
};
