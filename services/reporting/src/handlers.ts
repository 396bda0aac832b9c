import type { QueueHandlers } from '@perezvon/messaging';
import { markScoredDays } from './events/mark-scored-days.js';
import { markStoredDays } from './events/mark-stored-days.js';

/** All that this service does with what arrives; it owns no intent. @param timeZone the clinic's: its days are counted */
export const handlersFor = (timeZone: string): QueueHandlers<'reporting'> => ({
  intents: {},
  events: { 'call.scored': markScoredDays(timeZone), 'scores.stored': markStoredDays(timeZone) },
});
