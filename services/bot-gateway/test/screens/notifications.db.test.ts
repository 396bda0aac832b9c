import {
  clockAt,
  givenCall,
  givenClinic,
  givenRollup,
  givenScore,
  testDatabase,
  type Clinic,
} from '@perezvon/db/testing';
import type { DbClient } from '@perezvon/db';
import { beforeAll, expect, test } from '@jest/globals';
import {
  alertPlace,
  digestPlace,
  notificationsPlace,
  weeklyPlace,
} from '../../src/screens/places/notifications.js';
import { seeScreen } from '../support/draw.js';
import { personOf } from '../support/people.js';

/** A Tuesday, eight in the morning at the clinic. */
const now = clockAt('2026-11-24T05:00:00Z');
const DAY = { operator: 'op-1', calls: 60, validDialogues: 50, missed: 4, targetCalls: 40, qualityCalls: 50 };

let db: DbClient;
let people: Clinic;
let unowned: number;
beforeAll(async () => {
  ({ db } = await testDatabase());
  people = await givenClinic(db);
  // Yesterday better than the week before it; last week and the one before for the summary.
  await givenRollup(db, '2026-11-23', {
    ...DAY,
    records: 24,
    complaintRed: 1,
    lostRed: 4,
    followupNeeded: 10,
    qualitySum: 4_000,
  });
  for (const day of ['2026-11-16', '2026-11-19', '2026-11-22', '2026-11-10'])
    await givenRollup(db, day, {
      ...DAY,
      records: 20,
      complaintRed: 2,
      lostRed: 6,
      followupNeeded: 15,
      qualitySum: 3_800,
    });
  const call = await givenCall(db, { callDate: '2026-11-23T15:00:00Z', createdAt: '2026-11-23T15:05:00Z' });
  await givenScore(db, call);
  unowned = call.historyId;
  const owned = await givenCall(db, { callDate: '2026-11-23T12:00:00Z' });
  await db.assignment.create({
    data: {
      historyId: owned.historyId,
      kind: 'callback',
      ownerId: people.operator.id,
      givenById: people.admin.id,
      dueAt: '2026-11-23T15:00:00Z',
    },
  });
});

const givenMessage = async (
  userId: number,
  kind: 'alert' | 'digest' | 'weekly',
  historyIds: number[] = [],
): Promise<number> => {
  const { id } = await db.notificationMessage.create({
    data: {
      userId,
      kind,
      day: kind === 'alert' ? null : new Date('2026-11-24'),
      nextTryAt: now(),
      sentAt: now(),
    },
  });
  for (const historyId of historyIds)
    await db.notification.upsert({
      where: { userId_historyId: { userId, historyId } },
      create: { userId, historyId, danger: 80, notBefore: now(), messageId: id },
      update: { messageId: id },
    });
  return id;
};

test('the morning digest: what nobody has, what is late, yesterday against the week, what to hear first', async () => {
  const person = personOf(people.admin);
  const messageId = await givenMessage(person.id, 'digest', [unowned]);
  const seen = await seeScreen(db, person, digestPlace.address({ messageId }), { now });
  expect(seen.text).toBe(
    [
      '☀️ Сводка на 24.11',
      '',
      '🔴 1 жалоба без ответственного за 7 дней',
      '⏰ 1 просроченное поручение',
      '🌙 1 новый красный звонок, пока было тихо',
      '',
      'Вчера, 23.11 (в скобках — против недели до этого)',
      '☎️ 60 звонков, пропущено 4',
      '🔴 Риски жалоб: 1 из 50 · 2 % (−2 п. п.)',
      '🟡 Нужно перезвонить: 10 из 50 · 20 % (−10 п. п.)',
      '⚪️ Упущено: 4 из 40 целевых · 10 % (−5 п. п.)',
      '⚪️ Записались: 24 из 40 целевых · 60 % (+10 п. п.)',
      '🟢 Качество звонка: 80 в среднем (+4)',
      '',
      '🎯 Послушать первыми',
      '',
      `1. #${unowned} · 23.11 18:00 · op-1`,
      '🔴 Риск жалобы 80 · 🔴 Риск ухода 70 · 📞 Нужно перезвонить',
      '«обещали перезвонить и не перезвонили»',
      '⏳ 14 часов назад · 👤 без ответственного',
    ].join('\n'),
  );
  expect(seen.buttons.slice(0, -1)).toEqual([
    [`1. #${unowned} · 23.11 18:00`],
    ['🌙 Красные звонки (1)'],
    ['🔴 Жалобы без ответственного (1)'],
    ['⏰ Просроченные поручения (1)'],
    ['📊 Дашборд', '🔔 Уведомления'],
  ]);
});

