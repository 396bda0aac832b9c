import { fillText, readBundle, type Language, type OnTextProblem } from '@perezvon/texts';

/** A text of the reader's language: plain words for a file. */
export type Words = (key: string, args?: Readonly<Record<string, string | number>>) => string;

/** The words of files in every language, read once at the start. */
export type ExportTexts = Readonly<Record<Language, Words>>;

const LOCALES = new URL('../../locales/', import.meta.url);

/**
 * Reads `locales/`; broken Fluent stops the start.
 * @param onProblem hears of a missing text or argument; tests throw there, the service logs and writes the key
 */
export const readExportTexts = (onProblem: OnTextProblem): ExportTexts => {
  const wordsOf = (language: Language): Words => {
    const bundle = readBundle(language, LOCALES);
    return (key, args) => fillText(bundle, key, args ?? {}, onProblem);
  };
  return { ru: wordsOf('ru'), en: wordsOf('en') };
};
