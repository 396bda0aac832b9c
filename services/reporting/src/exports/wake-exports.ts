import { exportFinished, OPEN_EXPORT_STATES } from '@perezvon/contracts';
import { withTransaction, type Db } from '@perezvon/db';
import { insertEvents, type MessagingDeps } from '@perezvon/messaging';
import { askForFile, askIdPrefix } from './ask.js';
import { lockExport, markOver } from './store.js';

type Asked = 'waits' | 'parked' | 'lost';

/** What became of the message that asks for the file: on its way, in the failed set, or nowhere. */
const findAsking = async (db: Db, exportId: number): Promise<Asked> => {
  const prefix = askIdPrefix(exportId);
  const rows = await db.outbox.findMany({
    where: {
      queue: 'reporting',
      OR: [{ messageId: { startsWith: `${prefix}.` } }, { messageId: { startsWith: `${prefix}-` } }],
    },
    select: { nextSendAt: true },
  });
  if (rows.some(({ nextSendAt }) => nextSendAt !== null)) return 'waits';
  return rows.length > 0 ? 'parked' : 'lost';
};

/** Looks again under the export's lock: one that ended meanwhile is left alone. */
const wakeOne = (deps: MessagingDeps, exportId: number): Promise<void> =>
  withTransaction(deps.db, async (tx) => {
    const found = await lockExport(tx, exportId);
    if (!found?.isOpen) return;
    const asked = await findAsking(tx, exportId);
    if (asked === 'waits') return;
    const context = { actorId: found.requestedById, origin: null, at: deps.now() };
    if (asked === 'lost') {
      deps.log.warn({ exportId }, 'the message for an export was lost: sent again');
      await askForFile(tx, { exportId, isAgain: true, ...context });
      return;
    }
    deps.log.error({ exportId }, 'an export failed for good: given up');
    await markOver(tx, { exportId, failure: 'gave_up', at: deps.now() });
    const event = exportFinished.of({ exportId });
    await insertEvents(tx, [event], { causedBy: `export-${exportId}`, ...context });
  });

/**
 * Finds open exports that nothing moves any more: one that nobody is asked for is asked for again, one whose message used
 * up its attempts has failed, and its person is told. Safe side by side.
 */
export const wakeExports = async (deps: MessagingDeps): Promise<void> => {
  const open = await deps.db.export.findMany({
    where: { state: { in: [...OPEN_EXPORT_STATES] } },
    select: { id: true },
  });
  for (const { id } of open) await wakeOne(deps, id);
  if (open.length > 0) deps.queues.wakeRelay();
};
