import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import { openAlarmRoom, type AlarmRoom } from './support/alarm-room.js';

const LONG_AGO = '2026-01-01T00:00:00Z';

let room: AlarmRoom;
beforeAll(async () => {
  room = await openAlarmRoom();
});
beforeEach(() => room.empty());

test('red calls of half a minute are one message, for whoever is in charge of calls and for nobody else', async () => {
  const first = await room.givenRedCall();
  room.clock('12:00:20');
  const second = await room.givenRedCall();
  await room.prepare('12:00:29');
  expect(await room.messagesOf(room.people.admin)).toEqual([]);

  await room.prepare('12:00:30');
  for (const person of [room.people.admin, room.people.otherAdmin, room.people.superadmin])
    expect(await room.messagesOf(person)).toEqual([['alert', first, second]]);
  for (const person of [room.people.operator, room.people.marketing])
    expect(await room.messagesOf(person)).toEqual([]);
});

test('the next message comes five minutes after the last, and a call that was told is not told again', async () => {
  const first = await room.givenRedCall();
  await room.prepare('12:01');
  await room.sendAll();
  await room.alarm(first);
  const second = await room.givenRedCall();

  await room.prepare('12:05:59');
  expect(await room.messagesOf(room.people.admin)).toEqual([['alert', first]]);
  await room.prepare('12:06');
  expect(await room.messagesOf(room.people.admin)).toEqual([
    ['alert', first],
    ['alert', second],
  ]);
});

test('in quiet hours nothing rings; in the morning the digest tells the night’s calls, and one message is enough', async () => {
  room.clock('22:30');
  const late = await room.givenRedCall();
  await room.prepare('22:31');
  room.clock('+04:00');
  const early = await room.givenRedCall();
  await room.prepare('+07:59');
  expect(await room.messagesOf(room.people.admin)).toEqual([]);

  await room.prepare('+08:00');
  await room.prepare('+08:01');
  expect(await room.messagesOf(room.people.admin)).toEqual([['digest', late, early]]);
});

test('without a digest the night’s calls are told when the quiet hours end', async () => {
  await room.db.notificationSettings.create({
    data: {
      userId: room.people.admin.id,
      redAlerts: true,
      alertFrom: 60,
      quietFrom: 21 * 60,
      quietTo: 8 * 60,
      dailyBudget: 10,
      digestAt: null,
      weekly: false,
      updatedAt: LONG_AGO,
    },
  });
  room.clock('22:30');
  const late = await room.givenRedCall();
  await room.prepare('+07:59');
  await room.prepare('+08:00');
  expect(await room.messagesOf(room.people.admin)).toEqual([['alert', late]]);
});

test('what is over the day’s budget gathers for the digest', async () => {
  const told: number[] = [];
  for (let hour = 9; hour < 20; hour += 1) {
    room.clock(`${String(hour).padStart(2, '0')}:00`);
    told.push(await room.givenRedCall());
    await room.prepare(`${String(hour).padStart(2, '0')}:01`);
    await room.sendAll();
  }
  const alerts = (await room.messagesOf(room.people.admin)).filter(([kind]) => kind === 'alert');
  expect(alerts).toEqual(told.slice(0, 10).map((historyId) => ['alert', historyId]));

  await room.prepare('+08:00');
  expect((await room.messagesOf(room.people.admin)).at(-1)).toEqual(['digest', told[10]]);
});

test('while a message about red calls cannot be sent, what comes meanwhile is kept for one more', async () => {
  const first = await room.givenRedCall();
  await room.prepare('12:01');
  const more: number[] = [];
  for (const time of ['12:10', '12:20', '12:30']) {
    room.clock(time);
    more.push(await room.givenRedCall());
    await room.prepare(`${time}:40`);
  }
  expect(await room.messagesOf(room.people.admin)).toEqual([['alert', first]]);

  await room.sendAll();
  await room.prepare('12:36');
  expect(await room.messagesOf(room.people.admin)).toEqual([
    ['alert', first],
    ['alert', ...more],
  ]);
});

test('on Monday who wants it has the week as well', async () => {
  await room.db.notificationSettings.create({
    data: {
      userId: room.people.operator.id,
      redAlerts: false,
      alertFrom: 60,
      digestAt: 540,
      weekly: true,
      updatedAt: LONG_AGO,
    },
  });
  await room.db.user.updateMany({ where: { id: room.people.operator.id }, data: { updatedAt: LONG_AGO } });
  room.clockAt('2026-11-23T09:30:00+03:00');
  await room.round();
  expect(await room.messagesOf(room.people.operator)).toEqual([['digest'], ['weekly']]);
  expect(await room.messagesOf(room.people.marketing)).toEqual([]);
});
