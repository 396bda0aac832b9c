import type { DbClient, Prisma } from '@perezvon/db';
import { clockAt, givenCall, givenClinic, givenScore, testDatabase } from '@perezvon/db/testing';
import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import { PERIOD_DAYS } from '@perezvon/contracts';
import { compare, percentOf } from '../../src/domain/compare.js';
import { complaintLevel, followupLevel } from '../../src/domain/period-lines.js';
import { dashboardPlace } from '../../src/screens/places/dashboard.js';
import { seeScreen } from '../support/draw.js';
import { personOf } from '../support/people.js';

const now = clockAt('2026-11-24T09:00:00Z');

const givenDay = (
  db: DbClient,
  day: string,
  numbers: Partial<Prisma.DailyRollupCreateInput> = {},
): Promise<unknown> =>
  db.dailyRollup.create({
    data: {
      day: new Date(day),
      operator: 'op-1',
      calls: 50,
      withoutTranscript: 0,
      validDialogues: 40,
      missed: 3,
      targetCalls: 10,
      records: 5,
      complaintRed: 1,
      complaintYellow: 0,
      followupNeeded: 10,
      lostRed: 5,
      churnHigh: 0,
      crossSell: 0,
      qualitySum: 2840,
      qualityCalls: 40,
      ...numbers,
    },
  });

test('the dashboard has numbers with their bases, the change, and what to do today', async () => {
  const { db } = await testDatabase();
  const { admin, operator, marketing } = await givenClinic(db);
  await givenDay(db, '2026-11-24');
  await givenDay(db, '2026-11-17', { followupNeeded: 12, qualitySum: 2760 });
  const call = await givenCall(db);
  await givenScore(db, call);
  const { historyId } = await givenCall(db, { callDate: '2026-10-01T08:00:00Z' });
  await db.assignment.create({
    data: {
      historyId,
      kind: 'callback',
      ownerId: operator.id,
      givenById: admin.id,
      dueAt: '2026-11-24T08:00:00Z',
    },
  });

  const seen = await seeScreen(db, personOf(admin), dashboardPlace.address({ days: 7 }), { now });
  expect(seen.text).toBe(
    [
      '📊 Дашборд · 7 дней, 18.11–24.11',
      '☎️ 50 звонков, пропущено 3',
      '🔴 Риски жалоб: 1 из 40 · 3 % (как раньше)',
      '🟡 Нужно перезвонить: 10 из 40 · 25 % (−5 п. п.)',
      '⚪️ Упущено: 5 из 10 целевых · 50 %',
      '⚪️ Записались: 5 из 10 целевых · 50 %',
      '🟡 Качество звонка: 71 в среднем (+2)',
      'Где звонков тогда или сейчас меньше 30, с прошлыми 7 днями не сравниваем.',
      '',
      'Сделать сегодня: жалоб без ответственного 1, перезвонов без ответственного 1, просроченных поручений 1',
    ].join('\n'),
  );
  expect(seen.buttons).toEqual([
    ['• 7 дней', '14 дней', '30 дней'],
    ['🔴 Жалобы без ответственного (1)'],
    ['📞 Перезвоны без ответственного (1)'],
    ['⏰ Просроченные поручения (1)'],
    ['📈 Таблица метрик'],
    ['Операторы', 'Причины потерь'],
    ['Динамика', 'Маркетинг'],
    ['⬅️ Назад', '🏠 Меню', '❓'],
  ]);

  const aggregated = await seeScreen(db, personOf(marketing), dashboardPlace.address({ days: 7 }), { now });
  // Ten target calls are few enough to recognise somebody.
  expect(aggregated.text).toBe('📊 Дашборд · 7 дней, 18.11–24.11\nМало данных: звонков меньше 30.');
  expect(aggregated.buttons).toEqual([
    ['• 7 дней', '14 дней', '30 дней'],
    ['📈 Таблица метрик'],
    ['Причины потерь'],
    ['Динамика', 'Маркетинг'],
    ['⬅️ Назад', '🏠 Меню', '❓'],
  ]);
});

