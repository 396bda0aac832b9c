import type { Clinic } from '@perezvon/clinic-hours';
import { findClinic, withTransaction, type Tx } from '@perezvon/db';
import type { GatewayDeps } from '../deps.js';
import { daysBefore } from '../domain/durations.js';
import { holdPeople } from '../store/notification-messages.js';
import { listPeopleNotified, type NotifiedPerson } from '../store/notified-people.js';
import {
  dropReminders,
  insertReminderMessages,
  listPeopleToRemind,
  listReminderHistories,
  listWaitingReminders,
  postponeReminders,
  type ReminderHistory,
} from '../store/reminders.js';
import { judgeReminders } from './judge-reminders.js';
import type { StandingReminder } from './remindable.js';
import { restUntil } from './rest-time.js';

type PrepareDeps = Pick<GatewayDeps, 'db' | 'now' | 'timezone'>;

/** Deadlines of one minute are noted within seconds of each other, and are one message. */
const REMINDER_GROUP_MS = 5_000;
/** Whoever has just been told is looking already. */
const REMINDER_SPACING_MS = 30_000;
/** What was sent before is no reason to wait. */
const HISTORY_DAYS = 1;
/** People decided about in one transaction: a dozen statements for all of them. */
const BATCH = 100;

interface Round {
  now: Date;
  clinic: Clinic;
}

/** In milliseconds since 1970. */
const oldestNote = (reminders: readonly StandingReminder[]): number =>
  reminders.reduce((oldest, { notedAt }) => Math.min(oldest, notedAt.getTime()), Infinity);

/** When a person who is awake is told: with what else comes in these seconds, and not right after another message. */
const momentToTell = (
  waiting: readonly StandingReminder[],
  history: ReminderHistory | undefined,
  now: Date,
): Date => {
  // Telegram is away: what comes meanwhile is one message when it is back, not twenty.
  if (history?.isUnsent === true) return new Date(now.getTime() + REMINDER_SPACING_MS);
  const spaced = history ? history.lastAt.getTime() + REMINDER_SPACING_MS : 0;
  return new Date(Math.max(oldestNote(waiting) + REMINDER_GROUP_MS, spaced));
};

/** What is decided about one person. */
const decide = (
  person: NotifiedPerson,
  waiting: readonly StandingReminder[],
  history: ReminderHistory | undefined,
  { now, clinic }: Round,
) => {
  const { tell, drops } = judgeReminders(waiting, person, now);
  const at = restUntil(now, person.settings.quietHours, clinic) ?? momentToTell(tell, history, now);
  return { userId: person.id, reminderIds: tell.map(({ id }) => id), drops, at };
};

const byPerson = (reminders: readonly StandingReminder[]): Map<number, StandingReminder[]> => {
  const found = new Map<number, StandingReminder[]>();
  for (const one of reminders) {
    const known = found.get(one.userId);
    if (known) known.push(one);
    else found.set(one.userId, [one]);
  }
  return found;
};

const prepareBatch = async (tx: Tx, userIds: readonly number[], round: Round): Promise<void> => {
  const { now } = round;
  const people = await listPeopleNotified(tx, await holdPeople(tx, userIds), now);
  const ids = people.map(({ id }) => id);
  const waiting = byPerson(await listWaitingReminders(tx, ids, now));
  const histories = await listReminderHistories(tx, ids, daysBefore(now, HISTORY_DAYS));
  const decisions = people.map((person) =>
    decide(person, waiting.get(person.id) ?? [], histories.get(person.id), round),
  );
  const worth = decisions.filter(({ reminderIds }) => reminderIds.length > 0);
  await dropReminders(
    tx,
    decisions.flatMap(({ drops }) => drops),
  );
  await postponeReminders(
    tx,
    worth.filter(({ at }) => at > now).map(({ userId, at }) => ({ userId, notBefore: at })),
  );
  await insertReminderMessages(
    tx,
    worth.filter(({ at }) => at <= now),
    now,
  );
};

/**
 * Makes the messages that remind people of their assignments: one a person, of all that he has to know by now. Nothing
 * is sent here. Processes side by side do not decide about the same person at once.
 */
export const prepareReminders = async ({ db, now, timezone }: PrepareDeps): Promise<void> => {
  const round = { now: now(), clinic: await findClinic(db, timezone) };
  const people = await listPeopleToRemind(db, round.now);
  for (let first = 0; first < people.length; first += BATCH)
    await withTransaction(db, (tx) => prepareBatch(tx, people.slice(first, first + BATCH), round));
};
