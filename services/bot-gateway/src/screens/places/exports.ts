import { EXPORT_COLUMNS, EXPORT_CONTENTS, EXPORT_FORMATS, ExportId, PERIOD_DAYS } from '@perezvon/contracts';
import { z } from 'zod';
import { definePlace } from '../define-place.js';

/** Who may export anything at all; what exactly, each export says itself (`exportPermission`). */
const ANY_EXPORT = ['export.detailed', 'export.aggregated'] as const;

/** A file that is put together by taps; `columns` count for calls only. */
export const ExportChoice = z.object({
  content: z.enum(EXPORT_CONTENTS),
  days: z.literal(PERIOD_DAYS),
  columns: z.enum(EXPORT_COLUMNS),
  format: z.enum(EXPORT_FORMATS),
});
export type ExportChoice = z.output<typeof ExportChoice>;

/** What the screen opens with: today's work, as people read it, in what most of them open it with. */
export const FIRST_CHOICE = {
  content: 'complaint',
  days: 7,
  columns: 'main',
  format: 'xlsx',
} as const satisfies ExportChoice;

/** «📤 Экспорт»: list, period, columns, format in one screen. */
export const exportPlace = definePlace({ id: 'export', permission: ANY_EXPORT, params: ExportChoice });

/** «🗂 Мои выгрузки»: the one under way, and the last ones. */
export const exportsPlace = definePlace({ id: 'exports', permission: ANY_EXPORT, params: z.object({}) });

/** One of them. */
export const exportCardPlace = definePlace({
  id: 'exportone',
  permission: ANY_EXPORT,
  params: z.object({ exportId: ExportId }),
});
