import type { ChatMessage } from '@perezvon/telegram-simulator';

/** Telegram's limits. */
const MAX_TEXT = 4_096;
const MAX_CAPTION = 1_024;
const MAX_DATA_BYTES = 64;

const MARKUP = /<\/?[a-z]+>|&(?:lt|gt|amp|quot);/u;
const NO_VALUE = /\{\s*\$|\bNaN\b|\[object/u;
/**
 * Latin letters that belong into a Russian text: commands, also the terminal's, people's names, operator codes, versions;
 * for developers what to look for in the logs.
 */
const LATIN_NAMES =
  /\/[a-z]+\b|npm run [a-z -]+|@\w+|\bop-\d+\b|\bv\d[\w.+-]*|\btg-\d+\b|(?<=экран: )[a-z-]+/gu;
const LATIN_WORD = /[a-z][a-z_-]+/giu;
/** AC: Gwet's AC1, the name of a measure of agreement. */
const KNOWN_WORDS = new Set(['LM', 'Telegram', 'AC', 'English']);

/** Codes, keys of texts, `null` and `undefined`: none of them is a Russian word. */
const foreignWords = (text: string): string[] =>
  (text.replaceAll(LATIN_NAMES, '').match(LATIN_WORD) ?? []).filter((word) => !KNOWN_WORDS.has(word));

const wordFaults = (text: string): string[] => [
  ...foreignWords(text).map((word) => `says «${word}»`),
  ...[MARKUP, NO_VALUE].flatMap((pattern) => {
    const found = pattern.exec(text)?.[0];
    return found === undefined ? [] : [`shows «${found}»`];
  }),
];

/**
 * What is wrong with a screen of a Russian-speaking person, whatever screen it is; [] when nothing is.
 * @param isRoot the menu or the door: nothing lies behind it
 */
export const screenFaults = (
  { text, buttons, attachment }: ChatMessage,
  { isRoot }: { isRoot: boolean },
): string[] => {
  const keys = buttons.flat();
  const labels = keys.map((key) => key.text);
  const faults = [text, ...labels].flatMap(wordFaults);
  if (text.length > (attachment ? MAX_CAPTION : MAX_TEXT)) faults.push(`is ${text.length} characters long`);
  if (!isRoot && !labels.includes('🏠 Меню')) faults.push('has no way to the menu');
  for (const { text: label, callbackData } of keys)
    if (Buffer.byteLength(callbackData ?? '') > MAX_DATA_BYTES) faults.push(`«${label}» carries too much`);
  return faults;
};
