import { MinuteOfDay, NotificationId } from '@perezvon/contracts';
import { z } from 'zod';
import { definePlace } from '../define-place.js';

/** A message that the bot sent by itself: its own person's only (the screen's `load` looks). */
const OneMessage = z.object({ messageId: NotificationId });

/** New red calls. */
export const alertPlace = definePlace({ id: 'alert', permission: 'calls.view', params: OneMessage });
/** Deadlines of one's own assignments, or of those that one is in charge of. */
export const reminderPlace = definePlace({
  id: 'remind',
  permission: ['work.own', 'assignments.manage'],
  params: OneMessage,
});
/** The morning digest. */
export const digestPlace = definePlace({ id: 'digest', permission: 'active', params: OneMessage });
/** «Итоги недели». */
export const weeklyPlace = definePlace({ id: 'weekly', permission: 'active', params: OneMessage });

/** «🔔 Уведомления». */
export const notificationsPlace = definePlace({ id: 'notify', permission: 'active', params: z.object({}) });

const question = { permission: 'active', isQuestion: true } as const;

/** From which danger on. */
export const thresholdPlace = definePlace({
  id: 'notify-from',
  permission: 'calls.view',
  isQuestion: true,
  params: z.object({}),
});
/** How many messages a day. */
export const budgetPlace = definePlace({
  id: 'notify-max',
  permission: 'calls.view',
  isQuestion: true,
  params: z.object({}),
});
/** Quiet hours: usual ones, or typed. */
export const quietPlace = definePlace({ id: 'notify-hush', ...question, params: z.object({}) });
/** The typed quiet hours as they were understood. */
export const quietConfirmPlace = definePlace({
  id: 'notify-hush2',
  ...question,
  params: z.object({ from: MinuteOfDay, to: MinuteOfDay }),
});
/** The hour of the morning digest: usual ones, or typed. */
export const digestTimePlace = definePlace({ id: 'notify-day', ...question, params: z.object({}) });
/** The typed hour as it was understood. */
export const digestConfirmPlace = definePlace({
  id: 'notify-day2',
  ...question,
  params: z.object({ at: MinuteOfDay }),
});
