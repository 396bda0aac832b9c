import { exportRequested, type Origin } from '@perezvon/contracts';
import type { Tx } from '@perezvon/db';
import { insertEvents } from '@perezvon/messaging';

/** What the ids of the messages that ask for one export's file begin with. */
export const askIdPrefix = (exportId: number): string => `export-${exportId}-make`;

interface Asking {
  exportId: number;
  /** Whose file it is, and where he waits for it. */
  actorId: number;
  origin: Origin | null;
  at: Date;
  /** The first message may have been used up already (a loss): this one gets an id of its own. */
  isAgain?: boolean;
}

/** Asks for the file of an export. The id names the export: the same asking is stored once. */
export const askForFile = (tx: Tx, { exportId, isAgain = false, ...context }: Asking): Promise<void> => {
  const prefix = askIdPrefix(exportId);
  const causedBy = isAgain ? `${prefix}-${context.at.getTime()}` : prefix;
  return insertEvents(tx, [exportRequested.of({ exportId })], { ...context, causedBy });
};
