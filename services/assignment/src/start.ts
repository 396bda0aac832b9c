import { consume, type MessagingDeps, type Stop } from '@perezvon/messaging';
import { startClock } from './clock/start-clock.js';
import type { AssignmentConfig } from './config.js';
import { handlers } from './handlers.js';
import { startJudging } from './promises/judge-overdue.js';

/** Assignments from their intents to their events, and the clock that watches over deadlines and promises. */
export const start = (deps: MessagingDeps, { CLINIC_TIMEZONE }: AssignmentConfig): Stop => {
  const stopMessages = consume('assignment', handlers, deps);
  const stopClock = startClock({ ...deps, timezone: CLINIC_TIMEZONE });
  const stopJudging = startJudging(deps);
  return async () => {
    await stopJudging();
    await stopClock();
    await stopMessages();
  };
};
