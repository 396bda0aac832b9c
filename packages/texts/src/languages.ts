/** Russian first: it is also what a person with another language reads. */
export const LANGUAGES = ['ru', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
export const DEFAULT_LANGUAGE: Language = 'ru';

/** The language of somebody whose Telegram speaks `code` (IETF tag; undefined: not said). */
export const languageOf = (code: string | undefined): Language =>
  LANGUAGES.find((language) => code === language || code?.startsWith(`${language}-`)) ?? DEFAULT_LANGUAGE;
