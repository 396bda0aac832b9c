/** Where one word stands in a turn's text; `sentence` counts up at every full stop, question or exclamation mark. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
}

/** . ! ? … ; */
const SENTENCE_ENDS: ReadonlySet<number> = new Set([0x2e, 0x21, 0x3f, 0x2026, 0x3b]);
/** Letters and digits of any script, marks on them, invisible characters and halves of surrogate pairs. */
const OTHER_WORD_PART = /[\p{L}\p{N}\p{M}\p{Cf}\p{Cs}]/u;
/** Longer runs of letters are noise, not words; they are cut so that no map key grows with the input. */
const MAX_WORD_LENGTH = 48;

const isBetween = (code: number, first: number, last: number): boolean => code >= first && code <= last;

/** Most of a call is Russian or Latin letters and digits: these need no regular expression. */
const isWordPart = (code: number): boolean => {
  if (isBetween(code, 0x410, 0x44f) || code === 0x401 || code === 0x451) return true;
  if (code < 0x80)
    return isBetween(code, 0x61, 0x7a) || isBetween(code, 0x41, 0x5a) || isBetween(code, 0x30, 0x39);
  return OTHER_WORD_PART.test(String.fromCharCode(code));
};

/**
 * Splits a turn into words in one pass, with offsets into the original text.
 * Hyphenated words come apart («кто-нибудь» → two words): recognisers write them both ways.
 */
export const tokenise = (text: string, onWord: (word: string, span: Span) => void): void => {
  let sentence = 0;
  let ended = false;
  let start = -1;
  let isFirst = true;
  for (let at = 0; at <= text.length; at += 1) {
    const code = at < text.length ? text.charCodeAt(at) : 0;
    if (isWordPart(code)) {
      if (start < 0) start = at;
      continue;
    }
    if (start >= 0) {
      if (ended && !isFirst) sentence += 1;
      onWord(text.slice(start, Math.min(at, start + MAX_WORD_LENGTH)), { start, end: at, sentence });
      start = -1;
      ended = false;
      isFirst = false;
    }
    if (SENTENCE_ENDS.has(code)) ended = true;
  }
};
