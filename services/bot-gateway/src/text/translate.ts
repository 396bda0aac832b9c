import type { FluentBundle } from '@fluent/bundle';
import { fillText, readBundle, type Language, type OnTextProblem } from '@perezvon/texts';
import { escapeHtml, trustedHtml, type Html } from './html.js';

export { DEFAULT_LANGUAGE, languageOf, LANGUAGES, type Language } from '@perezvon/texts';

export type TextArgs = Readonly<Record<string, string | number | Html>>;
/** A text of the person's language; string arguments are escaped, `Html` ones are put in as they are. */
export type Translate = (key: string, args?: TextArgs) => Html;

/** The texts of every language, read once at the start. */
export interface Texts {
  in(language: Language): Translate;
  bundle(language: Language): FluentBundle;
}

const LOCALES = new URL('../../locales/', import.meta.url);

const toHtml = (value: string | number | Html): string | number => {
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? escapeHtml(value) : value.html;
};

/**
 * Reads `locales/`; broken Fluent stops the start.
 * @param onProblem hears of a missing text or argument; tests throw there, the service logs and shows the key
 */
export const readTexts = (onProblem: OnTextProblem): Texts => {
  const bundles = {
    ru: readBundle('ru', LOCALES),
    en: readBundle('en', LOCALES),
  } satisfies Record<Language, FluentBundle>;
  return {
    bundle: (language) => bundles[language],
    in: (language) => (key, args) => {
      const values = Object.entries(args ?? {}).map(([name, value]) => [name, toHtml(value)] as const);
      return trustedHtml(fillText(bundles[language], key, Object.fromEntries(values), onProblem));
    },
  };
};
