/** Letters and digits of any script, marks on them, invisible characters and halves of surrogate pairs. */
const WORD_PART = /[\p{L}\p{N}\p{M}\p{Cf}\p{Cs}]/u;
const SENTENCE_END = /[.!?…;]/u;
/** Longer runs of letters are noise, not words; they are cut so that no table grows with the input. */
export const MAX_WORD_LENGTH = 48;

/** What each UTF-16 code is, found out once: text is read letter by letter, and a regular expression a letter is dear. */
const KINDS = new Uint8Array(2 ** 16);
const IS_WORD = 1;
const IS_OTHER = 2;
const ENDS_SENTENCE = 3;

const findKind = (code: number): number => {
  const letter = String.fromCharCode(code);
  const kind = WORD_PART.test(letter) ? IS_WORD : SENTENCE_END.test(letter) ? ENDS_SENTENCE : IS_OTHER;
  KINDS[code] = kind;
  return kind;
};

/** Where the words of a text stand. Filled anew for every text, so that reading a turn costs no allocation. */
export interface WordPlaces {
  count: number;
  starts: Int32Array;
  /** One past the last letter. */
  ends: Int32Array;
  /** Counts up at every full stop, question or exclamation mark. */
  sentences: Int32Array;
  /** See `hashOf`. */
  hashes: Int32Array;
}

const FIRST_WORDS = 2 ** 10;
/** Turns of more words are rare: what they took is given back with the next turn. */
const MOST_KEPT_WORDS = 2 ** 16;

const emptyPlaces = (room: number): WordPlaces => ({
  count: 0,
  starts: new Int32Array(room),
  ends: new Int32Array(room),
  sentences: new Int32Array(room),
  hashes: new Int32Array(room),
});

export const createWordPlaces = (): WordPlaces => emptyPlaces(FIRST_WORDS);

const grow = (places: WordPlaces): void => {
  const more = emptyPlaces(places.starts.length * 2);
  more.starts.set(places.starts);
  more.ends.set(places.ends);
  more.sentences.set(places.sentences);
  more.hashes.set(places.hashes);
  Object.assign(places, { ...more, count: places.count });
};

/** An odd constant (FNV-1a's), so that every letter counts in every bit above its own. */
const HASH_FACTOR = 0x01000193;
const HASH_START = 0x811c9dc5 | 0;
const addLetter = (hash: number, code: number): number => Math.imul(hash ^ code, HASH_FACTOR);

/** The hash of a word as `splitWords` finds it. */
export const hashOf = (word: string): number => {
  let hash = HASH_START;
  for (let at = 0; at < word.length && at < MAX_WORD_LENGTH; at += 1)
    hash = addLetter(hash, word.charCodeAt(at));
  return hash;
};

/**
 * Splits a turn into words in one pass and hashes them on the way: a known word then needs no string of its own.
 * Hyphenated words come apart («кто-нибудь» → two words): recognisers write them both ways.
 * @param places filled with what is found
 */
export const splitWords = (text: string, places: WordPlaces): void => {
  if (places.starts.length > MOST_KEPT_WORDS) Object.assign(places, createWordPlaces());
  places.count = 0;
  const { length } = text;
  let sentence = 0;
  let hasEnded = false;
  let at = 0;
  while (at < length) {
    let code = text.charCodeAt(at);
    let kind = KINDS[code] || findKind(code);
    if (kind !== IS_WORD) {
      if (kind === ENDS_SENTENCE) hasEnded = true;
      at += 1;
      continue;
    }
    const start = at;
    let hash = HASH_START;
    while (kind === IS_WORD) {
      if (at - start < MAX_WORD_LENGTH) hash = addLetter(hash, code);
      at += 1;
      if (at >= length) break;
      code = text.charCodeAt(at);
      kind = KINDS[code] || findKind(code);
    }
    if (hasEnded && places.count > 0) sentence += 1;
    hasEnded = false;
    addPlace(places, start, at, sentence, hash);
  }
};

const addPlace = (places: WordPlaces, start: number, end: number, sentence: number, hash: number): void => {
  if (places.count >= places.starts.length) grow(places);
  const { count } = places;
  places.starts[count] = start;
  places.ends[count] = end;
  places.sentences[count] = sentence;
  places.hashes[count] = hash;
  places.count = count + 1;
};
