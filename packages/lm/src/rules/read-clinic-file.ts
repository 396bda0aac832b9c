import { z } from 'zod';
import {
  ClinicChecklist,
  ClinicExclusion,
  ClinicPhrases,
  ClinicServices,
  ClinicWeights,
  type ClinicService,
  type ClinicStep,
} from './clinic-schema.js';
import type { Located } from './located.js';
import type { Problem } from './problem.js';
import { readList, readPhrases, readValue, type ParsedPhrase, type Reading } from './read-entries.js';
import { readYaml, type Path } from './yaml-source.js';

/** An entry together with its phrases. */
export interface WithPhrases<Value> extends Located<Value> {
  readonly phrases: readonly ParsedPhrase[];
}

export interface ParsedChecklist extends Located<ClinicChecklist> {
  readonly steps: readonly WithPhrases<ClinicStep>[];
}

/** A clinic's additions as they were read; what could not be read is left out. */
export interface ClinicSources {
  readonly phrases: readonly WithPhrases<ClinicPhrases>[];
  readonly exclusions: readonly WithPhrases<ClinicExclusion>[];
  readonly offered: readonly WithPhrases<ClinicService>[];
  readonly notOffered: readonly WithPhrases<ClinicService>[];
  readonly checklists: readonly ParsedChecklist[];
  readonly weights: ClinicWeights;
}

const Shell = z.strictObject({
  phrases: z.array(z.unknown()).default([]),
  exclusions: z.array(z.unknown()).default([]),
  services: z.unknown().optional(),
  checklists: z.array(z.unknown()).default([]),
  weights: z.unknown().optional(),
});
const EMPTY: z.infer<typeof Shell> = { phrases: [], exclusions: [], checklists: [] };
const Remains = z
  .object({
    phrases: z.array(z.unknown()).catch([]),
    exclusions: z.array(z.unknown()).catch([]),
    services: z.unknown().optional(),
    checklists: z.array(z.unknown()).catch([]),
    weights: z.unknown().optional(),
  })
  .catch(EMPTY);

const withPhrases = <Value>(
  reading: Reading,
  entry: Located<Value>,
  key: string,
  phrasesOf: (value: Value) => readonly string[],
): WithPhrases<Value> => ({
  ...entry,
  phrases: readPhrases(reading, [...entry.path, key], phrasesOf(entry.value)),
});

const readServices = (reading: Reading, value: unknown): Pick<ClinicSources, 'offered' | 'notOffered'> => {
  const services = readValue(reading, ['services'], value ?? {}, ClinicServices);
  const list = (key: 'offered' | 'not_offered'): WithPhrases<ClinicService>[] =>
    (services?.value[key] ?? []).map((service, index) => {
      const path: Path = ['services', key, index];
      return withPhrases(
        reading,
        { value: service, source: reading.source, path },
        'said',
        ({ said }) => said,
      );
    });
  return { offered: list('offered'), notOffered: list('not_offered') };
};

const readChecklists = (reading: Reading, entries: readonly unknown[]): ParsedChecklist[] =>
  readList(reading, 'checklists', entries, ClinicChecklist).map((checklist) => ({
    ...checklist,
    steps: checklist.value.steps.map((step, index) => {
      const path = [...checklist.path, 'steps', index];
      return withPhrases(reading, { ...checklist, value: step, path }, 'phrases', ({ phrases }) => phrases);
    }),
  }));

/** A clinic's additions are some pages; reading more would keep everybody else waiting. */
const MAX_LETTERS = 128 * 1024;

const sizeProblem = (file: string, letters: number): Problem => ({
  severity: 'error',
  file,
  position: { line: 1, col: 1 },
  path: '',
  message: `the document has ${letters} letters; expected at most ${MAX_LETTERS}`,
});

/**
 * Reads a clinic's own additions.
 * @returns what can be read, and every problem with its place; never throws on what is in the file
 */
export const readClinicFile = (
  name: string,
  content: string,
): { readonly clinic: ClinicSources; readonly problems: readonly Problem[] } => {
  const isTooLong = content.length > MAX_LETTERS;
  const source = readYaml(name, isTooLong ? '' : content);
  const problems = isTooLong ? [sizeProblem(name, content.length)] : [...source.problems];
  const reading: Reading = { source, problems };
  const value = problems.length > 0 ? {} : (source.value ?? {});
  const shell = readValue(reading, [], value, Shell)?.value ?? Remains.parse(value);
  const clinic: ClinicSources = {
    phrases: readList(reading, 'phrases', shell.phrases, ClinicPhrases).map((entry) =>
      withPhrases(reading, entry, 'phrases', ({ phrases }) => phrases),
    ),
    exclusions: readList(reading, 'exclusions', shell.exclusions, ClinicExclusion).map((entry) =>
      withPhrases(reading, entry, 'phrases', ({ phrases }) => phrases),
    ),
    ...readServices(reading, shell.services),
    checklists: readChecklists(reading, shell.checklists),
    weights:
      readValue(reading, ['weights'], shell.weights ?? {}, ClinicWeights)?.value ?? ClinicWeights.parse({}),
  };
  return { clinic, problems };
};
