import { readFile } from 'node:fs/promises';
import type { Db, DbClient } from '@perezvon/db';
import { findActiveVersion, findAdditions, findRulesContent, withAdditions } from '@perezvon/lm-scoring';
import { EXIT, InputError, writeLine, type LmCliIo } from '@perezvon/lm/cli';
import { publishContent } from './publish.js';

/** Prints the clinic's additions in force. */
export const showAdditions = async (db: Db, { stdout, stderr }: LmCliIo): Promise<number> => {
  const additions = await findAdditions(db);
  if (additions === null) await writeLine(stderr, 'No additions of the clinic are in force.');
  else await writeLine(stdout, additions.trimEnd());
  return EXIT.ok;
};

const readText = async (file: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new InputError(`cannot read ${file}: ${why}`, { cause });
  }
};

/**
 * The active version's rules with other additions, as a version in shadow: they are tried, compared and rolled back like
 * any version.
 * @param file null: without additions
 */
export const publishAdditions = async (
  db: DbClient,
  io: LmCliIo,
  { file, as, note }: { file: string | null; as: string | null; note: string | null },
): Promise<number> => {
  const active = await findActiveVersion(db);
  const rules = active && (await findRulesContent(db, active.tag));
  if (active === null || rules === null)
    throw new InputError('no version is active yet: npm start makes the shipped rules the first');
  const additions = file === null ? null : await readText(file);
  const what = additions === null ? 'without the clinic’s additions' : 'the clinic’s additions';
  return publishContent(db, io, withAdditions(rules, additions), {
    as,
    note: note ?? `${what}, over ${active.tag}`,
  });
};
