import type { Db } from '@perezvon/db';
import { findNotificationMessage } from '../../store/notification-messages.js';
import { listToldNotifications } from '../../store/notifications.js';
import { listCallDetails, type TopCall } from '../calls/list-top-calls.js';

/** One red call that a message told. */
export interface AlertedCall {
  notificationId: number;
  /** The reader called it not important. */
  isNotImportant: boolean;
  call: TopCall;
}

export interface Alert {
  /** The gravest first, at most `MAX_ALERTED`. */
  calls: readonly AlertedCall[];
  /** How many the message told of in all. */
  total: number;
}

/** As many as one reads on a phone; the rest stands in the list. */
const MAX_ALERTED = 8;

/** The red calls that a message told its person, as they stand now; null: it is not his, or gone. */
export const findAlert = async (
  db: Db,
  { messageId, userId }: { messageId: number; userId: number },
): Promise<Alert | null> => {
  const message = await findNotificationMessage(db, messageId);
  if (message?.userId !== userId) return null;
  const told = await listToldNotifications(db, messageId);
  const shown = told.slice(0, MAX_ALERTED);
  const details = await listCallDetails(
    db,
    shown.map(({ historyId }) => BigInt(historyId)),
  );
  const byId = new Map(details.map((call) => [call.historyId, call]));
  return {
    total: told.length,
    calls: shown.flatMap(({ id, historyId, isNotImportant }) => {
      const call = byId.get(historyId);
      return call ? [{ notificationId: id, isNotImportant, call }] : [];
    }),
  };
};
