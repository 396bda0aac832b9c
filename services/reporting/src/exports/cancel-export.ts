import { exportMoved, type exportCancel } from '@perezvon/contracts';
import { done, refused, type IntentHandler } from '@perezvon/messaging';
import { lockExport, markOver } from './store.js';

/** Whoever asked does not wait any more; the work notices with its next write. */
export const cancelExport: IntentHandler<typeof exportCancel> = async (
  { payload: { exportId } },
  { tx, now, actor },
) => {
  const found = await lockExport(tx, exportId);
  // Somebody else's is nobody's business: it is as if it were not there.
  if (found?.requestedById !== actor.id) return refused('export.not_found');
  if (!found.isOpen) return refused('export.not_open');
  await markOver(tx, { exportId, failure: null, at: now() });
  return done(exportMoved.of({ exportId, move: 'cancel' }), {
    before: { exportState: found.state },
    after: { exportState: 'cancelled' },
  });
};
