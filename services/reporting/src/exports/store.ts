import {
  PeriodDays,
  type ExportColumns,
  type ExportContent,
  type ExportFailure,
  type ExportFormat,
  type ExportState,
  isOpenExport,
} from '@perezvon/contracts';
import { Prisma, type Db, type Tx } from '@perezvon/db';
import { languageOf, type Language } from '@perezvon/texts';

/** What somebody asked for. */
export interface ExportOrder {
  content: ExportContent;
  /** null exactly for sums. */
  columns: ExportColumns | null;
  format: ExportFormat;
  language: Language;
  days: PeriodDays;
  since: Date;
  until: Date;
  isMasked: boolean;
  requestedById: number;
  totalRows: number;
}

/** Opens an export. @returns its id; null when the person has another one open: the database holds that there is one */
export const insertExport = async (tx: Tx, order: ExportOrder, at: Date): Promise<number | null> => {
  const [row] = await tx.$queryRaw<{ id: number }[]>`
    INSERT INTO exports (content, columns, format, language, days, since, until, is_masked, requested_by_id, total_rows, created_at)
    VALUES (${order.content}::"ExportContent", ${order.columns}::"ExportColumns", ${order.format}::"ExportFormat",
      ${order.language}, ${order.days}, ${order.since}, ${order.until}, ${order.isMasked}, ${order.requestedById},
      ${order.totalRows}, ${at})
    ON CONFLICT (requested_by_id) WHERE state IN ('queued', 'running') DO NOTHING
    RETURNING id`;
  return row?.id ?? null;
};

/** The language somebody reads: what he chose, else what his Telegram says. */
export const findLanguage = async (db: Db, userId: number): Promise<Language> => {
  const { chosenLanguage, language } = await db.user.findUniqueOrThrow({
    where: { id: userId },
    select: { chosenLanguage: true, language: true },
  });
  return languageOf(chosenLanguage ?? language);
};

/** One take-up of an export's work: what may write its file. */
export interface ExportWork extends ExportOrder {
  exportId: number;
  attempt: number;
}

/** Who asked for an export and how it stands, locked until the end of the transaction. */
export const lockExport = async (
  tx: Tx,
  exportId: number,
): Promise<{ state: ExportState; requestedById: number; isOpen: boolean } | null> => {
  const [row] = await tx.$queryRaw<{ state: ExportState; requested_by_id: number }[]>`
    SELECT state::text AS state, requested_by_id FROM exports WHERE id = ${exportId} FOR UPDATE`;
  return row
    ? { state: row.state, requestedById: row.requested_by_id, isOpen: isOpenExport(row.state) }
    : null;
};

const deleteChunks = (tx: Tx, exportId: number) => tx.exportChunk.deleteMany({ where: { exportId } });

/**
 * Takes an export's work up, from its beginning: whatever an earlier take-up wrote is deleted, and it writes no more.
 * @returns null when there is nothing to do (any more)
 */
export const beginExport = async (tx: Tx, exportId: number): Promise<ExportWork | null> => {
  const locked = await lockExport(tx, exportId);
  if (!locked?.isOpen) return null;
  await deleteChunks(tx, exportId);
  const { language, days, ...row } = await tx.export.update({
    where: { id: exportId },
    data: { state: 'running', attempt: { increment: 1 }, doneRows: 0 },
    select: {
      content: true,
      columns: true,
      format: true,
      language: true,
      days: true,
      since: true,
      until: true,
      isMasked: true,
      requestedById: true,
      totalRows: true,
      attempt: true,
    },
  });
  return { ...row, exportId, days: PeriodDays.parse(days), language: languageOf(language) };
};

/** Whether this take-up may still write; locks the export until the end of the transaction. */
export const mayWrite = async (tx: Tx, { exportId, attempt }: ExportWork): Promise<boolean> => {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM exports WHERE id = ${exportId} AND attempt = ${attempt} AND state = 'running' FOR UPDATE`;
  return rows.length > 0;
};

/** Keeps a piece of the file. */
export const insertChunk = async (
  tx: Tx,
  { exportId, number, content }: { exportId: number; number: number; content: Uint8Array },
): Promise<void> => {
  await tx.$executeRaw`
    INSERT INTO export_chunks (export_id, number, content) VALUES (${exportId}, ${number}, ${content})`;
};

/** Rows that the file has so far. */
export const markRows = async (tx: Tx, exportId: number, doneRows: number): Promise<void> => {
  await tx.export.update({ where: { id: exportId }, data: { doneRows } });
};

interface FinishedFile {
  exportId: number;
  doneRows: number;
  bytes: number;
  sha256: Uint8Array;
  at: Date;
  expiresAt: Date;
}

/** The file is whole. */
export const markDone = async (
  tx: Tx,
  { exportId, doneRows, bytes, sha256, at, expiresAt }: FinishedFile,
): Promise<void> => {
  await tx.export.update({
    where: { id: exportId },
    data: { state: 'done', doneRows, bytes, sha256: Buffer.from(sha256), finishedAt: at, expiresAt },
  });
};

/** There will be no file: what was made of it is deleted. @param failure null: its person cancelled it */
export const markOver = async (
  tx: Tx,
  { exportId, failure, at }: { exportId: number; failure: ExportFailure | null; at: Date },
): Promise<void> => {
  await deleteChunks(tx, exportId);
  const state = failure === null ? 'cancelled' : 'failed';
  await tx.export.update({ where: { id: exportId }, data: { state, failure, finishedAt: at } });
};

/** Deletes the files whose time is over; their rows stay as a memory of what was asked for. @returns how many */
export const expireFiles = async (tx: Tx, now: Date): Promise<number> => {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    UPDATE exports SET state = 'expired' WHERE state = 'done' AND expires_at <= ${now} RETURNING id`;
  if (rows.length === 0) return 0;
  const ids = rows.map(({ id }) => id);
  await tx.$executeRaw`DELETE FROM export_chunks WHERE export_id IN (${Prisma.join(ids)})`;
  return ids.length;
};
