import { withTransaction } from '@perezvon/db';
import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import { claimMessages, markSent } from '../src/store/notification-messages.js';
import { openAlarmRoom, type AlarmRoom } from './support/alarm-room.js';

const LONG_AGO = '2026-01-01T00:00:00Z';

let room: AlarmRoom;
beforeAll(async () => {
  room = await openAlarmRoom();
});
beforeEach(() => room.empty());

test('a call that was no longer red when it was to be told, and is red again, is told', async () => {
  const historyId = await room.givenRedCall();
  const setRed = (isRed: boolean) =>
    room.db.callScore.updateMany({
      where: { historyId },
      data: { complaintRiskFlag: isRed, churnRiskLevel: 'low' },
    });
  await setRed(false);
  await room.prepare('12:01');
  expect(await room.messagesOf(room.people.admin)).toEqual([]);
  await setRed(true);
  await room.alarm(historyId);
  await room.prepare('12:02');
  expect(await room.messagesOf(room.people.admin)).toEqual([['alert', historyId]]);
});

test('a call that somebody has taken meanwhile, or whose score is no longer red, is not told', async () => {
  const taken = await room.givenRedCall();
  const heard = await room.givenRedCall();
  const better = await room.givenRedCall();
  await room.db.assignment.create({
    data: {
      historyId: taken,
      kind: 'callback',
      ownerId: room.people.operator.id,
      givenById: room.people.otherAdmin.id,
      dueAt: '2026-11-24T15:00:00Z',
    },
  });
  await room.db.callMark.create({
    data: { historyId: heard, kind: 'listened', userId: room.people.admin.id },
  });
  await room.db.callScore.updateMany({
    where: { historyId: better },
    data: { complaintRiskFlag: false, complaintRiskScore: 10 },
  });

  await room.prepare('12:01');
  expect(await room.messagesOf(room.people.admin)).toEqual([]);
  expect(await room.messagesOf(room.people.otherAdmin)).toEqual([['alert', heard]]);
  const reasons = await room.db.notification.findMany({
    where: { userId: room.people.admin.id },
    orderBy: { historyId: 'asc' },
    select: { dropped: true },
  });
  expect(reasons).toEqual([{ dropped: 'handled' }, { dropped: 'handled' }, { dropped: 'no_longer_red' }]);
});

test('a client about to leave for good is red as well; below one’s own line nothing is told', async () => {
  await room.db.notificationSettings.create({
    data: {
      userId: room.people.admin.id,
      redAlerts: true,
      alertFrom: 90,
      digestAt: null,
      weekly: false,
      updatedAt: LONG_AGO,
    },
  });
  const leaving = await room.givenRedCall({
    complaintRiskFlag: false,
    complaintRiskScore: 20,
    churnRiskLevel: 'critical',
    churnRiskScore: 92,
  });
  const complaint = await room.givenRedCall({ complaintRiskScore: 80 });
  await room.givenRedCall({ complaintRiskFlag: false, complaintRiskScore: 40, churnRiskLevel: 'high' });

  await room.prepare('12:01');
  expect(await room.messagesOf(room.people.admin)).toEqual([['alert', leaving]]);
  expect(await room.messagesOf(room.people.otherAdmin)).toEqual([['alert', leaving, complaint]]);
});

test('who has blocked the bot is sent nothing; when he is back he is told what waited', async () => {
  await room.db.user.update({ where: { id: room.people.admin.id }, data: { unreachableSince: room.now() } });
  const missed = await room.givenRedCall();
  await room.prepare('12:01');
  expect(await room.messagesOf(room.people.admin)).toEqual([]);

  await room.db.user.update({ where: { id: room.people.admin.id }, data: { unreachableSince: null } });
  await room.prepare('15:00');
  expect(await room.messagesOf(room.people.admin)).toEqual([['alert', missed]]);
});

test('many processes at once make each message once, and each is in the hands of one', async () => {
  const red = await room.givenRedCall();
  room.clock('12:01');
  await Promise.all(Array.from({ length: 6 }, room.round));
  // Whoever found the person in another's hands looks again a moment later.
  await room.round();
  expect(await room.messagesOf(room.people.admin)).toEqual([['alert', red]]);
  room.clock('+08:00');
  await Promise.all(Array.from({ length: 6 }, room.round));
  await room.round();
  expect(await room.messagesOf(room.people.admin)).toEqual([['alert', red], ['digest']]);

  const claimed = await Promise.all(
    Array.from({ length: 4 }, () => withTransaction(room.db, (tx) => claimMessages(tx, room.now(), 50))),
  );
  const ids = claimed.flat().map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toHaveLength(await room.db.notificationMessage.count());
});

test('a process that dies with a message in hand holds it up for minutes, not for ever', async () => {
  await room.givenRedCall();
  await room.prepare('12:01');
  const claim = () => withTransaction(room.db, (tx) => claimMessages(tx, room.now(), 50));
  const held = await claim();
  expect(held.length).toBeGreaterThan(0);
  expect(await claim()).toEqual([]);

  room.clock('12:07');
  const again = await claim();
  expect(new Set(again.map(({ id }) => id))).toEqual(new Set(held.map(({ id }) => id)));
  for (const { id } of again)
    await withTransaction(room.db, (tx) => markSent(tx, id, { telegramMessageId: 1, at: room.now() }));
  room.clock('13:00');
  expect(await claim()).toEqual([]);
});
