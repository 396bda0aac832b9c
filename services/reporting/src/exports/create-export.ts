import { may, readsMasked } from '@perezvon/access';
import {
  exportMoved,
  exportPermission,
  isCallExport,
  type exportCreate,
  type ExportContent,
} from '@perezvon/contracts';
import type { Tx } from '@perezvon/db';
import { periodEnding, type Period } from '@perezvon/db/calls';
import { done, refused, type IntentHandler } from '@perezvon/messaging';
import { askForFile } from './ask.js';
import { countCallRows } from './calls/list-call-rows.js';
import { isTooBig } from './file-size.js';
import { countCompensationRows } from './compensations/compensation-table.js';
import { findLanguage, insertExport } from './store.js';
import { countSumRows } from './sums/sum-table.js';

const countRows = (tx: Tx, content: ExportContent, period: Period): Promise<number> => {
  if (content === 'compensation') return countCompensationRows(tx, period);
  return isCallExport(content) ? countCallRows(tx, { content, period }) : countSumRows(tx, content, period);
};

/**
 * Takes an order for a file. Its days are those of the moment of the tap, however long the order waited.
 * @param timezone the clinic's: its days are exported
 */
export const createExport =
  (timezone: string): IntentHandler<typeof exportCreate> =>
  async ({ payload: { content, columns, format, days }, at, origin }, { tx, now, actor }) => {
    if (!may(actor.role, exportPermission(content))) return refused('export.not_permitted');
    const period = periodEnding(new Date(at), days, timezone);
    const totalRows = await countRows(tx, content, period);
    if (totalRows === 0) return refused('export.empty');
    if (isTooBig(format, columns, totalRows)) return refused('export.too_big');

    const order = {
      content,
      columns,
      format,
      days,
      since: period.since,
      until: period.until,
      totalRows,
      language: await findLanguage(tx, actor.id),
      isMasked: readsMasked(actor.role),
      requestedById: actor.id,
    };
    const exportId = await insertExport(tx, order, now());
    if (exportId === null) return refused('export.already_open');
    await askForFile(tx, { exportId, actorId: actor.id, origin, at: now() });
    return done(exportMoved.of({ exportId, move: 'create' }), {
      before: null,
      after: {
        exportContent: content,
        exportColumns: columns,
        exportFormat: format,
        exportDays: days,
        exportRows: totalRows,
      },
      subject: { kind: 'export', id: String(exportId) },
    });
  };
