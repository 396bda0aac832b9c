import type { z } from 'zod';
import { issueProblems } from './issue-text.js';
import type { Located } from './located.js';
import { problemAt } from './located.js';
import { parsePhrase, PhraseError, type Sequence } from './phrase.js';
import { shown, type Problem } from './problem.js';
import type { Path, YamlSource } from './yaml-source.js';

/** A phrase with all the word sequences it stands for; parsed once, for the checks and for the automaton. */
export interface ParsedPhrase {
  readonly text: string;
  readonly sequences: readonly Sequence[];
  readonly source: YamlSource;
  readonly path: Path;
}

/** A file being read: what cannot be read is noted, what can is kept, so that all problems are told at once. */
export interface Reading {
  readonly source: YamlSource;
  readonly problems: Problem[];
}

/** @returns undefined when the value does not fit; the reasons are noted */
export const readValue = <Value>(
  { source, problems }: Reading,
  path: Path,
  value: unknown,
  schema: z.ZodType<Value>,
): Located<Value> | undefined => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return { value: parsed.data, source, path };
  problems.push(...issueProblems(parsed.error, { source, schema, value, base: path }));
  return undefined;
};

/** The entries of a list that fit. */
export const readList = <Value>(
  reading: Reading,
  section: string,
  entries: readonly unknown[],
  schema: z.ZodType<Value>,
): Located<Value>[] =>
  entries.flatMap((entry, index) => readValue(reading, [section, index], entry, schema) ?? []);

/** @param path of the list of phrases */
export const readPhrases = (
  { source, problems }: Reading,
  path: Path,
  phrases: readonly string[],
): ParsedPhrase[] =>
  phrases.flatMap((text, index): ParsedPhrase[] => {
    const at = { source, path: [...path, index] };
    try {
      return [{ ...at, text, sequences: parsePhrase(text) }];
    } catch (error) {
      if (!(error instanceof PhraseError)) throw error;
      problems.push(
        problemAt(at, [], `in the phrase "${shown(text)}": ${error.message}`, { offset: error.at }),
      );
      return [];
    }
  });
