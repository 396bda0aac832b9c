import { withTransaction } from '@perezvon/db';
import { runEvery, type Stop } from '@perezvon/messaging';
import { remindOfUndecided } from '../compensations/remind-undecided.js';
import { remindOfForgotten } from '../store/clock.js';
import { passOnUntold, tellDue, type ClockDeps } from './tell-due.js';

/** One query on a partial index: a deadline is seen at once. */
const LOOK_EVERY_S = 2;
/** Telegram says that somebody is gone when it is asked to tell him: whoever comes next knows within half a minute. */
const PASS_ON_EVERY_S = 10;
const RECONCILE_EVERY_S = 60;
/** Of what has waited for hours: a minute more or less is none. */
const REMIND_UNDECIDED_EVERY_S = 60;

const reconcile = async ({ db, now, log }: ClockDeps): Promise<void> => {
  const found = await withTransaction(db, (tx) => remindOfForgotten(tx, now()));
  if (found > 0) log.warn({ assignments: found }, 'assignments without a reminder found');
};

/** Watches over deadlines and what waits for a decision until stopped. Any number of processes may do so side by side. */
export const startClock = (deps: ClockDeps): Stop => {
  const stops = [
    runEvery(LOOK_EVERY_S, 'tell-due-assignments', () => tellDue(deps), deps),
    runEvery(PASS_ON_EVERY_S, 'pass-on-untold-deadlines', () => passOnUntold(deps), deps),
    runEvery(REMIND_UNDECIDED_EVERY_S, 'remind-of-undecided', () => remindOfUndecided(deps), deps),
    runEvery(RECONCILE_EVERY_S, 'reconcile-reminders', () => reconcile(deps), deps),
  ];
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
};
