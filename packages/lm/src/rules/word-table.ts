/**
 * Words known so far, found by where they stand in a text: a map would need a string of each word, and hash it again.
 * Open addressing over (hash, number of the word); the letters of all words stand in one array.
 */
export interface WordTable {
  /** The number of the word, `NO_WORD` when it is not known. */
  readonly find: (text: string, start: number, length: number, hash: number) => number;
  /**
   * Numbers a word that is not known: 0, 1, 2, …
   * @returns `NO_WORD` for one that finds no place near the others of its hash: it stays unknown
   */
  readonly add: (text: string, start: number, length: number, hash: number) => number;
  readonly size: () => number;
  readonly clear: () => void;
}

export const NO_WORD = -1;

const FIRST_SLOTS = 2 ** 12;
const FIRST_LETTERS = 2 ** 15;
/** Hash, number; a slot is free while its number is 0, so that new tables need not be filled. */
const FIELDS = 2;
/** Words made to share a hash are looked for no longer than this: reading a text stays linear, whatever is in it. */
const MOST_PROBES = 32;
const SPREAD = 0x9e3779b1;
const FOLD = 16;

interface Contents {
  slots: Int32Array;
  mask: number;
  letters: Uint16Array;
  /** Where each word's letters end; those of the next begin there. */
  ends: Int32Array;
  size: number;
}

const empty = (): Contents => ({
  slots: new Int32Array(FIRST_SLOTS * FIELDS),
  mask: FIRST_SLOTS - 1,
  letters: new Uint16Array(FIRST_LETTERS),
  ends: new Int32Array(FIRST_SLOTS),
  size: 0,
});

const firstSlot = (hash: number, mask: number): number => {
  const spread = Math.imul(hash, SPREAD);
  return (spread ^ (spread >>> FOLD)) & mask;
};

const hasLetters = (
  { letters, ends }: Contents,
  word: number,
  text: string,
  start: number,
  length: number,
): boolean => {
  const from = word === 0 ? 0 : (ends[word - 1] ?? 0);
  if ((ends[word] ?? 0) - from !== length) return false;
  for (let at = 0; at < length; at += 1) {
    if (letters[from + at] !== text.charCodeAt(start + at)) return false;
  }
  return true;
};

/** @returns false when all slots near are taken */
const put = ({ slots, mask }: Contents, hash: number, number: number): boolean => {
  let slot = firstSlot(hash, mask);
  for (let probe = 0; probe < MOST_PROBES; probe += 1) {
    if (slots[slot * FIELDS + 1] === 0) {
      slots[slot * FIELDS] = hash;
      slots[slot * FIELDS + 1] = number;
      return true;
    }
    slot = (slot + 1) & mask;
  }
  return false;
};

/** At most a third full: most words are found where they are looked for first. */
const growSlots = (table: Contents): void => {
  const old = table.slots;
  table.mask = table.mask * 2 + 1;
  table.slots = new Int32Array((table.mask + 1) * FIELDS);
  for (let at = 0; at < old.length; at += FIELDS) {
    const number = old[at + 1] ?? 0;
    if (number !== 0) put(table, old[at] ?? 0, number);
  }
  const ends = new Int32Array(table.mask + 1);
  ends.set(table.ends);
  table.ends = ends;
};

const addLetters = (table: Contents, text: string, start: number, length: number): void => {
  const from = table.size === 0 ? 0 : (table.ends[table.size - 1] ?? 0);
  if (from + length > table.letters.length) {
    const letters = new Uint16Array(table.letters.length * 2);
    letters.set(table.letters);
    table.letters = letters;
  }
  for (let at = 0; at < length; at += 1) table.letters[from + at] = text.charCodeAt(start + at);
  table.ends[table.size] = from + length;
};

export const createWordTable = (): WordTable => {
  let table = empty();
  return {
    find: (text, start, length, hash) => {
      const { slots, mask } = table;
      let slot = firstSlot(hash, mask);
      for (let probe = 0; probe < MOST_PROBES; probe += 1) {
        const number = slots[slot * FIELDS + 1] ?? 0;
        if (number === 0) return NO_WORD;
        if (slots[slot * FIELDS] === hash && hasLetters(table, number - 1, text, start, length))
          return number - 1;
        slot = (slot + 1) & mask;
      }
      return NO_WORD;
    },
    add: (text, start, length, hash) => {
      if (table.size * 3 > table.mask) growSlots(table);
      if (!put(table, hash, table.size + 1)) return NO_WORD;
      addLetters(table, text, start, length);
      table.size += 1;
      return table.size - 1;
    },
    size: () => table.size,
    clear: () => {
      if (table.size > 0) table = empty();
    },
  };
};
