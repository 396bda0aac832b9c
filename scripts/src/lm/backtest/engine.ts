import type { Db } from '@perezvon/db';
import { readRulesetFiles } from '@perezvon/lm';
import {
  compileWith,
  contentOf,
  findAdditions,
  findRulesContent,
  withAdditions,
  type Engine,
  type RulesetContent,
} from '@perezvon/lm-scoring';
import { InputError } from '@perezvon/lm/cli';
import { readTag } from '../versions/tag.js';

const readStored = async (db: Db, tag: string): Promise<RulesetContent> => {
  const content = await findRulesContent(db, tag);
  if (content === null) throw new InputError(`no rules are stored under ${tag}: npm run lm -- versions list`);
  return content;
};

const readDirectory = async (db: Db, directory: string): Promise<RulesetContent> => {
  try {
    return withAdditions(contentOf(readRulesetFiles(directory)), await findAdditions(db));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new InputError(`cannot read the rules in ${directory}: ${why}`, { cause });
  }
};

/**
 * The engine with the rules of `--ruleset`.
 * @param ruleset a stored version's tag, or a directory
 * @throws InputError, or RuleFileError with what the engine cannot read
 */
export const engineOf = async (db: Db, ruleset: string, timezone: string): Promise<Engine> => {
  const tag = readTag(ruleset);
  const content = tag === null ? await readDirectory(db, ruleset) : await readStored(db, tag);
  return compileWith({ timezone })(content);
};
