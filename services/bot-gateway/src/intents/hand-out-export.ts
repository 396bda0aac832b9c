import { exportHandedOut, type exportHandOut } from '@perezvon/contracts';
import { done, refused, type IntentHandler } from '@perezvon/messaging';
import { mayReceive } from '../domain/may-receive.js';
import { findOwnExport, hasFile } from '../queries/exports.js';

/** Lets a finished file go to its person, as his role is now. The log keeps which file it was: its rows and its SHA-256. */
export const handOutExport: IntentHandler<typeof exportHandOut> = async (
  { payload: { exportId } },
  { tx, now, actor },
) => {
  const found = await findOwnExport(tx, { exportId, personId: actor.id });
  if (found === null) return refused('export.not_found');
  if (!mayReceive(actor.role, found)) return refused('export.not_permitted');
  if (!hasFile(found, now()))
    return refused(
      found.state === 'done' || found.state === 'expired' ? 'export.expired' : 'export.not_ready',
    );
  const { content, columns, format, doneRows, sha256 } = found;
  return done(exportHandedOut.of({ exportId }), {
    before: null,
    after: {
      exportContent: content,
      exportColumns: columns,
      exportFormat: format,
      exportRows: doneRows,
      sha256: sha256 && Buffer.from(sha256).toString('hex'),
    },
  });
};
