import { ExportId, exportCancel, exportCreate, exportHandOut, isCallExport } from '@perezvon/contracts';
import { z } from 'zod';
import { defineAction } from '../define-action.js';
import { ExportChoice, exportCardPlace, exportsPlace } from '../places/exports.js';

/** «✅ Выгрузить». */
export const createExport = defineAction({
  id: 'x-start',
  params: ExportChoice,
  intent: exportCreate,
  payload: ({ content, columns, format, days }) => ({
    content,
    columns: isCallExport(content) ? columns : null,
    format,
    days,
  }),
  leadsTo: () => exportsPlace.address({}),
});

/** «✖️ Прекратить». */
export const cancelExport = defineAction({
  id: 'x-stop',
  params: z.object({ exportId: ExportId }),
  intent: exportCancel,
  payload: (params) => params,
  leadsTo: () => exportsPlace.address({}),
});

/** «📎 Получить файл». */
export const handOutExport = defineAction({
  id: 'x-file',
  params: z.object({ exportId: ExportId }),
  intent: exportHandOut,
  payload: (params) => params,
  leadsTo: ({ exportId }) => exportCardPlace.address({ exportId }),
});
