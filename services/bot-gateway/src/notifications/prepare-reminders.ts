import type { Clinic } from '@perezvon/clinic-hours';
import { findClinic, withTransaction, type Tx } from '@perezvon/db';
import type { GatewayDeps } from '../deps.js';
import { daysBefore } from '../domain/durations.js';
import { holdPerson } from '../store/notification-messages.js';
import { findNotifiedPerson } from '../store/notified-people.js';
import {
  dropReminders,
  findReminderHistory,
  insertReminderMessage,
  listPeopleToRemind,
  listWaitingReminders,
  postponeReminders,
} from '../store/reminders.js';
import { judgeReminders } from './judge-reminders.js';
import type { StandingReminder } from './remindable.js';
import { restUntil } from './rest-time.js';

type PrepareDeps = Pick<GatewayDeps, 'db' | 'now' | 'timezone'>;

/** Deadlines of one minute are noted within seconds of each other, and are one message. */
export const REMINDER_GROUP_MS = 5_000;
/** Whoever has just been told is looking already. */
export const REMINDER_SPACING_MS = 30_000;
/** What was sent before is no reason to wait. */
const HISTORY_DAYS = 1;
/** Decided at a time: each takes a connection of the pool. */
const AT_ONCE = 4;

interface Round {
  now: Date;
  clinic: Clinic;
}

/** In milliseconds since 1970. */
const oldestNote = (reminders: readonly StandingReminder[]): number =>
  reminders.reduce((oldest, { notedAt }) => Math.min(oldest, notedAt.getTime()), Infinity);

/** When a person who may be told now is told: with what else comes in these seconds, and not right after another message. */
const momentToTell = async (
  tx: Tx,
  userId: number,
  waiting: readonly StandingReminder[],
  now: Date,
): Promise<Date> => {
  const { lastAt, isUnsent } = await findReminderHistory(tx, userId, daysBefore(now, HISTORY_DAYS));
  // Telegram is away: what comes meanwhile is one message when it is back, not twenty.
  if (isUnsent) return new Date(now.getTime() + REMINDER_SPACING_MS);
  const spaced = lastAt === null ? 0 : lastAt.getTime() + REMINDER_SPACING_MS;
  return new Date(Math.max(oldestNote(waiting) + REMINDER_GROUP_MS, spaced));
};

const prepareFor = async (tx: Tx, userId: number, { now, clinic }: Round): Promise<void> => {
  if (!(await holdPerson(tx, userId))) return;
  const person = await findNotifiedPerson(tx, userId, now);
  if (person === null) return;
  const { tell, drops } = judgeReminders(await listWaitingReminders(tx, userId, now), person, now);
  await dropReminders(tx, drops);
  if (tell.length === 0) return;
  const at =
    restUntil(now, person.settings.quietHours, clinic) ?? (await momentToTell(tx, userId, tell, now));
  if (at > now) return postponeReminders(tx, userId, at);
  await insertReminderMessage(tx, { userId, reminderIds: tell.map(({ id }) => id), now });
};

/**
 * Makes the messages that remind people of their assignments: one a person, of all that he has to know by now. Nothing
 * is sent here. Processes side by side do not decide about the same person at once.
 */
export const prepareReminders = async ({ db, now, timezone }: PrepareDeps): Promise<void> => {
  const round = { now: now(), clinic: await findClinic(db, timezone) };
  const people = await listPeopleToRemind(db, round.now);
  for (let first = 0; first < people.length; first += AT_ONCE)
    await Promise.all(
      people
        .slice(first, first + AT_ONCE)
        .map((userId) => withTransaction(db, (tx) => prepareFor(tx, userId, round))),
    );
};
