import { withTransaction, type DbClient } from '@perezvon/db';
import type { IngestCounts } from '../ingest.js';

/** Notes that an import begins. @returns its id */
export const insertImport = async (db: DbClient, startedAt: Date): Promise<number> => {
  const { id } = await withTransaction(db, (tx) =>
    tx.callImport.create({ data: { startedAt }, select: { id: true } }),
  );
  return id;
};

/** Notes how an import ended: after its last file, or where somebody interrupted it. */
export const markImportFinished = async (
  db: DbClient,
  id: number,
  { accepted, duplicates, rejected, finishedAt }: IngestCounts & { finishedAt: Date },
): Promise<void> => {
  await withTransaction(db, (tx) =>
    tx.callImport.update({ where: { id }, data: { accepted, duplicates, rejected, finishedAt } }),
  );
};
