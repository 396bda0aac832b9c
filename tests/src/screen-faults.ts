import { withoutNasty } from './nasty.js';
import type { ChatMessage } from '@perezvon/telegram-simulator';

/** Telegram's limits. */
const MAX_TEXT = 4_096;
const MAX_CAPTION = 1_024;
const MAX_DATA_BYTES = 64;

const MARKUP = /<\/?[a-z]+>|&(?:lt|gt|amp|quot);/u;
const NO_VALUE = /[{}]|\bNaN\b|\[object|\p{Surrogate}/u;
/** What a button asked for was done meanwhile, by the clock or by somebody: that is for people to know, not a fault. */
const MEANWHILE = [
  'так уже и настроено',
  'она уже завершена',
  'прогон сейчас не',
  'прогон уже завершён',
].join('|');
/** A person reads it as a failure: no button may lead there while nothing has failed. */
const FAILURE = new RegExp(
  `^(?:Экран устарел|Этого уже нет|⛔️ Этот раздел|⛔️ Не выполнено: (?!${MEANWHILE}).*|❗️ Не выполнено|⚠️ Сейчас не|⏱ Слишком)`,
  'u',
);
/**
 * Latin letters that belong into a Russian text: commands, also the terminal's, people's names, operator codes, versions, links to the bot;
 * for developers what to look for in the logs.
 */
const LATIN_NAMES =
  /https:\/\/t\.me\/\S+|\/[a-z]+\b|npm run [a-z -]+|@\w+|\bop-\d+\b|\bv\d[\w.+-]*|\btg-\d+\b|(?<=экран: )[a-z-]+|SHA-256.*/gu;
const LATIN_WORD = /[a-z][a-z_-]+/giu;
/** AC: Gwet's AC1, the name of a measure of agreement. */
const KNOWN_WORDS = new Set(['LM', 'Telegram', 'AC', 'English', 'Excel', 'CSV', 'ID', 'Redis', 'PostgreSQL']);

/** Codes, keys of texts, `null` and `undefined`: none of them is a Russian word. */
const foreignWords = (text: string): string[] =>
  (text.replaceAll(LATIN_NAMES, '').match(LATIN_WORD) ?? []).filter((word) => !KNOWN_WORDS.has(word));

const wordFaults = (words: string): string[] => {
  const { text, spoilt } = withoutNasty(words);
  return [
    ...spoilt.map((data) => `spoils data: «${data}»`),
    ...foreignWords(text).map((word) => `says «${word}»`),
    ...[MARKUP, NO_VALUE, FAILURE].flatMap((pattern) => {
      const found = pattern.exec(text)?.[0];
      return found === undefined ? [] : [`shows «${found}»`];
    }),
  ];
};

/** What stands there as code is meant to be one: ids of rules, operators, commands. */
const withoutCode = ({ text, entities }: ChatMessage): string =>
  entities
    .filter(({ type }) => type === 'code')
    .toSorted((a, b) => b.offset - a.offset)
    .reduce((rest, { offset, length }) => rest.slice(0, offset) + rest.slice(offset + length), text);

/**
 * What is wrong with a screen of a Russian-speaking person, whatever screen it is; [] when nothing is.
 * @param isRoot the menu or the door: nothing lies behind it
 */
export const screenFaults = (message: ChatMessage, { isRoot }: { isRoot: boolean }): string[] => {
  const { text, buttons, attachment } = message;
  const keys = buttons.flat();
  const labels = keys.map((key) => key.text);
  const faults = [withoutCode(message), ...labels].flatMap(wordFaults);
  if (text.length > (attachment ? MAX_CAPTION : MAX_TEXT)) faults.push(`is ${text.length} characters long`);
  if (!isRoot && !['⬅️ Назад', '🏠 Меню'].every((label) => labels.includes(label)))
    faults.push('has no way back');
  for (const { text: label, callbackData } of keys)
    if (Buffer.byteLength(callbackData ?? '') > MAX_DATA_BYTES) faults.push(`«${label}» carries too much`);
  return faults;
};
