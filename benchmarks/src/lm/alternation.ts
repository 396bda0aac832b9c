import type { CallRecord } from '@perezvon/contracts';
import { readPhraseFiles } from './rule-phrases.js';

/** What a regular expression is given: lower case, ё as е, one space between words and after the last. */
const plainText = (text: string): string =>
  `${text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[^а-я0-9]+/gu, ' ')
    .trim()} `;

export const plainTexts = ({ transcript }: CallRecord): string[] =>
  (transcript ?? []).map(({ text }) => plainText(text));

const LETTER = '[а-я0-9]';
/** Endings are one or two letters in most forms; what is left stands for all of them. */
const ENDING = 2;
const SHORTEST_STEM = 3;

type Classes = ReadonlyMap<string, readonly string[]>;

const wordSource = (atom: string, classes: Classes): string => {
  const word = atom.replaceAll('ё', 'е');
  if (word.startsWith('@'))
    return `(?:${(classes.get(word.slice(1)) ?? []).map((member) => wordSource(member, classes)).join('|')})`;
  if (word.startsWith('=')) return word.slice(1);
  if (word.startsWith('*')) return `${LETTER}*${word.slice(1)}`;
  if (word.endsWith('*')) return `${word.slice(0, -1)}${LETTER}*`;
  return `${word.slice(0, Math.max(SHORTEST_STEM, word.length - ENDING))}${LETTER}*`;
};

const PIECE = /<(\d+)>|[()|?]|@[a-z_]+|[=*]?[\p{L}\p{N}]+\*?/gu;

const pieceSource = ([piece, gap]: RegExpExecArray, classes: Classes): string => {
  if (gap !== undefined) return `(?:${LETTER}+ ){0,${gap}}`;
  if (piece === '(') return '(?:';
  if (piece === ')' || piece === '|' || piece === '?') return piece;
  return `(?:${wordSource(piece, classes)} )`;
};

export interface Alternation {
  readonly pattern: RegExp;
  readonly phrases: number;
}

/** Phrases of bare words: what such an expression can be spared are word classes and gaps. */
const IS_BARE = /^[^@<]+$/u;

/**
 * All phrases of the shipped rules as one regular expression, as one would write them by hand: stems with any ending,
 * classes written out, gaps as up to so many words. It knows no speakers, places, exclusions or overlaps.
 */
export const phrasesAsPattern = ({ onlyBare }: { readonly onlyBare: boolean }): Alternation => {
  const files = readPhraseFiles().map(({ content }) => content);
  const classes = new Map(files.flatMap((file) => Object.entries(file.classes)));
  const phrases = files
    .flatMap(({ rules }) => rules.flatMap((rule) => rule.phrases))
    .filter((phrase) => !onlyBare || IS_BARE.test(phrase));
  const sources = phrases.map((phrase) =>
    [...phrase.matchAll(PIECE)].map((piece) => pieceSource(piece, classes)).join(''),
  );
  return { pattern: new RegExp(`(?<!${LETTER})(?:${sources.join('|')})`, 'g'), phrases: phrases.length };
};

/** @returns how many matches the pattern has in the texts */
export const countMatches = ({ pattern }: Alternation, texts: readonly string[]): number => {
  let matches = 0;
  for (const text of texts) {
    pattern.lastIndex = 0;
    while (pattern.exec(text) !== null) matches += 1;
  }
  return matches;
};