test('a period without calls says so', async () => {
  const { db } = await testDatabase();
  const { superadmin } = await givenClinic(db);
  const seen = await seeScreen(db, personOf(superadmin), dashboardPlace.address({ days: 30 }), { now });
  expect(seen.text).toBe(
    '📊 Дашборд · 30 дней, 26.10–24.11\nЗа эти дни звонков ещё нет.\n\n🟢 На сегодня всё разобрано, просроченного нет.',
  );
});

describe('windows that different versions scored', () => {
  const OLD = 'v1.0.0+aaaaaaaa';
  const NEW = 'v1.1.0+bbbbbbbb';
  const givenWindows = async (db: DbClient) => {
    const before = { followupNeeded: 8 };
    await givenDay(db, '2026-11-24', { followupNeeded: 12 });
    await givenDay(db, '2026-11-24', { lmVersionTag: NEW, shownCalls: 50, followupNeeded: 12 });
    await givenDay(db, '2026-11-17', before);
    await givenDay(db, '2026-11-17', { ...before, lmVersionTag: OLD, shownCalls: 50 });
  };
  const followup = (text: string) => text.split('\n').find((line) => /перезвон|call back/i.test(line));
  const see = async (db: DbClient, language: 'ru' | 'en') => {
    const admin = await db.user.findFirstOrThrow({ where: { role: 'admin' } });
    const person = { ...personOf(admin), language };
    return (await seeScreen(db, person, dashboardPlace.address({ days: 7 }), { now })).text;
  };

  test('a rescore of the window before tells the model’s part of a change from people’s', async () => {
    const { db } = await testDatabase();
    await givenClinic(db);
    await givenWindows(db);
    await givenDay(db, '2026-11-17', { lmVersionTag: NEW, followupNeeded: 11 });

    expect(followup(await see(db, 'ru'))).toBe(
      '🟡 Нужно перезвонить: 12 из 40 · 30 % (+10 п. п., из них модель +8)',
    );
    expect(followup(await see(db, 'en'))).toBe(
      '🟡 To call back: 12 of 40 · 30% (+10 pp, of which the model +8)',
    );
    expect(await see(db, 'ru')).not.toContain('оценены другой версией');
  });

  test('without calls that both scored the screen says that it cannot tell', async () => {
    const { db } = await testDatabase();
    await givenClinic(db);
    await givenWindows(db);

    const russian = await see(db, 'ru');
    expect(followup(russian)).toBe('🟡 Нужно перезвонить: 12 из 40 · 30 % (+10 п. п., версии разные)');
    expect(russian).toContain('Прошлые 7 дней оценены другой версией LM');
    expect(await see(db, 'en')).toContain('The 7 days before were scored by another LM version');
  });
});

describe('the lines of a period', () => {
  test('complaints: red from one in 7 days, two in 14, one per cent of valid calls in 30', () => {
    expect(complaintLevel(7, { count: 1, base: 500 })).toBe('red');
    expect(complaintLevel(14, { count: 1, base: 500 })).toBe('yellow');
    expect(complaintLevel(14, { count: 2, base: 500 })).toBe('red');
    expect(complaintLevel(30, { count: 2, base: 310 })).toBe('yellow');
    expect(complaintLevel(30, { count: 4, base: 310 })).toBe('red');
    for (const days of PERIOD_DAYS) expect(complaintLevel(days, { count: 0, base: 0 })).toBe('green');
  });

  test('follow-ups: yellow from 20 %, red from 40 %', () => {
    expect(followupLevel({ count: 19, base: 100 })).toBe('green');
    expect(followupLevel({ count: 20, base: 100 })).toBe('yellow');
    expect(followupLevel({ count: 40, base: 100 })).toBe('red');
  });

  test('fewer than 30 calls in either window are never compared', () => {
    const part = fc
      .tuple(fc.nat(300), fc.nat(300))
      .map(([a, b]) => ({ count: Math.min(a, b), base: Math.max(a, b) }));
    fc.assert(
      fc.property(part, part, (present, before) => {
        const change = compare(percentOf(present), percentOf(before), { better: 'more' });
        expect(change === null).toBe(present.base < 30 || before.base < 30);
        expect(Math.abs(change?.by ?? 0)).toBeLessThanOrEqual(100);
      }),
    );
  });
});
