import { readdirSync, readFileSync } from 'node:fs';
import { FluentBundle, FluentResource } from '@fluent/bundle';
import type { Language } from './languages.js';

/** The words of the contracts' codes (outcomes, metrics, reasons …): every service says them the same way. */
export const DOMAIN_LOCALES = new URL('../locales/', import.meta.url);

/**
 * Reads one language of a service: the domain's words and its own.
 * @param locales the service's folder, with a folder a language
 * @throws Error that names the file with the broken Fluent, or with a text that stands twice
 */
export const readBundle = (language: Language, locales: URL): FluentBundle => {
  // No isolation marks: Telegram shows them as odd gaps on some phones, and all our languages run left to right.
  const bundle = new FluentBundle(language, { useIsolating: false });
  for (const folder of [DOMAIN_LOCALES, locales].map((root) => new URL(`${language}/`, root)))
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.ftl'))) {
      const errors = bundle.addResource(new FluentResource(readFileSync(new URL(file, folder), 'utf8')));
      if (errors[0]) throw new Error(`locales/${language}/${file}: ${errors[0].message}`);
    }
  return bundle;
};
