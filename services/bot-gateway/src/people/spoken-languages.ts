import type { User } from 'grammy/types';
import { languageOf, type Language } from '../text/translate.js';

/** Those who wrote last; a clinic has some dozens, the rest are strangers. */
const MAX_PEOPLE = 10_000;

/**
 * What the bot speaks with the people who wrote lately: known before the database is asked, and while it does not answer.
 * Who is not in it hears what his Telegram speaks.
 */
export interface SpokenLanguages {
  remember(telegramId: bigint, language: Language): void;
  of(from: User | undefined): Language;
}

export const makeSpokenLanguages = (): SpokenLanguages => {
  const spoken = new Map<bigint, Language>();
  return {
    remember: (telegramId, language) => {
      spoken.delete(telegramId);
      spoken.set(telegramId, language);
      const [oldest] = spoken.keys();
      if (spoken.size > MAX_PEOPLE && oldest !== undefined) spoken.delete(oldest);
    },
    of: (from) => (from && spoken.get(BigInt(from.id))) ?? languageOf(from?.language_code),
  };
};
