import type { notificationDismissed, notificationsConfigured } from '@perezvon/contracts';
import type { EventHandler } from '@perezvon/messaging';
import type { GatewayDeps } from '../deps.js';
import { settleAction } from './settle.js';

/** A person chose how he is told of things: his screen shows it. */
export const notificationsConfiguredHandler = (
  deps: GatewayDeps,
): EventHandler<typeof notificationsConfigured> => ({
  kind: 'effect',
  handle: (event) =>
    settleAction(deps, event, { words: (t) => t('done-notifications-configured'), isRefusal: false }),
});

/** «🙈 Не важно» is kept: the message shows it. */
export const notificationDismissedHandler = (
  deps: GatewayDeps,
): EventHandler<typeof notificationDismissed> => ({
  kind: 'effect',
  handle: (event) =>
    settleAction(deps, event, { words: (t) => t('done-notification-dismissed'), isRefusal: false }),
});
