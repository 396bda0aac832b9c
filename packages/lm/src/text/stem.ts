import { stemmer } from '@orama/stemmers/russian';

const CYRILLIC = /^[а-я]+$/u;

/**
 * Snowball stem of a normalised Russian word; other words are returned as they are.
 * Not cached here: `createLexicon` remembers what it made of a word.
 */
export const stemWord = (word: string): string => (CYRILLIC.test(word) ? stemmer(word) : word);
