import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkRuleset, type RulesetSummary } from '../rules/check-ruleset.js';
import { ruleSchemas } from '../rules/json-schema.js';
import { OWN_SCHEMAS } from '../rules/load-ruleset.js';
import { errorsOf, problemText } from '../rules/problem.js';
import { EXIT, UsageError, writeLine, type LmCliIo, type LmCommand } from './io.js';
import { readOptions } from './options.js';
import { RULES_OPTIONS, rulesetFilesOf, type RulesChoice } from './ruleset-options.js';

export const RULES_HELP = `rules check [--rules DIR] [--clinic FILE]
  Checks the rule files, the fitted model and a clinic's additions: every problem of every file with line, column, what
  is expected and what was probably meant; then the tag and what the files hold. Exit code 1 when there is an error;
  warnings are what is allowed and probably not meant.
rules schema [--output DIR]
  Writes the JSON Schemas of the rule files, for editors, into DIR (the package's own rules/schema without it).`;

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

const summaryLine = (summary: RulesetSummary): string => {
  const { tag, rules, phrases, sequences, classes, checklists, features, hasClinicAdditions } = summary;
  const parts = [
    counted(rules, 'rule'),
    `${counted(phrases, 'phrase')} (${counted(sequences, 'word sequence')})`,
    `${classes} word classes`,
    counted(checklists, 'checklist'),
    counted(features, 'weighted feature'),
    ...(hasClinicAdditions ? ['with a clinic’s additions'] : []),
  ];
  return `${tag}: ${parts.join(', ')}`;
};

const check = async (io: LmCliIo, choice: RulesChoice): Promise<number> => {
  const { problems, summary } = checkRuleset(await rulesetFilesOf(choice));
  for (const problem of problems) await writeLine(io.stderr, problemText(problem));
  const errors = errorsOf(problems).length;
  const counts = `${counted(errors, 'error')}, ${counted(problems.length - errors, 'warning')}`;
  if (problems.length > 0) await writeLine(io.stderr, counts);
  if (summary !== null) await writeLine(io.stdout, summaryLine(summary));
  return errors > 0 ? EXIT.failed : EXIT.ok;
};

const schema = async (io: LmCliIo, directory: string): Promise<number> => {
  await mkdir(directory, { recursive: true });
  for (const { name, content } of ruleSchemas()) {
    const path = join(directory, name);
    await writeFile(path, content);
    await writeLine(io.stdout, path);
  }
  return EXIT.ok;
};

/** Checks rule files, or writes the schemas that editors check them by. */
export const rulesCommand: LmCommand = async (argv, io) => {
  const { values, positionals } = readOptions({
    args: [...argv],
    options: { ...RULES_OPTIONS, output: { type: 'string' } },
    allowPositionals: true,
  });
  const [what, ...rest] = positionals;
  if (rest.length === 0 && what === 'check' && values.output === undefined) return check(io, values);
  if (rest.length === 0 && what === 'schema' && values.rules === undefined && values.clinic === undefined)
    return schema(io, values.output ?? OWN_SCHEMAS);
  throw new UsageError('say what to do with the rules: rules check, or rules schema');
};
