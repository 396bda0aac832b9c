import { z } from 'zod';
import type { Located } from './located.js';
import type { Problem } from './problem.js';
import { readList, readPhrases, readValue, type ParsedPhrase, type Reading } from './read-entries.js';
import {
  ChecklistSource,
  ClassMembers,
  ClassName,
  RetiredRule,
  RuleSource,
  WeightsSource,
} from './schema.js';
import { readYaml } from './yaml-source.js';

export interface ParsedRule extends Located<RuleSource> {
  readonly phrases: readonly ParsedPhrase[];
}

export interface ClassSource {
  readonly name: string;
  readonly members: readonly string[];
}

/** What stands in one rule file, or in all of them. */
export interface RuleSources {
  readonly classes: readonly Located<ClassSource>[];
  readonly rules: readonly ParsedRule[];
  readonly checklists: readonly Located<ChecklistSource>[];
  readonly weights: readonly Located<WeightsSource>[];
  readonly retired: readonly Located<RetiredRule>[];
  /** Ids and class names of entries that could not be read: others may still name them. */
  readonly unreadNames: readonly string[];
}

/** The sections of a file; what stands in them is read entry by entry. */
const Shell = z.strictObject({
  classes: z.record(ClassName, z.unknown()).default({}),
  rules: z.array(z.unknown()).default([]),
  checklists: z.array(z.unknown()).default([]),
  weights: z.unknown().optional(),
  retired: z.array(z.unknown()).default([]),
});
const EMPTY: z.infer<typeof Shell> = { classes: {}, rules: [], checklists: [], retired: [] };
/** What can be read of a file whose sections are not all right. */
const Remains = z
  .object({
    classes: z.record(z.string(), z.unknown()).catch({}),
    rules: z.array(z.unknown()).catch([]),
    checklists: z.array(z.unknown()).catch([]),
    weights: z.unknown().optional(),
    retired: z.array(z.unknown()).catch([]),
  })
  .catch(EMPTY);

const Named = z.object({ id: z.string() });

const unreadIds = (entries: readonly unknown[], read: readonly Located<{ id: string }>[]): string[] => {
  const known = new Set(read.map(({ value }) => value.id));
  return entries.flatMap((entry) => {
    const named = Named.safeParse(entry);
    return named.success && !known.has(named.data.id) ? [named.data.id] : [];
  });
};

const readRules = (reading: Reading, entries: readonly unknown[]): ParsedRule[] =>
  readList(reading, 'rules', entries, RuleSource).map((rule) => ({
    ...rule,
    phrases: readPhrases(reading, [...rule.path, 'phrases'], rule.value.phrases),
  }));

const readClasses = (reading: Reading, classes: Readonly<Record<string, unknown>>): Located<ClassSource>[] =>
  Object.entries(classes).flatMap(([name, value]) => {
    const members = readValue(reading, ['classes', name], value, ClassMembers);
    return members === undefined ? [] : [{ ...members, value: { name, members: members.value } }];
  });

/**
 * Reads one YAML rule file.
 * @param name the file's name as it shall stand in messages
 * @returns what can be read, and every problem with its place; never throws on what is in the file
 */
export const readRuleFile = (
  name: string,
  content: string,
): { readonly sources: RuleSources; readonly problems: readonly Problem[] } => {
  const source = readYaml(name, content);
  const reading: Reading = { source, problems: [...source.problems] };
  const value = source.problems.length > 0 ? {} : (source.value ?? {});
  const shell = readValue(reading, [], value, Shell)?.value ?? Remains.parse(value);
  const rules = readRules(reading, shell.rules);
  const classes = readClasses(reading, shell.classes);
  const readNames = new Set(classes.map((one) => one.value.name));
  const weights =
    shell.weights === undefined ? undefined : readValue(reading, ['weights'], shell.weights, WeightsSource);
  const sources: RuleSources = {
    classes,
    rules,
    checklists: readList(reading, 'checklists', shell.checklists, ChecklistSource),
    weights: weights === undefined ? [] : [weights],
    retired: readList(reading, 'retired', shell.retired, RetiredRule),
    unreadNames: [
      ...unreadIds(shell.rules, rules),
      ...Object.keys(shell.classes).filter((one) => !readNames.has(one)),
    ],
  };
  return { sources, problems: reading.problems };
};

/** All files as one. */
export const joinSources = (all: readonly RuleSources[]): RuleSources => ({
  classes: all.flatMap(({ classes }) => classes),
  rules: all.flatMap(({ rules }) => rules),
  checklists: all.flatMap(({ checklists }) => checklists),
  weights: all.flatMap(({ weights }) => weights),
  retired: all.flatMap(({ retired }) => retired),
  unreadNames: all.flatMap(({ unreadNames }) => unreadNames),
});
