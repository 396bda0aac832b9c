import { notificationDismissed, type notificationDismiss } from '@perezvon/contracts';
import { done, refused, type IntentHandler } from '@perezvon/messaging';
import { findNotification, markNotImportant } from '../store/notifications.js';

/** Keeps that a call was not worth a message to this person; only his own messages are his to judge. */
export const dismissNotification: IntentHandler<typeof notificationDismiss> = async (
  { payload: { notificationId, historyId } },
  { tx, actor, now },
) => {
  const notification = await findNotification(tx, { id: notificationId, historyId });
  if (notification?.userId !== actor.id) return refused('notification.not_found');
  if (!(await markNotImportant(tx, notificationId, now()))) return refused('notification.already_dismissed');
  return done(notificationDismissed.of({ notificationId }), { before: null, after: { notImportant: true } });
};
