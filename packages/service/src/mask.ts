const HIDDEN = '[hidden]';

/** What may hold a secret or personal data, wherever it stands in a text. */
const SENSITIVE: readonly (readonly [RegExp, string])[] = [
  // The Bot API carries its token in the path, and HTTP errors carry the URL.
  [/\bbot\d+:[\w-]+/g, `bot${HIDDEN}`],
  // The bare token: `123456:AAF…`.
  [/\b\d{6,12}:[\w-]{30,}/g, HIDDEN],
  // Passwords in connection strings.
  [/(\w+:\/\/)[^\s/@"']*@/g, `$1${HIDDEN}@`],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, `$1 ${HIDDEN}`],
  // Phone numbers in international form, also with spaces, brackets and dashes.
  [/\+\d[\d\s()-]{8,18}\d/g, HIDDEN],
];

/** The text without tokens, passwords and phone numbers. */
export const maskText = (text: string): string =>
  SENSITIVE.reduce((masked, [pattern, replacement]) => masked.replace(pattern, replacement), text);
