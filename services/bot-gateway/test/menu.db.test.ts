import { givenCall, givenClinic, givenRollup, givenScore, clockAt, testDatabase } from '@perezvon/db/testing';
import { menuPlace } from '../src/screens/places/root.js';
import { expect, test } from '@jest/globals';
import { seeScreen } from './support/draw.js';
import { aPerson, personOf } from './support/people.js';

const now = clockAt('2026-11-24T09:00:00Z');

test('the menu greets by name and role and counts what matters now', async () => {
  const { db } = await testDatabase();
  const { admin, operator, marketing } = await givenClinic(db);
  const call = await givenCall(db);
  await givenScore(db, call);
  await db.assignment.create({
    data: {
      historyId: call.historyId,
      kind: 'callback',
      ownerId: operator.id,
      givenById: admin.id,
      dueAt: '2026-11-24T08:00:00Z',
    },
  });
  await db.dailyRollup.create({
    data: {
      day: new Date('2026-11-20'),
      operator: 'op-1',
      calls: 9,
      withoutTranscript: 0,
      validDialogues: 9,
      missed: 0,
      targetCalls: 9,
      records: 2,
      complaintRed: 2,
      complaintYellow: 1,
      followupNeeded: 1,
      lostRed: 1,
      churnHigh: 0,
      crossSell: 0,
      qualitySum: 500,
      qualityCalls: 9,
    },
  });

  const seenByAdmin = await seeScreen(db, personOf(admin), menuPlace.address({}), { now });
  expect(seenByAdmin.text).toBe(
    'Анна · Администратор\n\n🔴 2 красных звонка за 7 дней\n⏰ 1 просроченное поручение\n📋 0 моих поручений на сегодня',
  );
  // Two of nine calls are people whom somebody may know: not for who may see no call.
  const seenByMarketing = await seeScreen(db, personOf(marketing), menuPlace.address({}), { now });
  expect(seenByMarketing.text.trim()).toBe('Марина · Маркетолог');
  await givenRollup(db, '2026-11-21', { calls: 40, validDialogues: 40, complaintRed: 3 });
  expect((await seeScreen(db, personOf(marketing), menuPlace.address({}), { now })).text).toContain(
    '🔴 5 красных звонков за 7 дней',
  );
  const seenByOperator = await seeScreen(db, personOf(operator), menuPlace.address({}), { now });
  expect(seenByOperator.text).toContain(
    'Ольга · Оператор\n\n⏰ 1 просроченное поручение\n📋 1 моё поручение',
  );
});

test('somebody without access sees the door instead of the menu, and one button', async () => {
  const { db } = await testDatabase();
  const stranger = aPerson({ role: null, status: 'newcomer' });
  const seen = await seeScreen(db, stranger, menuPlace.address({}), { now });
  expect(seen.buttons).toEqual([['Запросить доступ']]);
  const blocked = await seeScreen(db, aPerson({ role: 'admin', status: 'blocked' }), menuPlace.address({}), {
    now,
  });
  expect(blocked.text).toContain('Доступ закрыт администратором');
  expect(blocked.buttons).toEqual([]);
});
