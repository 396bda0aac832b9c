import { createHash } from 'node:crypto';
import { EMPTY_MODEL, ModelFile } from '../model/model-file.js';
import { compileModel, type LinearModel } from '../model/linear-model.js';
import { ENGINE_VERSION } from '../version.js';
import { compileRules, type CompiledRules } from './compile-rules.js';
import { createLexicon, type Lexicon } from './lexicon.js';
import { readRuleFile, RuleFileError } from './read-rule-file.js';
import type { ChecklistSource, RuleFile, WeightsSource } from './schema.js';

/** A file of the rules directory as it was read. */
export interface RulesetFile {
  readonly name: string;
  readonly content: string;
}

/** Rules, word classes and model, compiled; made once, used for any number of calls. */
export interface Ruleset extends CompiledRules {
  /** `v<semver>+<8 hex>`: changes with the engine's version and with any byte of any file. */
  readonly tag: string;
  readonly lexicon: Lexicon;
  readonly model: LinearModel;
  /** The model's unit of every rule, by rule index. */
  readonly ruleUnits: readonly number[];
  readonly checklists: readonly ChecklistSource[];
  readonly weights: WeightsSource;
}

export const MODEL_FILE = 'model.json';
const TAG_HASH_LENGTH = 8;

/**
 * SHA-256 over the engine's version and all files, hex. Length before content: no two different sets of files hash
 * alike by moving bytes across a border.
 */
export const rulesetHash = (files: readonly RulesetFile[]): string => {
  const hash = createHash('sha256').update(`${ENGINE_VERSION}\n`);
  for (const { name, content } of files.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    hash.update(`${name}\n${Buffer.byteLength(content)}\n${content}\n`);
  }
  return hash.digest('hex');
};

/** `v<semver>+<first 8 hex of the hash>` */
export const versionTag = (files: readonly RulesetFile[]): string =>
  `v${ENGINE_VERSION}+${rulesetHash(files).slice(0, TAG_HASH_LENGTH)}`;

const joinClasses = (files: readonly RuleFile[]): Map<string, string[]> => {
  const classes = new Map<string, string[]>();
  for (const file of files) {
    for (const [name, members] of Object.entries(file.classes)) {
      classes.set(name, [...(classes.get(name) ?? []), ...members]);
    }
  }
  return classes;
};

const readModel = (files: readonly RulesetFile[]): ModelFile => {
  const file = files.find(({ name }) => name === MODEL_FILE);
  return file === undefined ? EMPTY_MODEL : ModelFile.parse(JSON.parse(file.content));
};

const joinChecklists = (
  files: readonly RuleFile[],
  known: Readonly<Record<string, number>>,
): ChecklistSource[] => {
  const checklists = files.flatMap((file) => file.checklists);
  const problems = checklists.flatMap(({ kind, steps }) =>
    steps.flatMap(({ id, done_by: doneBy, applies_after: after = [] }) =>
      [...doneBy, ...after]
        .filter((rule) => !Object.hasOwn(known, rule))
        .map((rule) => `checklist ${kind}, step ${id}: there is no rule ${rule}`),
    ),
  );
  if (problems.length > 0) throw new RuleFileError(problems);
  return checklists;
};

const theWeights = (files: readonly RuleFile[]): WeightsSource => {
  const found = files.flatMap(({ weights }) => weights ?? []);
  const [only] = found;
  if (only === undefined || found.length > 1) {
    throw new RuleFileError([`expected "weights" in exactly one rule file, found it in ${found.length}`]);
  }
  return only;
};

/**
 * Compiles the files of a rules directory. Pure: reading them is `loadRuleset`'s work.
 * @param model replaces the files' own model: while fitting, one with an open vocabulary
 * @throws RuleFileError with file, line and what is expected
 */
export const compileRuleset = (files: readonly RulesetFile[], model?: LinearModel): Ruleset => {
  const parsed = files
    .filter(({ name }) => name.endsWith('.yaml'))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, content }) => readRuleFile(name, content));
  const used = model ?? compileModel(readModel(files));
  const lexicon = createLexicon(joinClasses(parsed), used.units.numberOf);
  const compiled = compileRules(parsed, lexicon);
  const ruleUnits = compiled.rules.map((rule) => used.units.numberOf(`#${rule.id}`));
  const checklists = joinChecklists(parsed, compiled.indexById);
  return {
    ...compiled,
    tag: versionTag(files),
    lexicon,
    model: used,
    ruleUnits,
    checklists,
    weights: theWeights(parsed),
  };
};
