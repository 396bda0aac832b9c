import { notificationConfigure, notificationDismiss, type NotificationChange } from '@perezvon/contracts';
import { withTransaction } from '@perezvon/db';
import type { Clinic } from '@perezvon/db/testing';
import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import { configureNotifications } from '../src/intents/configure-notifications.js';
import { dismissNotification } from '../src/intents/dismiss-notification.js';
import { openAlarmRoom, type AlarmRoom } from './support/alarm-room.js';

let room: AlarmRoom;
beforeAll(async () => {
  room = await openAlarmRoom();
});
beforeEach(() => room.empty());

/** What becomes of a person's choice, decided and written as the consumer does it. */
const configure = (actor: Clinic[keyof Clinic], userId: number, change: NotificationChange) =>
  withTransaction(room.db, (tx) =>
    configureNotifications(
      notificationConfigure.of({ userId, change }, { id: 'tg-1', actorId: actor.id, at: room.now() }),
      {
        tx,
        actor,
        now: room.now,
      },
    ),
  );

test('everybody chooses for himself, and only what there is for his role', async () => {
  const { admin, otherAdmin, marketing } = room.people;
  const no = (reason: string) => ({ kind: 'refused', reason: `notification.${reason}` });
  expect(await configure(admin, otherAdmin.id, { weekly: true })).toEqual(no('not_for_you'));
  expect(await configure(marketing, marketing.id, { redAlerts: true })).toEqual(no('not_for_you'));
  expect(await configure(admin, admin.id, { alertFrom: 60, digestAt: 480 })).toEqual(no('already_so'));
  expect(await room.db.notificationSettings.count()).toBe(0);

  expect(await configure(marketing, marketing.id, { digestAt: 540 })).toMatchObject({
    kind: 'done',
    change: { before: { digestAt: null }, after: { digestAt: '09:00' } },
  });
  await room.db.user.update({ where: { id: admin.id }, data: { status: 'blocked' } });
  expect(await configure(admin, admin.id, { weekly: true })).toEqual(no('not_for_you'));
  await room.db.user.update({ where: { id: admin.id }, data: { status: 'active' } });
});

test('a red call that waits for the morning is told at once when its person gives up his quiet hours', async () => {
  room.clock('22:30');
  const late = await room.givenRedCall();
  await room.prepare('22:31');
  await configure(room.people.admin, room.people.admin.id, { quietHours: null });
  await room.prepare('22:32');
  expect(await room.messagesOf(room.people.admin)).toEqual([['alert', late]]);
  expect(await room.messagesOf(room.people.otherAdmin)).toEqual([]);
});

test('«Не важно» is said once, of one’s own message only', async () => {
  const historyId = await room.givenRedCall();
  const { id } = await room.db.notification.findFirstOrThrow({
    where: { historyId, userId: room.people.admin.id },
  });
  const dismiss = (actor: Clinic[keyof Clinic]) =>
    withTransaction(room.db, (tx) =>
      dismissNotification(
        notificationDismiss.of(
          { notificationId: id, historyId },
          { id: 'tg-1', actorId: actor.id, at: room.now() },
        ),
        { tx, actor, now: room.now },
      ),
    );
  expect(await dismiss(room.people.otherAdmin)).toMatchObject({ reason: 'notification.not_found' });
  expect(await dismiss(room.people.admin)).toMatchObject({ kind: 'done' });
  expect(await dismiss(room.people.admin)).toMatchObject({ reason: 'notification.already_dismissed' });
});
