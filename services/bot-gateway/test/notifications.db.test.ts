import {
  callAlarmed,
  notificationConfigure,
  notificationDismiss,
  type HistoryId,
  type NotificationChange,
} from '@perezvon/contracts';
import { withTransaction, type DbClient } from '@perezvon/db';
import { givenCall, givenClinic, givenScore, testDatabase, type Clinic } from '@perezvon/db/testing';
import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import { callAlarmedHandler } from '../src/events/call-alarmed.js';
import { configureNotifications } from '../src/intents/configure-notifications.js';
import { dismissNotification } from '../src/intents/dismiss-notification.js';
import { prepareNotifications } from '../src/notifications/prepare.js';
import { claimMessages, markSent } from '../src/store/notification-messages.js';

const timezone = 'Europe/Moscow';
const LONG_AGO = '2026-01-01T00:00:00Z';

let db: DbClient;
let people: Clinic;
let at: Date;
beforeAll(async () => {
  ({ db } = await testDatabase());
  people = await givenClinic(db);
});
beforeEach(async () => {
  await db.notification.deleteMany();
  await db.notificationMessage.deleteMany();
  await db.notificationSettings.deleteMany();
  // Let in after the digest of that day: the first one is tomorrow's.
  await db.user.updateMany({ data: { unreachableSince: null, updatedAt: '2026-11-24T06:00:00Z' } });
  clock('12:00');
});

/** @param local the clinic's time of a Tuesday, `2026-11-24`, or of the day after: `+08:00` */
const clock = (local: string): void => {
  const day = local.startsWith('+') ? '2026-11-25' : '2026-11-24';
  at = new Date(`${day}T${local.replace('+', '')}${local.length < 7 ? ':00' : ''}+03:00`);
};

const alarm = (historyId: HistoryId) =>
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

const givenRedCall = async (score: Parameters<typeof givenScore>[2] = {}): Promise<number> => {
  const call = await givenCall(db);
  await givenScore(db, call, score);
  await alarm(call.historyId);
  return call.historyId;
};

/** A round of one process, at the clock's time. */
const prepare = (local: string) => {
  clock(local);
  return prepareNotifications({ db, timezone, now: () => at });
};

