import { z } from 'zod';
import type { Permission } from './permissions.js';

/** Exports of calls, one a row: the lists of the bot, and every call. */
export const CALL_EXPORTS = ['complaint', 'followup', 'lost', 'calls'] as const;
/** Exports of sums in which no call, operator or client can be seen. */
export const SUM_EXPORTS = ['day', 'source', 'metric'] as const;

/** What an export holds. `compensation`: for accounting, what was approved or paid. */
export const EXPORT_CONTENTS = [...CALL_EXPORTS, ...SUM_EXPORTS, 'compensation'] as const;
export const ExportContent = z.enum(EXPORT_CONTENTS);
export type ExportContent = z.infer<typeof ExportContent>;
export type CallExport = (typeof CALL_EXPORTS)[number];
export type SumExport = (typeof SUM_EXPORTS)[number];

/** Whether each of its rows is a call. */
export const isCallExport = (content: ExportContent): content is CallExport =>
  CALL_EXPORTS.some((known) => known === content);

/** What one needs to ask for an export, and again to be given its file. */
export const exportPermission = (content: ExportContent): Permission => {
  // Who got how much and who let him: for those who answer for the money.
  if (content === 'compensation') return 'compensation.approve';
  return isCallExport(content) ? 'export.detailed' : 'export.aggregated';
};

/** `main`: what people read. `all`: every metric too. `ids`: the numbers of the calls and nothing else. */
export const EXPORT_COLUMNS = ['main', 'all', 'ids'] as const;
export const ExportColumns = z.enum(EXPORT_COLUMNS);
export type ExportColumns = z.infer<typeof ExportColumns>;

export const EXPORT_FORMATS = ['xlsx', 'csv'] as const;
export const ExportFormat = z.enum(EXPORT_FORMATS);
export type ExportFormat = z.infer<typeof ExportFormat>;

const EXPORT_STATES = ['queued', 'running', 'done', 'failed', 'cancelled', 'expired'] as const;
export const ExportState = z.enum(EXPORT_STATES);
export type ExportState = z.infer<typeof ExportState>;

/** States in which a file is still to come; at most one such export a person. */
export const OPEN_EXPORT_STATES = ['queued', 'running'] as const satisfies readonly ExportState[];
/** Whether a file is still to come. */
export const isOpenExport = (state: ExportState): boolean =>
  OPEN_EXPORT_STATES.some((open) => open === state);

/** `too_big`: Telegram takes no such file. `gave_up`: every attempt broke. */
const EXPORT_FAILURES = ['too_big', 'gave_up'] as const;
export type ExportFailure = (typeof EXPORT_FAILURES)[number];

/** Telegram takes files of up to 50 MB from a bot; some of it goes to the frame of the upload. */
export const MAX_EXPORT_BYTES = 49_000_000;
