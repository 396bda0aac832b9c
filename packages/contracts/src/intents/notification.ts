import { z } from 'zod';
import { defineIntent, type Subject } from '../define.js';
import { HistoryId, NotificationId, UserId } from '../domain/ids.js';
import { AlertThreshold, DailyBudget, MinuteOfDay } from '../domain/notification.js';

/** What somebody may choose; left out: stays as it is. */
export const NotificationChange = z.object({
  /** Red calls at once. */
  redAlerts: z.boolean().optional(),
  alertFrom: AlertThreshold.optional(),
  /** null: no quiet hours. They may go over midnight. */
  quietHours: z
    .object({ from: MinuteOfDay, to: MinuteOfDay })
    .refine(({ from, to }) => from !== to, 'quiet hours have to end at another time than they begin')
    .nullable()
    .optional(),
  /** null: as many as come. */
  dailyBudget: DailyBudget.nullable().optional(),
  /** null: no morning digest. */
  digestAt: MinuteOfDay.nullable().optional(),
  weekly: z.boolean().optional(),
});
export type NotificationChange = z.infer<typeof NotificationChange>;

/** «🔔 Уведомления»: how a person wants to be told of things; his own settings only. */
export const notificationConfigure = defineIntent({
  type: 'notification.configure',
  version: 1,
  owner: 'bot-gateway',
  permission: null,
  payload: z.object({ userId: UserId, change: NotificationChange }),
  subject: ({ userId }): Subject => ({ kind: 'user', id: String(userId) }),
  refusals: ['notification.not_for_you', 'notification.already_so'],
});

/** «🙈 Не важно» of one call in a message. */
export const notificationDismiss = defineIntent({
  type: 'notification.dismiss',
  version: 1,
  owner: 'bot-gateway',
  permission: 'calls.view',
  payload: z.object({ notificationId: NotificationId, historyId: HistoryId }),
  subject: ({ historyId }): Subject => ({ kind: 'call', id: String(historyId), historyId }),
  refusals: ['notification.not_found', 'notification.already_dismissed'],
});
