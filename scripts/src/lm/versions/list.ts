import type { Db } from '@perezvon/db';
import { EXIT, writeLine, type LmCliIo } from '@perezvon/lm/cli';
import { timeText } from './time-text.js';

const STATE_WIDTH = 'retired'.length;
const ORIGIN_WIDTH = 'challenger'.length;

/** Prints every stored version, the newest first. */
export const listVersions = async (db: Db, { stdout }: LmCliIo): Promise<number> => {
  const versions = await db.lmRuleset.findMany({
    orderBy: [{ createdAt: 'desc' }, { tag: 'asc' }],
    select: { tag: true, state: true, origin: true, createdAt: true, note: true },
  });
  if (versions.length === 0) await writeLine(stdout, 'No version is stored yet: npm start stores the first.');
  for (const { tag, state, origin, createdAt, note } of versions) {
    const columns = [
      tag,
      state.padEnd(STATE_WIDTH),
      origin.padEnd(ORIGIN_WIDTH),
      timeText(createdAt),
      note ?? '',
    ];
    await writeLine(stdout, columns.join('  ').trimEnd());
  }
  return EXIT.ok;
};
