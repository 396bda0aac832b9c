import { callAlarmed, type HistoryId } from '@perezvon/contracts';
import { withTransaction, type DbClient } from '@perezvon/db';
import { givenCall, givenClinic, givenScore, testDatabase, type Clinic } from '@perezvon/db/testing';
import { callAlarmedHandler } from '../../src/events/call-alarmed.js';
import { prepareNotifications } from '../../src/notifications/prepare.js';

const timezone = 'Europe/Moscow';

/** Red calls and what is told of them, by a clock that the test sets. */
export interface AlarmRoom {
  db: DbClient;
  people: Clinic;
  /** The clinic's time of a Tuesday, `2026-11-24`, or of the day after: `+08:00`. */
  clock: (local: string) => void;
  /** Any other moment. */
  clockAt: (moment: string) => void;
  now: () => Date;
  /** Nothing was told or chosen yet; it is noon. */
  empty: () => Promise<void>;
  alarm: (historyId: HistoryId) => Promise<unknown>;
  givenRedCall: (score?: Parameters<typeof givenScore>[2]) => Promise<number>;
  /** A round of one process, at the clock's time. */
  round: () => Promise<unknown>;
  /** The same at a local time. */
  prepare: (local: string) => Promise<unknown>;
  /** The messages made so far for one person, with the calls that each tells. */
  messagesOf: (person: { id: number }) => Promise<(string | number)[][]>;
  /** Telegram took everything that was made. */
  sendAll: () => Promise<void>;
}

const messagesFor = async (db: DbClient, userId: number): Promise<(string | number)[][]> => {
  const rows = await db.notificationMessage.findMany({
    where: { userId },
    orderBy: { id: 'asc' },
    select: { kind: true, notifications: { select: { historyId: true }, orderBy: { historyId: 'asc' } } },
  });
  return rows.map(({ kind, notifications }) => [
    kind,
    ...notifications.map(({ historyId }) => Number(historyId)),
  ]);
};

const forgetAll = async (db: DbClient): Promise<void> => {
  await db.notification.deleteMany();
  await db.notificationMessage.deleteMany();
  await db.notificationSettings.deleteMany();
  // Let in after the digest of that day: the first one is tomorrow's.
  await db.user.updateMany({ data: { unreachableSince: null, updatedAt: '2026-11-24T06:00:00Z' } });
};

const alarmAt = (db: DbClient, historyId: HistoryId, at: Date): Promise<unknown> =>
  withTransaction(db, (tx) =>
    callAlarmedHandler.handle(
      {
        ...callAlarmed.of({ historyId }),
        id: `call-${historyId}`,
        actorId: null,
        causedBy: null,
        origin: null,
        at: at.toISOString(),
      },
      { tx, now: () => at },
    ),
  );

/** A clinic of its own, at noon. */
export const openAlarmRoom = async (): Promise<AlarmRoom> => {
  const { db } = await testDatabase();
  let at = new Date('2026-11-24T12:00:00+03:00');
  const clock = (local: string): void => {
    const day = local.startsWith('+') ? '2026-11-25' : '2026-11-24';
    at = new Date(`${day}T${local.replace('+', '')}${local.length < 7 ? ':00' : ''}+03:00`);
  };
  const round = () => prepareNotifications({ db, timezone, now: () => at });
  return {
    db,
    people: await givenClinic(db),
    clock,
    clockAt: (moment) => {
      at = new Date(moment);
    },
    now: () => at,
    empty: async () => {
      await forgetAll(db);
      clock('12:00');
    },
    alarm: (historyId) => alarmAt(db, historyId, at),
    givenRedCall: async (score = {}) => {
      const call = await givenCall(db);
      await givenScore(db, call, score);
      await alarmAt(db, call.historyId, at);
      return call.historyId;
    },
    round,
    prepare: (local) => {
      clock(local);
      return round();
    },
    messagesOf: ({ id }) => messagesFor(db, id),
    sendAll: async () => {
      await db.notificationMessage.updateMany({ where: { sentAt: null }, data: { sentAt: at } });
    },
  };
};
