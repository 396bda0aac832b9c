import { may } from '@perezvon/access';
import {
  notificationsConfigured,
  type NotificationChange,
  type notificationConfigure,
  type RecordState,
} from '@perezvon/contracts';
import { done, refused, type IntentHandler } from '@perezvon/messaging';
import type { NotificationSettings } from '../notifications/settings.js';
import { findNotificationSettings, saveNotificationSettings } from '../store/notification-settings.js';
import { postponeWaiting } from '../store/notifications.js';
import { lookAtRemindersAgain } from '../store/reminders.js';
import { lockUser } from '../store/users.js';
import { timeOfDay } from '../text/time-of-day.js';

const ABOUT_CALLS = [
  'redAlerts',
  'alertFrom',
  'dailyBudget',
] as const satisfies readonly (keyof NotificationChange)[];

/** The settings with what was chosen; what was left out stays. */
const applyChange = (before: NotificationSettings, change: NotificationChange): NotificationSettings => ({
  redAlerts: change.redAlerts ?? before.redAlerts,
  alertFrom: change.alertFrom ?? before.alertFrom,
  quietHours: change.quietHours === undefined ? before.quietHours : change.quietHours,
  dailyBudget: change.dailyBudget === undefined ? before.dailyBudget : change.dailyBudget,
  digestAt: change.digestAt === undefined ? before.digestAt : change.digestAt,
  weekly: change.weekly ?? before.weekly,
});

/** What the log keeps, as people say it. */
const recordOf = (settings: NotificationSettings) =>
  ({
    redAlerts: settings.redAlerts,
    alertFrom: settings.alertFrom,
    quietHours:
      settings.quietHours && `${timeOfDay(settings.quietHours.from)}–${timeOfDay(settings.quietHours.to)}`,
    dailyBudget: settings.dailyBudget,
    digestAt: settings.digestAt === null ? null : timeOfDay(settings.digestAt),
    weekly: settings.weekly,
  }) satisfies RecordState;

/** The fields in which two records differ, of each. */
const differenceOf = (
  before: RecordState,
  after: RecordState,
): { before: RecordState; after: RecordState } => {
  const fields = Object.keys(after).filter((field) => before[field] !== after[field]);
  const only = (record: RecordState): RecordState =>
    Object.fromEntries(fields.map((field) => [field, record[field] ?? null]));
  return { before: only(before), after: only(after) };
};

/** Keeps how a person wants to be told of things; what waits for him is decided anew. */
export const configureNotifications: IntentHandler<typeof notificationConfigure> = async (
  { payload: { userId, change } },
  { tx, actor, now },
) => {
  const user = await lockUser(tx, userId);
  const mayChoose =
    user?.id === actor.id &&
    user.status === 'active' &&
    (may(actor.role, 'calls.view') || ABOUT_CALLS.every((field) => change[field] === undefined));
  if (!mayChoose) return refused('notification.not_for_you');
  const before = await findNotificationSettings(tx, actor);
  const after = applyChange(before, change);
  const changed = differenceOf(recordOf(before), recordOf(after));
  if (Object.keys(changed.after).length === 0) return refused('notification.already_so');

  const at = now();
  await saveNotificationSettings(tx, userId, after, at);
  await postponeWaiting(tx, userId, at);
  await lookAtRemindersAgain(tx, userId, at);
  return done(notificationsConfigured.of({ userId }), changed);
};
