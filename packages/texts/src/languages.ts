import { LANGUAGES, type Language } from '@perezvon/contracts';

export { LANGUAGES, type Language };

/** What a person with any other language reads. */
export const DEFAULT_LANGUAGE: Language = 'ru';

/** The language of somebody whose Telegram speaks `code` (IETF tag; undefined: not said). */
export const languageOf = (code: string | undefined): Language =>
  LANGUAGES.find((language) => code === language || code?.startsWith(`${language}-`)) ?? DEFAULT_LANGUAGE;
