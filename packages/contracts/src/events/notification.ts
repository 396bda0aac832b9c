import { z } from 'zod';
import { defineEvent } from '../define.js';
import { NotificationId, UserId } from '../domain/ids.js';

/** A person chose how he wants to be told of things. */
export const notificationsConfigured = defineEvent({
  type: 'notification.configured',
  version: 1,
  payload: z.object({ userId: UserId }),
});

/** «🙈 Не важно»: this call was not worth a message to this person. */
export const notificationDismissed = defineEvent({
  type: 'notification.dismissed',
  version: 1,
  payload: z.object({ notificationId: NotificationId }),
});
