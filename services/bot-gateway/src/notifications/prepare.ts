import { withTransaction, type Tx } from '@perezvon/db';
import type { GatewayDeps } from '../deps.js';
import { findAlertHistory, holdPerson, insertAlert, insertSummary } from '../store/notification-messages.js';
import {
  attachNotifications,
  dropNotifications,
  listPeopleWithWaiting,
  listWaitingNotifications,
  postponeWaiting,
  type StandingNotification,
} from '../store/notifications.js';
import { findNotifiedPerson, listNotifiedPeople, type NotifiedPerson } from '../store/notified-people.js';
import { nextAlertAt, SPACING_MS } from './alert-time.js';
import { clinicDay } from '../domain/clinic-day.js';
import { dueSummaries, summaryKey, type Summary } from './summary-time.js';
import { whyNotTell } from './tellable.js';

type PrepareDeps = Pick<GatewayDeps, 'db' | 'now' | 'timezone'>;

/** One moment for a whole round: what is due at it is decided as one. */
interface Round {
  now: Date;
  timezone: string;
}

/** The summaries that a person should have and has not. */
const missingSummaries = ({ settings, chosenAt, summaries }: NotifiedPerson, round: Round): Summary[] =>
  dueSummaries(settings, chosenAt, round).filter((summary) => !summaries.has(summaryKey(summary)));

/** Those that are still worth telling; the others are dropped with their reasons. */
const dropUntellable = async (
  tx: Tx,
  { settings, role, status }: NotifiedPerson,
  waiting: readonly StandingNotification[],
): Promise<StandingNotification[]> => {
  const judged = waiting.map((one) => ({ one, reason: whyNotTell(one, settings, { role, status }) }));
  for (const reason of new Set(judged.map(({ reason: why }) => why))) {
    if (reason === null) continue;
    const ids = judged.flatMap(({ one, reason: why }) => (why === reason ? [one.id] : []));
    await dropNotifications(tx, ids, reason);
  }
  return judged.flatMap(({ one, reason }) => (reason === null ? [one] : []));
};

const prepareAlert = async (
  tx: Tx,
  { id: userId, settings }: NotifiedPerson,
  waiting: readonly StandingNotification[],
  { now, timezone }: Round,
): Promise<void> => {
  const [oldest] = waiting;
  if (!oldest) return;
  const history = await findAlertHistory(tx, userId, clinicDay(now, timezone).toJSDate());
  const state = {
    waitingSince: oldest.createdAt,
    lastAlertAt: history.lastAlertAt,
    alertsToday: history.alertsSince,
  };
  const at = nextAlertAt(state, settings, { now, timezone });
  if (at > now) return postponeWaiting(tx, userId, at);
  // Telegram is away: what comes meanwhile is one message when it is back, not twenty.
  if (history.isUnsent) return postponeWaiting(tx, userId, new Date(now.getTime() + SPACING_MS));
  const messageId = await insertAlert(tx, userId, now);
  await attachNotifications(
    tx,
    waiting.map(({ id }) => id),
    messageId,
  );
};

/** Makes the messages that are due for one person. A digest also tells the red calls that wait: one message less. */
const prepareFor = async (tx: Tx, userId: number, round: Round): Promise<void> => {
  if (!(await holdPerson(tx, userId))) return;
  const person = await findNotifiedPerson(tx, userId, round.now);
  if (person === null) return;
  let waiting = await dropUntellable(tx, person, await listWaitingNotifications(tx, userId));
  for (const summary of missingSummaries(person, round)) {
    const messageId = await insertSummary(tx, userId, summary, round.now);
    if (messageId === null || summary.kind !== 'digest') continue;
    await attachNotifications(
      tx,
      waiting.map(({ id }) => id),
      messageId,
    );
    waiting = [];
  }
  await prepareAlert(tx, person, waiting, round);
};

/**
 * Decides what is due for everybody and makes the messages of it; nothing is sent here. Processes side by side do not
 * decide about the same person at once.
 */
export const prepareNotifications = async ({ db, now, timezone }: PrepareDeps): Promise<void> => {
  const round = { now: now(), timezone };
  const people = await listNotifiedPeople(db, round.now);
  const due = people.filter((person) => missingSummaries(person, round).length > 0).map(({ id }) => id);
  for (const userId of new Set([...due, ...(await listPeopleWithWaiting(db, round.now))]))
    await withTransaction(db, (tx) => prepareFor(tx, userId, round));
};
