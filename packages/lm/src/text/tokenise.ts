/** Where one word stands in a turn's text; `sentence` counts up at every full stop, question or exclamation mark. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
}

const WORD = /[\p{L}\p{N}\u00ad\u200b-\u200f\u2060\ufeff\p{M}]+/gu;
const SENTENCE_END = /[.!?…;]/u;
/** Longer runs of letters are noise, not words; they are cut so that no map key grows with the input. */
const MAX_WORD_LENGTH = 48;

/**
 * Splits a turn into words in one pass, with offsets into the original text.
 * Hyphenated words come apart («кто-нибудь» → two words): recognisers write them both ways.
 */
export const tokenise = (text: string, onWord: (word: string, span: Span) => void): void => {
  let sentence = 0;
  let previousEnd = 0;
  for (const match of text.matchAll(WORD)) {
    const start = match.index;
    const end = start + match[0].length;
    if (previousEnd > 0 && SENTENCE_END.test(text.slice(previousEnd, start))) sentence += 1;
    onWord(match[0].slice(0, MAX_WORD_LENGTH), { start, end, sentence });
    previousEnd = end;
  }
};
