import { rulesetShadow, type RulesetOrigin } from '@perezvon/contracts';
import type { DbClient } from '@perezvon/db';
import {
  checkRuleset,
  CLINIC_FILE,
  ENGINE_VERSION,
  MODEL_FILE,
  problemText,
  readRulesetFiles,
  rulesetHash,
} from '@perezvon/lm';
import {
  contentOf,
  filesOf,
  findAdditions,
  keepVersion,
  withAdditions,
  type RulesetContent,
} from '@perezvon/lm-scoring';
import { InputError, UsageError, writeLine, type LmCliIo } from '@perezvon/lm/cli';
import { act } from '../act.js';

interface Publisher {
  /** The Telegram id of who publishes; null: the only supreme_dev. */
  as: string | null;
  /** What changed, in the publisher's words. */
  note: string | null;
}

/**
 * Stores content as a version and asks for it to score in shadow. What this engine cannot run is not stored.
 * @returns the exit code
 */
export const publishContent = async (
  db: DbClient,
  io: LmCliIo,
  content: RulesetContent,
  { as, note, origin = 'published' }: Publisher & { origin?: RulesetOrigin },
): Promise<number> => {
  const files = filesOf(content);
  const { problems, summary } = checkRuleset(files);
  for (const problem of problems) await writeLine(io.stderr, problemText(problem));
  if (summary === null) throw new InputError('Nothing is stored: mend these rules first.');
  const { tag } = summary;
  return act(db, io, {
    as,
    before: (tx) =>
      keepVersion(tx, {
        tag,
        engineVersion: ENGINE_VERSION,
        hash: rulesetHash(files),
        content,
        origin,
        note,
      }),
    intent: (context) => rulesetShadow.of({ tag }, context),
  });
};

const readDirectory = (directory: string): RulesetContent => {
  try {
    return contentOf(readRulesetFiles(directory));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new InputError(`cannot read the rules in ${directory}: ${why}`, { cause });
  }
};

/** `versions shadow DIR`: a directory of rules becomes a version in shadow; the clinic's additions in force go with it. */
export const publishDirectory = async (
  db: DbClient,
  io: LmCliIo,
  { directory, as, note }: Publisher & { directory: string },
): Promise<number> => {
  if (note === null) throw new UsageError('say what has changed: --note TEXT');
  const rules = readDirectory(directory);
  if (rules[MODEL_FILE] === undefined)
    throw new InputError(`${directory} has no ${MODEL_FILE}: npm run lm -- fit writes one`);
  const additions = rules[CLINIC_FILE] ?? (await findAdditions(db));
  return publishContent(db, io, withAdditions(rules, additions), { as, note });
};
