import { readFile } from 'node:fs/promises';
import { readRulesetFiles } from '../rules/load-ruleset.js';
import { withClinicAdditions, type RulesetFile } from '../rules/ruleset-file.js';
import { compileRuleset, type Ruleset } from '../rules/ruleset.js';
import { InputError, messageOf } from './io.js';

/** Options of every command that works with rules. */
export const RULES_OPTIONS = { rules: { type: 'string' }, clinic: { type: 'string' } } as const;

export interface RulesChoice {
  /** Directory of rule files; the package's own without it. */
  readonly rules?: string | undefined;
  /** File of a clinic's additions, in place of a `clinic.yaml` of the directory. */
  readonly clinic?: string | undefined;
}

/** Lines of a command's help on these options. */
export const RULES_OPTIONS_HELP = `  --rules DIR    rule files of this directory instead of the package's own
  --clinic FILE  with this clinic's own additions on top (see docs/rules.md)`;

const cannotRead = (path: string, error: unknown): InputError =>
  new InputError(`cannot read ${path}: ${messageOf(error)}`, { cause: error });

const readDirectory = (path: string | undefined): RulesetFile[] => {
  try {
    return readRulesetFiles(path);
  } catch (error) {
    throw cannotRead(path ?? 'the rules', error);
  }
};

const readAdditions = async (path: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw cannotRead(path, error);
  }
};

/** @throws InputError when the directory or the file cannot be read */
export const rulesetFilesOf = async ({ rules, clinic }: RulesChoice): Promise<RulesetFile[]> => {
  const files = readDirectory(rules);
  return clinic === undefined ? files : withClinicAdditions(files, await readAdditions(clinic));
};

/** @throws InputError when something cannot be read; RuleFileError with every error of the files */
export const rulesetOf = async (choice: RulesChoice): Promise<Ruleset> =>
  compileRuleset(await rulesetFilesOf(choice));
