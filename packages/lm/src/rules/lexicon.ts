import { NO_UNIT } from '../model/feature-space.js';
import { normaliseWord } from '../text/normalise.js';
import { createWordPlaces, MAX_WORD_LENGTH, splitWords } from '../text/split-words.js';
import { stemWord } from '../text/stem.js';
import { maskOf } from './automaton.js';
import { wordAtomOf, type WordAtom } from './phrase.js';
import { createWordTable, NO_WORD } from './word-table.js';

/** What the engine knows of a word: the trie's symbols it can stand for and its unit in the fitted model. */
export interface Lexeme {
  readonly word: string;
  readonly stem: string;
  readonly symbols: readonly number[];
  /** One number for the set of symbols: words with the same are alike to every rule. */
  readonly signature: number;
  /** See `maskOf`. */
  readonly mask: number;
  /** Index in the model's vocabulary; −1 when the model does not know the word. */
  readonly unit: number;
  /** The same for its first letters; −1 for a short word too. */
  readonly beginning: number;
}

/** Letters that words of one root share in most forms. */
const BEGINNING_LENGTH = 4;

/** Calls hold some 10⁵ different word forms a year; past this the cache starts afresh and memory stays flat. */
const MAX_CACHED_WORDS = 200_000;
/** Shorter beginnings and ends would fit half of all words. */
export const MIN_PART_LENGTH = 2;

/** The words of a text; `starts`/`ends` are offsets into it. */
export interface TextWords {
  readonly words: readonly Lexeme[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly sentences: readonly number[];
}

/** Maps words to symbols; filled while the rules compile, only read (and cached) while calls are scored. */
export interface Lexicon {
  readonly symbolOf: (atom: WordAtom) => number;
  readonly wordsOf: (text: string) => TextWords;
  /** Classes of a word by name: for readers of numbers and times. */
  readonly classSymbol: (name: string) => number;
}

interface Tables {
  readonly stem: Map<string, number[]>;
  readonly exact: Map<string, number[]>;
  readonly prefix: Map<string, number[]>;
  readonly suffix: Map<string, number[]>;
}

const push = (table: Map<string, number[]>, key: string, symbol: number): void => {
  const known = table.get(key);
  if (known === undefined) table.set(key, [symbol]);
  else if (!known.includes(symbol)) known.push(symbol);
};

/** What tells a word of a phrase from another: forms of one word are the same unless the phrase asks for the form. */
export const keyOf = (atom: WordAtom): string => {
  const word = normaliseWord(atom.text);
  return atom.kind === 'stem' ? stemWord(word) : word;
};

/** Letter by letter: a slice would keep the whole transcript in memory as long as the word is known. */
const copyOf = (text: string, start: number, end: number): string => {
  const codes: number[] = [];
  for (let at = start; at < end; at += 1) codes.push(text.charCodeAt(at));
  return String.fromCharCode(...codes);
};

/**
 * @param classes word classes of the rule files
 * @param unitOf the model's vocabulary: a stem or `@class` → unit, −1 when unknown
 */
export const createLexicon = (
  classes: ReadonlyMap<string, readonly string[]>,
  unitOf: (unit: string) => number,
): Lexicon => {
  const tables: Tables = { stem: new Map(), exact: new Map(), prefix: new Map(), suffix: new Map() };
  const symbols = new Map<string, number>();
  const classNames: string[] = [];
  const cached = createWordTable();
  const lexemes: Lexeme[] = [];
  const forget = (): void => {
    cached.clear();
    lexemes.length = 0;
  };
  // Bounded by the rules, not by what is said: a word's symbols follow from the rules' own words, beginnings and ends.
  const signatures = new Map<string, number>();
  const signatureOf = (found: readonly number[]): number => {
    const key = found.join(' ');
    const known = signatures.get(key);
    if (known !== undefined) return known;
    signatures.set(key, signatures.size);
    return signatures.size - 1;
  };

  const newSymbol = (key: string): number => {
    const symbol = symbols.size;
    symbols.set(key, symbol);
    return symbol;
  };
  const addTo = (atom: WordAtom, symbol: number): void => {
    if (atom.kind !== 'class') push(tables[atom.kind], keyOf(atom), symbol);
  };

  for (const [name, members] of classes) {
    const symbol = newSymbol(`class:${name}`);
    classNames[symbol] = name;
    for (const member of members) addTo(wordAtomOf(member), symbol);
  }

  const findSymbol = (atom: WordAtom): number => {
    const key = atom.kind === 'class' ? `class:${atom.text}` : `${atom.kind}:${keyOf(atom)}`;
    const known = symbols.get(key);
    if (known !== undefined) return known;
    if (atom.kind === 'class') throw new Error(`there is no class @${atom.text}`);
    forget();
    const symbol = newSymbol(key);
    addTo(atom, symbol);
    return symbol;
  };
  // A phrase stands for many sequences of the same few atoms: each is stemmed once.
  const known = new WeakMap<WordAtom, number>();
  const symbolOf = (atom: WordAtom): number => {
    const found = known.get(atom) ?? findSymbol(atom);
    known.set(atom, found);
    return found;
  };

  const read = (raw: string): Lexeme => {
    const word = normaliseWord(raw);
    const stem = stemWord(word);
    const found = [...(tables.stem.get(stem) ?? []), ...(tables.exact.get(word) ?? [])];
    for (let length = MIN_PART_LENGTH; length <= word.length; length += 1) {
      found.push(...(tables.prefix.get(word.slice(0, length)) ?? []));
      found.push(...(tables.suffix.get(word.slice(-length)) ?? []));
    }
    const className = found.map((symbol) => classNames[symbol]).find((name) => name !== undefined);
    const unique = [...new Set(found)];
    return {
      word,
      stem,
      symbols: unique,
      signature: signatureOf(unique),
      mask: maskOf(unique),
      unit: unitOf(className === undefined ? stem : `@${className}`),
      beginning: word.length < BEGINNING_LENGTH ? NO_UNIT : unitOf(word.slice(0, BEGINNING_LENGTH)),
    };
  };

  const lookUp = (text: string, start: number, end: number, hash: number): Lexeme => {
    const length = Math.min(end - start, MAX_WORD_LENGTH);
    const number = cached.find(text, start, length, hash);
    const known = number === NO_WORD ? undefined : lexemes[number];
    if (known !== undefined) return known;
    if (cached.size() >= MAX_CACHED_WORDS) forget();
    const lexeme = read(copyOf(text, start, start + length));
    if (cached.add(text, start, length, hash) !== NO_WORD) lexemes.push(lexeme);
    return lexeme;
  };

  const places = createWordPlaces();
  const wordsOf = (text: string): TextWords => {
    splitWords(text, places);
    const words: Lexeme[] = [];
    const starts: number[] = [];
    const ends: number[] = [];
    const sentences: number[] = [];
    for (let word = 0; word < places.count; word += 1) {
      const start = places.starts[word] ?? 0;
      const end = places.ends[word] ?? 0;
      words.push(lookUp(text, start, end, places.hashes[word] ?? 0));
      starts.push(start);
      ends.push(end);
      sentences.push(places.sentences[word] ?? 0);
    }
    return { words, starts, ends, sentences };
  };

  return { symbolOf, wordsOf, classSymbol: (name) => symbols.get(`class:${name}`) ?? -1 };
};
