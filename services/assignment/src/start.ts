import { consume, type MessagingDeps, type Stop } from '@perezvon/messaging';
import { startClock } from './clock/start-clock.js';
import type { AssignmentConfig } from './config.js';
import { handlers } from './handlers.js';

/** Assignments from their intents to their events, and the clock that watches over their deadlines. */
export const start = (deps: MessagingDeps, { CLINIC_TIMEZONE }: AssignmentConfig): Stop => {
  const stopMessages = consume('assignment', handlers, deps);
  const stopClock = startClock({ ...deps, timezone: CLINIC_TIMEZONE });
  return async () => {
    await stopClock();
    await stopMessages();
  };
};