/** The messages made so far for one person, with the calls that each tells. */
const messagesOf = async ({ id: userId }: { id: number }) => {
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

/** Telegram took everything that was made. */
const sendAll = async (): Promise<void> => {
  await db.notificationMessage.updateMany({ where: { sentAt: null }, data: { sentAt: at } });
};

test('red calls of half a minute are one message, for whoever is in charge of calls and for nobody else', async () => {
  const first = await givenRedCall();
  clock('12:00:20');
  const second = await givenRedCall();
  await prepare('12:00:29');
  expect(await messagesOf(people.admin)).toEqual([]);

  await prepare('12:00:30');
  for (const person of [people.admin, people.otherAdmin, people.superadmin])
    expect(await messagesOf(person)).toEqual([['alert', first, second]]);
  for (const person of [people.operator, people.marketing]) expect(await messagesOf(person)).toEqual([]);
});

test('the next message comes five minutes after the last, and a call that was told is not told again', async () => {
  const first = await givenRedCall();
  await prepare('12:01');
  await sendAll();
  await alarm(first);
  const second = await givenRedCall();

  await prepare('12:05:59');
  expect(await messagesOf(people.admin)).toEqual([['alert', first]]);
  await prepare('12:06');
  expect(await messagesOf(people.admin)).toEqual([
    ['alert', first],
    ['alert', second],
  ]);
});

test('in quiet hours nothing rings; in the morning the digest tells the night’s calls, and one message is enough', async () => {
  clock('22:30');
  const late = await givenRedCall();
  await prepare('22:31');
  clock('+04:00');
  const early = await givenRedCall();
  await prepare('+07:59');
  expect(await messagesOf(people.admin)).toEqual([]);

  await prepare('+08:00');
  await prepare('+08:01');
  expect(await messagesOf(people.admin)).toEqual([['digest', late, early]]);
});

test('without a digest the night’s calls are told when the quiet hours end', async () => {
  await db.notificationSettings.create({
    data: {
      userId: people.admin.id,
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
  clock('22:30');
  const late = await givenRedCall();
  await prepare('+07:59');
  await prepare('+08:00');
  expect(await messagesOf(people.admin)).toEqual([['alert', late]]);
});

test('what is over the day’s budget gathers for the digest', async () => {
  const told: number[] = [];
  for (let hour = 9; hour < 20; hour += 1) {
    clock(`${String(hour).padStart(2, '0')}:00`);
    told.push(await givenRedCall());
    await prepare(`${String(hour).padStart(2, '0')}:01`);
    await sendAll();
  }
  const alerts = (await messagesOf(people.admin)).filter(([kind]) => kind === 'alert');
  expect(alerts).toEqual(told.slice(0, 10).map((historyId) => ['alert', historyId]));

  await prepare('+08:00');
  expect((await messagesOf(people.admin)).at(-1)).toEqual(['digest', told[10]]);
});

test('while a message about red calls cannot be sent, what comes meanwhile is kept for one more', async () => {
  const first = await givenRedCall();
  await prepare('12:01');
  const more: number[] = [];
  for (const time of ['12:10', '12:20', '12:30']) {
    clock(time);
    more.push(await givenRedCall());
    await prepare(`${time}:40`);
  }
  expect(await messagesOf(people.admin)).toEqual([['alert', first]]);

  await sendAll();
  await prepare('12:36');
  expect(await messagesOf(people.admin)).toEqual([
    ['alert', first],
    ['alert', ...more],
  ]);
});

test('a call that was no longer red when it was to be told, and is red again, is told', async () => {
  const historyId = await givenRedCall();
  const setRed = (isRed: boolean) =>
    db.callScore.updateMany({
      where: { historyId },
      data: { complaintRiskFlag: isRed, churnRiskLevel: 'low' },
    });
  await setRed(false);
  await prepare('12:01');
  expect(await messagesOf(people.admin)).toEqual([]);
  await setRed(true);
  await alarm(historyId);
  await prepare('12:02');
  expect(await messagesOf(people.admin)).toEqual([['alert', historyId]]);
});

test('a call that somebody has taken meanwhile, or whose score is no longer red, is not told', async () => {
  const taken = await givenRedCall();
  const heard = await givenRedCall();
  const better = await givenRedCall();
  await db.assignment.create({
    data: {
      historyId: taken,
      kind: 'callback',
      ownerId: people.operator.id,
      givenById: people.otherAdmin.id,
      dueAt: '2026-11-24T15:00:00Z',
    },
  });
  await db.callMark.create({ data: { historyId: heard, kind: 'listened', userId: people.admin.id } });
  await db.callScore.updateMany({
    where: { historyId: better },
    data: { complaintRiskFlag: false, complaintRiskScore: 10 },
  });

  await prepare('12:01');
  expect(await messagesOf(people.admin)).toEqual([]);
  expect(await messagesOf(people.otherAdmin)).toEqual([['alert', heard]]);
  const reasons = await db.notification.findMany({
    where: { userId: people.admin.id },
    orderBy: { historyId: 'asc' },
    select: { dropped: true },
  });
  expect(reasons).toEqual([{ dropped: 'handled' }, { dropped: 'handled' }, { dropped: 'no_longer_red' }]);
});

test('a client about to leave for good is red as well; below one’s own line nothing is told', async () => {
  await db.notificationSettings.create({
    data: {
      userId: people.admin.id,
      redAlerts: true,
      alertFrom: 90,
      digestAt: null,
      weekly: false,
      updatedAt: LONG_AGO,
    },
  });
  const leaving = await givenRedCall({
    complaintRiskFlag: false,
    complaintRiskScore: 20,
    churnRiskLevel: 'critical',
    churnRiskScore: 92,
  });
  const complaint = await givenRedCall({ complaintRiskScore: 80 });
  await givenRedCall({ complaintRiskFlag: false, complaintRiskScore: 40, churnRiskLevel: 'high' });

  await prepare('12:01');
  expect(await messagesOf(people.admin)).toEqual([['alert', leaving]]);
  expect(await messagesOf(people.otherAdmin)).toEqual([['alert', leaving, complaint]]);
});

test('who has blocked the bot is sent nothing; when he is back he is told what waited', async () => {
  await db.user.update({ where: { id: people.admin.id }, data: { unreachableSince: at } });
  const missed = await givenRedCall();
  await prepare('12:01');
  expect(await messagesOf(people.admin)).toEqual([]);

  await db.user.update({ where: { id: people.admin.id }, data: { unreachableSince: null } });
  await prepare('15:00');
  expect(await messagesOf(people.admin)).toEqual([['alert', missed]]);
});

test('many processes at once make each message once, and each is in the hands of one', async () => {
  const red = await givenRedCall();
  clock('12:01');
  const round = { db, timezone, now: () => at };
  await Promise.all(Array.from({ length: 6 }, () => prepareNotifications(round)));
  // Whoever found the person in another's hands looks again a moment later.
  await prepareNotifications(round);
  expect(await messagesOf(people.admin)).toEqual([['alert', red]]);
  clock('+08:00');
  await Promise.all(Array.from({ length: 6 }, () => prepareNotifications(round)));
  await prepareNotifications(round);
  expect(await messagesOf(people.admin)).toEqual([['alert', red], ['digest']]);

  const claimed = await Promise.all(
    Array.from({ length: 4 }, () => withTransaction(db, (tx) => claimMessages(tx, at, 50))),
  );
  const ids = claimed.flat().map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toHaveLength(await db.notificationMessage.count());
});

test('a process that dies with a message in hand holds it up for minutes, not for ever', async () => {
  await givenRedCall();
  await prepare('12:01');
  const claim = () => withTransaction(db, (tx) => claimMessages(tx, at, 50));
  const held = await claim();
  expect(held.length).toBeGreaterThan(0);
  expect(await claim()).toEqual([]);

  clock('12:07');
  const again = await claim();
  expect(new Set(again.map(({ id }) => id))).toEqual(new Set(held.map(({ id }) => id)));
  for (const { id } of again)
    await withTransaction(db, (tx) => markSent(tx, id, { telegramMessageId: 1, at }));
  clock('13:00');
  expect(await claim()).toEqual([]);
});

test('on Monday who wants it has the week as well', async () => {
  await db.notificationSettings.create({
    data: {
      userId: people.operator.id,
      redAlerts: false,
      alertFrom: 60,
      digestAt: 540,
      weekly: true,
      updatedAt: LONG_AGO,
    },
  });
  await db.user.updateMany({ where: { id: people.operator.id }, data: { updatedAt: LONG_AGO } });
  at = new Date('2026-11-23T09:30:00+03:00');
  await prepareNotifications({ db, timezone, now: () => at });
  expect(await messagesOf(people.operator)).toEqual([['digest'], ['weekly']]);
  expect(await messagesOf(people.marketing)).toEqual([]);
});

/** What becomes of a person's choice, decided and written as the consumer does it. */
const configure = (actor: Clinic[keyof Clinic], userId: number, change: NotificationChange) =>
  withTransaction(db, (tx) =>
    configureNotifications(
      notificationConfigure.of({ userId, change }, { id: 'tg-1', actorId: actor.id, at }),
      {
        tx,
        actor,
        now: () => at,
      },
    ),
  );

test('everybody chooses for himself, and only what there is for his role', async () => {
  const { admin, otherAdmin, marketing } = people;
  const no = (reason: string) => ({ kind: 'refused', reason: `notification.${reason}` });
  expect(await configure(admin, otherAdmin.id, { weekly: true })).toEqual(no('not_for_you'));
  expect(await configure(marketing, marketing.id, { redAlerts: true })).toEqual(no('not_for_you'));
  expect(await configure(admin, admin.id, { alertFrom: 60, digestAt: 480 })).toEqual(no('already_so'));
  expect(await db.notificationSettings.count()).toBe(0);

  expect(await configure(marketing, marketing.id, { digestAt: 540 })).toMatchObject({
    kind: 'done',
    change: { before: { digestAt: null }, after: { digestAt: '09:00' } },
  });
  await db.user.update({ where: { id: admin.id }, data: { status: 'blocked' } });
  expect(await configure(admin, admin.id, { weekly: true })).toEqual(no('not_for_you'));
  await db.user.update({ where: { id: admin.id }, data: { status: 'active' } });
});

test('a red call that waits for the morning is told at once when its person gives up his quiet hours', async () => {
  clock('22:30');
  const late = await givenRedCall();
  await prepare('22:31');
  await configure(people.admin, people.admin.id, { quietHours: null });
  await prepare('22:32');
  expect(await messagesOf(people.admin)).toEqual([['alert', late]]);
  expect(await messagesOf(people.otherAdmin)).toEqual([]);
});

test('«Не важно» is said once, of one’s own message only', async () => {
  const historyId = await givenRedCall();
  const { id } = await db.notification.findFirstOrThrow({ where: { historyId, userId: people.admin.id } });
  const dismiss = (actor: Clinic[keyof Clinic]) =>
    withTransaction(db, (tx) =>
      dismissNotification(
        notificationDismiss.of({ notificationId: id, historyId }, { id: 'tg-1', actorId: actor.id, at }),
        { tx, actor, now: () => at },
      ),
    );
  expect(await dismiss(people.otherAdmin)).toMatchObject({ reason: 'notification.not_found' });
  expect(await dismiss(people.admin)).toMatchObject({ kind: 'done' });
  expect(await dismiss(people.admin)).toMatchObject({ reason: 'notification.already_dismissed' });
});
