import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileRuleset, type Ruleset } from './ruleset.js';
import { MODEL_FILE, type RulesetFile } from './ruleset-file.js';

/** The package's own rules; the same distance from `src` and from `dist`. */
const OWN_RULES = fileURLToPath(new URL('../../rules', import.meta.url));

/** The JSON Schemas of the rule files, beside them: see `ruleSchemas`. */
export const OWN_SCHEMAS = join(OWN_RULES, 'schema');

/** The rule and model files of a directory, by name. The engine's only reading of files. */
export const readRulesetFiles = (directory: string = OWN_RULES): RulesetFile[] =>
  readdirSync(directory)
    .filter((name) => name.endsWith('.yaml') || name === MODEL_FILE)
    .toSorted()
    .map((name) => ({ name, content: readFileSync(join(directory, name), 'utf8') }));

/**
 * Reads and compiles a rules directory, once at start-up.
 * @param directory the package's own rules by default
 * @throws RuleFileError with file, line and what is expected; Error when the directory cannot be read
 */
export const loadRuleset = (directory: string = OWN_RULES): Ruleset =>
  compileRuleset(readRulesetFiles(directory));
