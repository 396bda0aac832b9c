import {
  AlertThreshold,
  DailyBudget,
  HistoryId,
  MinuteOfDay,
  notificationConfigure,
  notificationDismiss,
  NotificationId,
  type NotificationChange,
} from '@perezvon/contracts';
import { z } from 'zod';
import { defineAction } from '../define-action.js';
import { alertPlace, notificationsPlace } from '../places/notifications.js';

/** A button of the settings: what it chooses, from its params. */
const defineChoice = <S extends z.ZodObject>(
  id: string,
  params: S,
  change: (chosen: z.output<S>) => NotificationChange,
) =>
  defineAction({
    id,
    params,
    intent: notificationConfigure,
    payload: (chosen: z.output<S>, { actorId }: { actorId: number }) => ({
      userId: actorId,
      change: change(chosen),
    }),
    leadsTo: () => notificationsPlace.address({}),
  });

/** «🔴 Присылать» and «Не присылать». */
export const chooseAlerts = defineChoice('ntf-red', z.object({ on: z.boolean() }), ({ on }) => ({
  redAlerts: on,
}));

/** From which danger on. */
export const chooseThreshold = defineChoice('ntf-from', z.object({ from: AlertThreshold }), ({ from }) => ({
  alertFrom: from,
}));

/** How many a day; absent: as many as come. */
export const chooseBudget = defineChoice(
  'ntf-max',
  z.object({ budget: DailyBudget.optional() }),
  ({ budget }) => ({ dailyBudget: budget ?? null }),
);

/** Quiet hours; absent: none. */
export const chooseQuietHours = defineChoice(
  'ntf-hush',
  z.object({ hours: z.object({ from: MinuteOfDay, to: MinuteOfDay }).optional() }),
  ({ hours }) => ({ quietHours: hours ?? null }),
);

/** When the digest comes; absent: never. */
export const chooseDigest = defineChoice('ntf-day', z.object({ at: MinuteOfDay.optional() }), ({ at }) => ({
  digestAt: at ?? null,
}));

/** The weekly summary. */
export const chooseWeekly = defineChoice('ntf-week', z.object({ on: z.boolean() }), ({ on }) => ({
  weekly: on,
}));

/** «🙈 Не важно» of one call in a message; digests have it, too, so the message says which screen it is. */
export const dismissCall = defineAction({
  id: 'ntf-no',
  params: z.object({ notificationId: NotificationId, historyId: HistoryId, messageId: NotificationId }),
  intent: notificationDismiss,
  payload: ({ notificationId, historyId }) => ({ notificationId, historyId }),
  leadsTo: ({ messageId }) => alertPlace.address({ messageId }),
});
