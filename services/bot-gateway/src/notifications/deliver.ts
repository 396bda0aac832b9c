import { findClinic, withTransaction } from '@perezvon/db';
import type { GatewayDeps } from '../deps.js';
import { HOUR_MS } from '../domain/durations.js';
import { retryPauseMs } from '../domain/retry-pause.js';
import type { Person } from '../people/person.js';
import { isBadRequest } from '../screens/adapter.js';
import { rootFor } from '../screens/draw.js';
import { alertPlace, digestPlace, reminderPlace, weeklyPlace } from '../screens/places/notifications.js';
import { showNew } from '../screens/show.js';
import {
  dropMessage,
  hasSentDigest,
  holdMessage,
  markSent,
  postponeMessage,
  type ClaimedMessage,
} from '../store/notification-messages.js';
import { findNotificationSettings } from '../store/notification-settings.js';
import {
  dropNotifications,
  listNotificationsOfMessage,
  releaseNotifications,
} from '../store/notifications.js';
import { findPerson } from '../store/people.js';
import { dropReminders, listRemindersOfMessage } from '../store/reminders.js';
import { judgeReminders } from './judge-reminders.js';
import { quietUntil } from './quiet-hours.js';
import { restUntil } from './rest-time.js';
import type { NotificationSettings } from './settings.js';
import { isTooLate } from './summary-time.js';
import { whyNotTell, type Drop } from './tellable.js';

/** What is to be done with a message now. */
type Plan =
  | { kind: 'send'; silent: boolean }
  | { kind: 'drop'; reason: Drop }
  | { kind: 'wait'; until: Date };

const PLACES = {
  alert: alertPlace,
  reminder: reminderPlace,
  digest: digestPlace,
  weekly: weeklyPlace,
} as const;

/** Nobody can be reached there now; the transport tells when he is back, and this is only in case it did not. */
const UNREACHABLE_PAUSE_MS = HOUR_MS;
/** Telegram is away: it is asked again at least so often that the alert comes within the minute when it is back. */
const PAUSES = { firstMs: 2_000, longestMs: 30_000 };

/** What of an alert is still worth telling; while it waited, somebody may have taken the calls. */
const planAlert = async (
  { db, now, timezone }: GatewayDeps,
  { id }: ClaimedMessage,
  person: Person,
  settings: NotificationSettings,
): Promise<Plan> => {
  const told = await listNotificationsOfMessage(db, id);
  const judged = told.map((one) => ({ id: one.id, reason: whyNotTell(one, settings, person) }));
  for (const { id: notificationId, reason } of judged)
    if (reason !== null) await withTransaction(db, (tx) => dropNotifications(tx, [notificationId], reason));
  if (!judged.some(({ reason }) => reason === null))
    return { kind: 'drop', reason: judged[0]?.reason ?? 'handled' };
  const until = quietUntil(now(), settings.quietHours, timezone);
  return until === null ? { kind: 'send', silent: false } : { kind: 'wait', until };
};

/** What a reminder still has to tell; while it waited, somebody may have done, moved or paused it. */
const planReminder = async (
  { db, now, timezone }: GatewayDeps,
  { id }: ClaimedMessage,
  person: Person,
  { quietHours }: NotificationSettings,
): Promise<Plan> => {
  const { tell, drops } = judgeReminders(await listRemindersOfMessage(db, id), person, now());
  if (drops.length > 0) await withTransaction(db, (tx) => dropReminders(tx, drops));
  if (tell.length === 0) return { kind: 'drop', reason: drops[0]?.reason ?? 'handled' };
  const until = restUntil(now(), quietHours, await findClinic(db, timezone));
  return until === null ? { kind: 'send', silent: false } : { kind: 'wait', until };
};

