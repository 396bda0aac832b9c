/** . ! ? … ; */
const SENTENCE_ENDS: ReadonlySet<number> = new Set([0x2e, 0x21, 0x3f, 0x2026, 0x3b]);
/** Letters and digits of any script, marks on them, invisible characters and halves of surrogate pairs. */
const WORD_PART = /[\p{L}\p{N}\p{M}\p{Cf}\p{Cs}]/u;
/** Longer runs of letters are noise, not words; they are cut so that no map key grows with the input. */
const MAX_WORD_LENGTH = 48;

/** What each UTF-16 code is, found out once: 0 not known yet, 1 part of a word, 2 not. */
const KNOWN = new Uint8Array(2 ** 16);
const IS_WORD = 1;
const IS_OTHER = 2;

const isWordPart = (code: number): boolean => {
  const known = KNOWN[code] ?? 0;
  if (known !== 0) return known === IS_WORD;
  const isWord = WORD_PART.test(String.fromCharCode(code));
  KNOWN[code] = isWord ? IS_WORD : IS_OTHER;
  return isWord;
};

/** @param sentence counts up at every full stop, question or exclamation mark */
export type OnWord = (word: string, start: number, end: number, sentence: number) => void;

/**
 * Splits a turn into words in one pass, with offsets into the original text.
 * Hyphenated words come apart («кто-нибудь» → two words): recognisers write them both ways.
 */
export const tokenise = (text: string, onWord: OnWord): void => {
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
      onWord(text.slice(start, Math.min(at, start + MAX_WORD_LENGTH)), start, at, sentence);
      start = -1;
      ended = false;
      isFirst = false;
    }
    if (SENTENCE_ENDS.has(code)) ended = true;
  }
};
