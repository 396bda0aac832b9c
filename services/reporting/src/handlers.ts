import type { QueueHandlers } from '@perezvon/messaging';
import { markScoredDays } from './events/mark-scored-days.js';
import { markStoredDays } from './events/mark-stored-days.js';
import { cancelExport, createExport, makeExport, type ExportDeps } from './exports/index.js';

/** All that this service does with what arrives. */
export const handlersWith = (deps: ExportDeps): QueueHandlers<'reporting'> => ({
  intents: { 'export.create': createExport(deps.timezone), 'export.cancel': cancelExport },
  events: {
    'call.scored': markScoredDays(deps.timezone),
    'scores.stored': markStoredDays(deps.timezone),
    'export.requested': makeExport(deps),
  },
});