/** A summary comes at the hour that its person chose, without a sound where that is a quiet one. */
const planSummary = async (
  { db, now, timezone }: GatewayDeps,
  { kind, date, userId }: ClaimedMessage,
  settings: NotificationSettings,
): Promise<Plan> => {
  if (date === null || isTooLate(date, settings, { now: now(), timezone }))
    return { kind: 'drop', reason: 'late' };
  const followsDigest = kind === 'weekly' && (await hasSentDigest(db, userId, date));
  return {
    kind: 'send',
    silent: followsDigest || quietUntil(now(), settings.quietHours, timezone) !== null,
  };
};

const planFor = async (deps: GatewayDeps, message: ClaimedMessage, person: Person | null): Promise<Plan> => {
  if (person?.status !== 'active') return { kind: 'drop', reason: 'not_allowed' };
  const settings = await findNotificationSettings(deps.db, person);
  if (message.kind === 'alert') return planAlert(deps, message, person, settings);
  if (message.kind === 'reminder') return planReminder(deps, message, person, settings);
  return planSummary(deps, message, settings);
};

const send = async (
  deps: GatewayDeps,
  { id, kind, createdAt }: ClaimedMessage,
  person: Person,
  silent: boolean,
): Promise<void> => {
  const trail = [rootFor(person), PLACES[kind].address({ messageId: id })];
  const sent = await showNew(deps, person, Number(person.telegramId), trail, null, { silent });
  const at = deps.now();
  if (sent.kind === 'unreachable') {
    const again = new Date(at.getTime() + UNREACHABLE_PAUSE_MS);
    await withTransaction(deps.db, (tx) => postponeMessage(tx, id, again));
    return;
  }
  // As close to the sending as can be: a crash in between tells the person twice, never not at all.
  await withTransaction(deps.db, (tx) => markSent(tx, id, { telegramMessageId: sent.messageId, at }));
  const tookMs = at.getTime() - createdAt.getTime();
  deps.log.info({ notificationMessageId: id, kind, userId: person.id, tookMs }, 'notification sent');
};

const carryOut = async (deps: GatewayDeps, message: ClaimedMessage): Promise<void> => {
  const { id, userId } = message;
  const person = await findPerson(deps.db, userId);
  const plan = await planFor(deps, message, person);
  if (plan.kind === 'send' && person !== null) await send(deps, message, person, plan.silent);
  else
    await withTransaction(deps.db, async (tx) => {
      if (plan.kind === 'wait') return postponeMessage(tx, id, plan.until);
      await dropMessage(tx, id, plan.kind === 'drop' ? plan.reason : 'not_allowed');
      // A digest that comes too late must not take the red calls of the night along.
      if (plan.kind === 'drop' && plan.reason === 'late') await releaseNotifications(tx, id, deps.now());
    });
};

/** A release in between may have mended what Telegram did not like: some two minutes of tries. */
const MOST_REFUSALS = 8;

/** Telegram will never take this message: our own fault, which the next try repeats. */
const isRefused = (error: unknown, { attempts }: ClaimedMessage): boolean =>
  isBadRequest(error) && attempts >= MOST_REFUSALS;

/**
 * Sends a message that this process has claimed, or decides otherwise about it. Telegram's trouble is no end: the
 * message is tried again until it is sent, however long that takes. One that Telegram refuses for its content is
 * given up, so that it does not hold up what else the person is to be told; its calls stay in the lists.
 */
export const deliverMessage = async (deps: GatewayDeps, message: ClaimedMessage): Promise<void> => {
  if (!(await withTransaction(deps.db, (tx) => holdMessage(tx, message, deps.now())))) return;
  try {
    await carryOut(deps, message);
  } catch (error) {
    if (isRefused(error, message)) {
      deps.log.error({ notificationMessageId: message.id, err: error }, 'notification refused by Telegram');
      await withTransaction(deps.db, (tx) => dropMessage(tx, message.id, 'refused'));
      return;
    }
    const again = new Date(deps.now().getTime() + retryPauseMs(message.attempts, PAUSES));
    deps.log.warn(
      { notificationMessageId: message.id, err: error },
      'notification not sent, it is tried again',
    );
    await withTransaction(deps.db, (tx) => postponeMessage(tx, message.id, again));
  }
};