test('an operator reads of his own work only, a marketer of numbers only, and of none that are too few', async () => {
  const operator = personOf(people.operator);
  const own = await givenMessage(operator.id, 'digest');
  const seenByOperator = await seeScreen(db, operator, digestPlace.address({ messageId: own }), { now });
  expect(seenByOperator.text).toBe(
    '☀️ Сводка на 24.11\n\n⏰ 1 просроченное поручение\n📋 1 моё поручение на сегодня',
  );
  expect(seenByOperator.buttons[0]).toEqual(['⏰ Просроченные поручения (1)']);

  const marketing = personOf(people.marketing);
  const numbers = await givenMessage(marketing.id, 'weekly');
  const seenByMarketing = await seeScreen(db, marketing, weeklyPlace.address({ messageId: numbers }), {
    now,
  });
  expect(seenByMarketing.text).toContain('🗓 Итоги недели · 17.11–23.11');
  expect(seenByMarketing.text).toContain('☎️ 180 звонков, пропущено 12');
  expect(seenByMarketing.text).not.toMatch(/#|жалоба|поручени/);

  await db.dailyRollup.updateMany({ where: { day: new Date('2026-11-23') }, data: { targetCalls: 12 } });
  const few = await givenMessage(marketing.id, 'digest');
  const seenFew = await seeScreen(db, marketing, digestPlace.address({ messageId: few }), { now });
  expect(seenFew.text).toContain('меньше 30: мало данных');
  expect(seenFew.text).not.toContain('из 12');
});

test('a message is its person’s own: nobody else opens it by its button', async () => {
  const messageId = await givenMessage(people.admin.id, 'alert', [unowned]);
  const address = alertPlace.address({ messageId });
  const own = await seeScreen(db, personOf(people.admin), address, { now });
  expect(own.text).toContain('1 новый красный звонок');
  const others = await seeScreen(db, personOf(people.otherAdmin), address, { now });
  expect(others.text).toContain('Здесь пусто');
});

test('who finds every third red call not important is offered a higher line, and others are not', async () => {
  const person = personOf(people.superadmin);
  const messageId = await givenMessage(person.id, 'alert');
  const calls = await Promise.all(Array.from({ length: 12 }, () => givenCall(db)));
  for (const [index, { historyId }] of calls.entries())
    await db.notification.create({
      data: {
        userId: person.id,
        historyId,
        danger: 80,
        createdAt: now(),
        notBefore: now(),
        messageId,
        notImportantAt: index < 4 ? now() : null,
      },
    });
  const seen = await seeScreen(db, person, notificationsPlace.address({}), { now });
  expect(seen.text).toContain('За 30 дней 12 звонков в сообщениях, «не важно» — 4 (33 %).');
  expect(seen.buttons.flat()).toContain('⬆️ Только от 75 баллов');

  await db.notification.updateMany({
    where: { userId: person.id, historyId: calls[0]?.historyId ?? 0 },
    data: { notImportantAt: null },
  });
  const content = await seeScreen(db, person, notificationsPlace.address({}), { now });
  expect(content.buttons.flat()).not.toContain('⬆️ Только от 75 баллов');

  const marketing = await seeScreen(db, personOf(people.marketing), notificationsPlace.address({}), { now });
  expect(marketing.text).not.toContain('расные звонки');
});
