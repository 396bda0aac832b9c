import type { Speaker } from '@perezvon/contracts';

/** A piece of a text: from `start` up to but without `end`, in UTF-16 units. */
export interface Range {
  start: number;
  end: number;
}

/** What stands in the place of hidden words. */
export const MASK = '•••';

/** Phones, cards, policies and dates of birth have at least this many digits; prices fewer. */
const MIN_DIGITS = 7;
const DIGIT_RUN = /\+?\d(?:[\s().\-–—]{0,3}\d)*/gu;

/** A spoken phone takes at least this many number words («девятьсот шестнадцать двести …»); a time or a price fewer. */
const MIN_NUMBER_WORDS = 6;
const NUMBER_WORD =
  /^(?:\d+|ноль|нуль|од(?:ин|на|но)|дв[ае]|три|четыре|пять|шесть|семь|восемь|девять|десять|(?:один|две|три|четыр|пят|шест|сем|восем|девят)надцать|двадцать|тридцать|сорок|(?:пять|шесть|семь|восемь)десят|девяносто|сто|двести|(?:три|четыре)ста|(?:пять|шесть|семь|восемь|девять)сот)$/u;

/** «Егоровна», «Петрович»: beside a patronymic stands a name. */
const PATRONYMIC = /^\p{L}{2,}(?:ович|евич|ьич|овна|евна|ична|инична)$/u;
/** How many words before the patronymic belong to the name: a client who introduces himself says the surname too. */
const NAME_WORDS: Readonly<Record<Speaker, number>> = { client: 2, operator: 1, system: 1 };

const WORD = /[\p{L}\p{N}]+/gu;

interface Word extends Range {
  lower: string;
}

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    lower: word.toLowerCase().replaceAll('ё', 'е'),
  }));

const digitRuns = (text: string): Range[] =>
  [...text.matchAll(DIGIT_RUN)]
    .filter(([run]) => run.replace(/\D/g, '').length >= MIN_DIGITS)
    .map(({ 0: run, index }) => ({ start: index, end: index + run.length }));

const spokenNumbers = (words: readonly Word[]): Range[] => {
  const runs: Word[][] = [[]];
  for (const word of words) {
    if (NUMBER_WORD.test(word.lower)) runs.at(-1)?.push(word);
    else runs.push([]);
  }
  return runs
    .filter(({ length }) => length >= MIN_NUMBER_WORDS)
    .map((run) => ({ start: run[0]?.start ?? 0, end: run.at(-1)?.end ?? 0 }));
};

const names = (words: readonly Word[], speaker: Speaker): Range[] =>
  words.flatMap(({ lower, end }, index) => {
    if (!PATRONYMIC.test(lower)) return [];
    const first = words[Math.max(0, index - NAME_WORDS[speaker])];
    return first ? [{ start: first.start, end }] : [];
  });

const merge = (ranges: readonly Range[]): Range[] => {
  const merged: Range[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else merged.push({ ...range });
  }
  return merged;
};

/**
 * Where a turn names a person or holds a number that could be a phone, a card, a policy or a date of birth, written
 * or spoken. It looks for forms, not for meaning: a name without a patronymic stays.
 * @returns ranges in order that do not touch
 */
export const personalRanges = (text: string, speaker: Speaker): Range[] => {
  const words = wordsOf(text);
  return merge([...digitRuns(text), ...spokenNumbers(words), ...names(words, speaker)]);
};

/** The same words with what is personal hidden. */
export const maskPersonal = (text: string, speaker: Speaker): string => {
  let masked = '';
  let from = 0;
  for (const { start, end } of personalRanges(text, speaker)) {
    masked += text.slice(from, start) + MASK;
    from = end;
  }
  return masked + text.slice(from);
};
