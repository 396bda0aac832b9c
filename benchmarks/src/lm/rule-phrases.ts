import { readRulesetFiles } from '@perezvon/lm';
import { parse } from 'yaml';
import { z } from 'zod';

/** The part of a rule file that is about words. */
export const PhraseFile = z.looseObject({
  classes: z.record(z.string(), z.array(z.string())).default({}),
  rules: z
    .array(z.looseObject({ id: z.string(), speaker: z.string(), phrases: z.array(z.string()) }))
    .default([]),
});
export type PhraseFile = z.infer<typeof PhraseFile>;

/** The shipped rule files by name, with their phrases as they are written. */
export const readPhraseFiles = (): { name: string; content: PhraseFile }[] =>
  readRulesetFiles()
    .filter(({ name }) => name.endsWith('.yaml'))
    .map(({ name, content }) => ({ name, content: PhraseFile.parse(parse(content) ?? {}) }));
