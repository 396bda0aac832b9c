import type { Db, Prisma } from '@perezvon/db';

const EXPORT = {
  id: true,
  content: true,
  columns: true,
  format: true,
  days: true,
  since: true,
  until: true,
  isMasked: true,
  state: true,
  failure: true,
  totalRows: true,
  doneRows: true,
  bytes: true,
  sha256: true,
  createdAt: true,
  finishedAt: true,
  expiresAt: true,
  requestedById: true,
} as const satisfies Prisma.ExportSelect;
export type ExportRow = Prisma.ExportGetPayload<{ select: typeof EXPORT }>;

/** Exports of a person that are shown: older ones have expired long ago. */
const RECENT = 6;

export const findExport = (db: Db, exportId: number): Promise<ExportRow | null> =>
  db.export.findUnique({ where: { id: exportId }, select: EXPORT });

/** One's own export; somebody else's is as if it were not there. */
export const findOwnExport = (
  db: Db,
  { exportId, personId }: { exportId: number; personId: number },
): Promise<ExportRow | null> =>
  db.export.findFirst({ where: { id: exportId, requestedById: personId }, select: EXPORT });

/** The last exports of a person, the newest first. */
export const listOwnExports = (db: Db, personId: number): Promise<ExportRow[]> =>
  db.export.findMany({
    where: { requestedById: personId },
    orderBy: { id: 'desc' },
    take: RECENT,
    select: EXPORT,
  });

/** Whether there is a file to give at a moment. */
export const hasFile = ({ state, expiresAt }: ExportRow, at: Date): boolean =>
  state === 'done' && expiresAt !== null && expiresAt > at;
