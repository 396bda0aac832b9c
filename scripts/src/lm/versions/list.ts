import type { Db } from '@perezvon/db';
import { writeLine, type LmCliIo } from '@perezvon/lm/cli';

const STATE_WIDTH = 7;
const ORIGIN_WIDTH = 10;
const TIME_LENGTH = 'YYYY-MM-DDTHH:MM'.length;

const timeText = (at: Date): string => `${at.toISOString().slice(0, TIME_LENGTH)}Z`;

/** Prints every stored version, the newest first. */
export const listVersions = async (db: Db, { stdout }: LmCliIo): Promise<void> => {
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
};
