import { withTransaction } from '@perezvon/db';
import { runEvery, type Stop } from '@perezvon/messaging';
import type { GatewayDeps } from '../deps.js';
import {
  claimMessages,
  forgetOldNotifications,
  type ClaimedMessage,
} from '../store/notification-messages.js';
import { findPerson } from '../store/people.js';
import { deliverMessage } from './deliver.js';
import { prepareReminders } from './prepare-reminders.js';
import { prepareNotifications } from './prepare.js';

/** Two small queries on partial indexes and one over the clinic's people: what is due is seen at once. */
const PREPARE_EVERY_S = 2;
const SEND_EVERY_S = 1;
const FORGET_EVERY_S = 3_600;
/**
 * On their way at a time, and so begun in one round. Two rounds may fall into one second: together they are what
 * Telegram takes in it, about 30 messages.
 */
const MAX_UNDER_WAY = 15;

/** Sends in the person's lane, so that it does not come between a tap and its answer. */
const deliverInLane = async (deps: GatewayDeps, message: ClaimedMessage): Promise<void> => {
  const person = await findPerson(deps.db, message.userId);
  if (person === null) return;
  await deps.lanes.run(Number(person.telegramId), () => deliverMessage(deps, message));
};

/** Claims what is due and sends it. One slow chat holds up nobody else: the round does not wait for it. */
const makeSender = (deps: GatewayDeps) => {
  const underWay = new Set<Promise<void>>();
  return {
    round: async (): Promise<void> => {
      const room = MAX_UNDER_WAY - underWay.size;
      if (room === 0) return;
      const claimed = await withTransaction(deps.db, (tx) => claimMessages(tx, deps.now(), room));
      for (const message of claimed) {
        const sending = deliverInLane(deps, message)
          // Its lease ends, and it is sent then.
          .catch((error: unknown) =>
            deps.log.error(
              { notificationMessageId: message.id, err: error },
              'notification left to its lease',
            ),
          )
          .finally(() => underWay.delete(sending));
        underWay.add(sending);
      }
    },
    settled: async (): Promise<void> => {
      await Promise.all(underWay);
    },
  };
};

/** Tells people of red calls and deadlines and sends their summaries until stopped. Any number of processes may do so side by side. */
export const startNotifications = (deps: GatewayDeps): Stop => {
  const sender = makeSender(deps);
  const stops = [
    runEvery(PREPARE_EVERY_S, 'prepare-notifications', () => prepareNotifications(deps), deps),
    runEvery(PREPARE_EVERY_S, 'prepare-reminders', () => prepareReminders(deps), deps),
    runEvery(SEND_EVERY_S, 'send-notifications', sender.round, deps),
    runEvery(
      FORGET_EVERY_S,
      'forget-old-notifications',
      () => forgetOldNotifications(deps.db, deps.now()),
      deps,
    ),
  ];
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
    await sender.settled();
  };
};
