import { z } from 'zod';
import { defineIntent, type Subject } from '../define.js';
import { ExportColumns, ExportContent, ExportFormat, isCallExport } from '../domain/export.js';
import { ExportId } from '../domain/ids.js';
import { PeriodDays } from '../domain/period.js';

const OneExport = z.object({ exportId: ExportId });
const aboutExport = ({ exportId }: { exportId: number }): Subject => ({
  kind: 'export',
  id: String(exportId),
});

/** Asks for a file. Calls need `export.detailed` besides: the handler looks. */
export const exportCreate = defineIntent({
  type: 'export.create',
  version: 1,
  owner: 'reporting',
  permission: 'export.aggregated',
  payload: z
    .object({
      content: ExportContent,
      /** null exactly for sums. */
      columns: ExportColumns.nullable(),
      format: ExportFormat,
      /** The clinic's today of the moment of asking, and the days before it. */
      days: PeriodDays,
    })
    .refine(({ content, columns }) => isCallExport(content) === (columns !== null), {
      error: 'columns are chosen for calls, and only for calls',
    }),
  subject: ({ content }) => ({ kind: 'export', id: content }),
  refusals: ['export.not_permitted', 'export.already_open', 'export.empty', 'export.too_big'],
});

/** One's own export is not needed any more; what was made of its file is deleted. */
export const exportCancel = defineIntent({
  type: 'export.cancel',
  version: 1,
  owner: 'reporting',
  permission: 'export.aggregated',
  payload: OneExport,
  subject: aboutExport,
  refusals: ['export.not_found', 'export.not_open'],
});

/** Gives one's own finished file into the chat. The role is looked at again: it may be another than when it was asked for. */
export const exportHandOut = defineIntent({
  type: 'export.hand_out',
  version: 1,
  owner: 'bot-gateway',
  permission: 'export.aggregated',
  payload: OneExport,
  subject: aboutExport,
  refusals: ['export.not_found', 'export.not_ready', 'export.expired', 'export.not_permitted'],
});
