import { readdirSync, readFileSync } from 'node:fs';
import { FluentBundle, FluentNumber, FluentResource, type FluentVariable } from '@fluent/bundle';
import { escapeHtml, trustedHtml, type Html } from './html.js';

/** Russian first: it is also what a person with another language reads. */
export const LANGUAGES = ['ru', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
export const DEFAULT_LANGUAGE: Language = 'ru';

/** The language of somebody whose Telegram speaks `code` (IETF tag; undefined: not said). */
export const languageOf = (code: string | undefined): Language =>
  LANGUAGES.find((language) => code === language || code?.startsWith(`${language}-`)) ?? DEFAULT_LANGUAGE;

export type TextArgs = Readonly<Record<string, string | number | Html>>;
/** A text of the person's language; string arguments are escaped, `Html` ones are put in as they are. */
export type Translate = (key: string, args?: TextArgs) => Html;

/** The texts of every language, read once at the start. */
export interface Texts {
  in(language: Language): Translate;
  bundle(language: Language): FluentBundle;
}

const LOCALES = new URL('../../locales/', import.meta.url);

const readBundle = (language: Language): FluentBundle => {
  // No isolation marks: Telegram shows them as odd gaps on some phones, and all our languages run left to right.
  const bundle = new FluentBundle(language, { useIsolating: false });
  const folder = new URL(`${language}/`, LOCALES);
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ftl'))) {
    const errors = bundle.addResource(new FluentResource(readFileSync(new URL(file, folder), 'utf8')));
    if (errors[0]) throw new Error(`locales/${language}/${file}: ${errors[0].message}`);
  }
  return bundle;
};

const toFluent = (value: string | number | Html): FluentVariable => {
  // Ids are numbers too: `500123` must not become `500 123`. A text that wants groups says NUMBER($n, useGrouping: "always").
  if (typeof value === 'number') return new FluentNumber(value, { useGrouping: false });
  return typeof value === 'string' ? escapeHtml(value) : value.html;
};

const format = (bundle: FluentBundle, key: string, args: TextArgs, onProblem: (problem: string) => void) => {
  const pattern = bundle.getMessage(key)?.value;
  if (!pattern) {
    onProblem(`no text ${key}`);
    return key;
  }
  const variables = Object.fromEntries(Object.entries(args).map(([name, value]) => [name, toFluent(value)]));
  const errors: Error[] = [];
  const text = bundle.formatPattern(pattern, variables, errors);
  for (const error of errors) onProblem(`${key}: ${error.message}`);
  return text;
};

/**
 * Reads `locales/`; broken Fluent stops the start.
 * @param onProblem hears of a missing text or argument; tests throw there, the service logs and shows the key
 */
export const readTexts = (onProblem: (problem: string) => void): Texts => {
  const bundles = { ru: readBundle('ru'), en: readBundle('en') } satisfies Record<Language, FluentBundle>;
  return {
    bundle: (language) => bundles[language],
    in: (language) => (key, args) => trustedHtml(format(bundles[language], key, args ?? {}, onProblem)),
  };
};
