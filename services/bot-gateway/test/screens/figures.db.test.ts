import type { DbClient } from '@perezvon/db';
import { clockAt, givenClinic, givenRollup, testDatabase, type Clinic } from '@perezvon/db/testing';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Address } from '../../src/screens/define-place.js';
import {
  dynamicsPlace,
  lossReasonsPlace,
  marketingPlace,
  operatorTablePlace,
} from '../../src/screens/places/figures.js';
import { seeScreen } from '../support/draw.js';
import { personOf } from '../support/people.js';

const now = clockAt('2026-11-24T09:00:00Z');
const TODAY = '2026-11-24';
const LAST_WEEK = '2026-11-17';

let db: DbClient;
let clinic: Clinic;
beforeAll(async () => {
  ({ db } = await testDatabase());
  clinic = await givenClinic(db);
});

const see = (person: keyof Clinic, address: Address, language: 'ru' | 'en' = 'ru') =>
  seeScreen(db, { ...personOf(clinic[person]), language }, address, { now });
const wordsOf = async (person: keyof Clinic, address: Address, language: 'ru' | 'en' = 'ru') =>
  (await see(person, address, language)).text.split('\n');

const PERIODS = ['• 7 дней', '14 дней', '30 дней', '180 дней'];
const WAY_BACK = ['⬅️ Назад', '🏠 Меню', '❓'];

describe('behind the dashboard', () => {
  const OPERATORS = {
    'op-1': {
      calls: 50,
      validDialogues: 40,
      targetCalls: 31,
      records: 12,
      lostRed: 9,
      complaintRed: 2,
      qualityCalls: 40,
    },
    'op-2': { calls: 60, validDialogues: 50, targetCalls: 35, records: 20, lostRed: 4, qualityCalls: 50 },
    'op-9': { calls: 6, validDialogues: 5, targetCalls: 3, records: 2, qualityCalls: 5 },
    '': { calls: 21, missed: 21 },
  };
  const QUALITY = {
    [TODAY]: { 'op-1': 2_840, 'op-2': 2_900, 'op-9': 200 },
    [LAST_WEEK]: { 'op-1': 2_760, 'op-2': 2_900 },
  };

  beforeAll(async () => {
    for (const [day, sums] of Object.entries(QUALITY))
      for (const [operator, counts] of Object.entries(OPERATORS)) {
        const qualitySum = Object.entries(sums).find(([code]) => code === operator)?.[1] ?? 0;
        await givenRollup(db, day, { operator, ...counts, qualitySum });
      }
    for (const [day, price, records] of [
      [TODAY, 24, 30],
      [LAST_WEEK, 15, 20],
    ] as const) {
      const at = new Date(day);
      await db.lossRollup.createMany({
        data: [
          { day: at, operator: 'op-1', lossReason: 'price', calls: price },
          { day: at, operator: 'op-2', lossReason: 'time', calls: 15 },
        ],
      });
      const common = { day: at, missed: 0, followupNeeded: 0 };
      await db.sourceRollup.createMany({
        data: [
          {
            ...common,
            source: 'Сайт <b>',
            calls: 71,
            validDialogues: 60,
            targetCalls: 50,
            records,
            lostRed: 8,
          },
          { ...common, source: '', calls: 40, validDialogues: 30, targetCalls: 10, records: 3, lostRed: 2 },
        ],
      });
    }
  });

  test('«Операторы»: the worst first, few calls without a place, each opens his page', async () => {
    const seen = await see('admin', operatorTablePlace.address({ days: 7, order: 'quality', page: 0 }));
    expect(seen.text.split('\n').slice(0, -2)).toEqual([
      '👥 Операторы · 7 дней, 18.11–24.11',
      'Сначала худшие: качество',
      '',
      '1. Павел (op-2) · 60 звонков',
      '🔴 качество 58 в среднем (как раньше)',
      'записались 20 из 35 · упущено 4 из 35 · жалобы 0 из 50',
      '',
      '2. Ольга (op-1) · 50 звонков',
      '🟡 качество 71 в среднем (+2, лучше)',
      'записались 12 из 31 · упущено 9 из 31 · жалобы 2 из 40',
      '',
      'op-9 · 6 звонков, мало для сравнения',
      '🔴 качество 40 в среднем',
      'записались 2 из 3 · упущено 0 из 3 · жалобы 0 из 5',
      '',
    ]);
    expect(seen.text).toMatch(/Без места 1 оператор: звонков меньше 30\.\nНикто не ответил: 21 звонок$/);
    expect(seen.buttons.slice(0, 2)).toEqual([['Павел (op-2)', 'Ольга (op-1)'], ['op-9']]);
    expect(seen.data['Павел (op-2)']).toMatch(/^oper\./);

    const byLost = await wordsOf('admin', operatorTablePlace.address({ days: 7, order: 'lost', page: 0 }));
    expect(byLost.slice(3, 6)).toEqual([
      '1. Ольга (op-1) · 50 звонков',
      'упущено 9 из 31 · 29 % (как раньше)',
      '🟡 качество 71 в среднем · записались 12 из 31 · жалобы 2 из 40',
    ]);
  });

  test('operators are no business of marketing, not even by an old button', async () => {
    const address = operatorTablePlace.address({ days: 7, order: 'quality', page: 0 });
    expect((await see('marketing', address)).text).not.toContain('op-');
  });

  test('«Причины потерь»: each reason with its share and change, and a way to the calls', async () => {
    const seen = await see('admin', lossReasonsPlace.address({ days: 7 }));
    expect(seen.text).toBe(
      [
        '💸 Причины потерь · 7 дней, 18.11–24.11',
        'Упущено 13 из 69 целевых · 19 % (как раньше)',
        '',
        '1. цена — 24 · 62 % (+12 п. п.)',
        '2. время — 15 · 38 % (−12 п. п.)',
        '',
        'Доля — от всех упущенных. В скобках изменение доли к прошлым 7 дням.',
      ].join('\n'),
    );
    expect(seen.buttons).toEqual([['💸 Открыть упущенные (13)'], PERIODS, WAY_BACK]);
    expect((await see('marketing', lossReasonsPlace.address({ days: 7 }))).buttons).toEqual([
      PERIODS,
      WAY_BACK,
    ]);
  });

  test('«Динамика»: a bar a day, dots where calls are few', async () => {
    const words = await wordsOf('admin', dynamicsPlace.address({ days: 14, grain: 'day' }));
    expect(words.slice(3, 6)).toEqual([
      '☎️ Звонки: сегодня 137',
      '▁▁▁▁▁▁█▁▁▁▁▁▁█',
      'от 0 (11.11) до 137 (17.11)',
    ]);
    expect(words).toContain('Записались, % целевых: сегодня 49');
    expect(words).toContain('······█······█');
    expect(words).toContain('Точка — в этот день звонков меньше 30. По неделям их больше.');

    const weeks = await see('admin', dynamicsPlace.address({ days: 180, grain: 'day' }));
    expect(weeks.text).toContain('Столбик — неделя (25), справа последние 7 дней.');
    expect(weeks.buttons).toEqual([['7 дней', '14 дней', '30 дней', '• 180 дней'], WAY_BACK]);
  });

  test('«Динамика»: who may see no call is shown no handful of them either', async () => {
    const words = await wordsOf('marketing', dynamicsPlace.address({ days: 14, grain: 'day' }));
    expect(words.slice(3, 6)).toEqual(['☎️ Звонки: сегодня 137', '······█······█', 'всё время 137']);
  });

  test('«Маркетинг»: sources with what came of them; a handful is hidden from who may see no call', async () => {
    const address = marketingPlace.address({ days: 7, page: 0 });
    const named = [
      'Сайт <b> · 71 звонок, целевых 50',
      'записались 30 из 50 · 60 % (+20 п. п., лучше)',
      'упущено 8 из 50 · 16 % (как раньше)',
      '',
    ];
    expect((await wordsOf('marketing', address)).slice(2, 7)).toEqual([
      ...named,
      'источник не указан · мало данных',
    ]);
    expect((await wordsOf('admin', address)).slice(2, 9)).toEqual([
      ...named,
      'источник не указан · 40 звонков, целевых 10, мало данных',
      'записались 3 из 10 · 30 %',
      'упущено 2 из 10 · 20 %',
    ]);
    expect((await see('marketing', address)).html).toContain('Сайт &lt;b&gt;');
  });

  test('days that different versions of the rules scored are told', async () => {
    const scored = { operator: 'op-2', ...OPERATORS['op-2'], shownCalls: 60 };
    await givenRollup(db, TODAY, { ...scored, lmVersionTag: 'v1.1.0+bbbbbbbb' });
    await givenRollup(db, LAST_WEEK, { ...scored, lmVersionTag: 'v1.0.0+aaaaaaaa' });
    const told = 'Звонки оценены разными версиями LM: часть изменения может быть от оценки, а не от людей.';
    expect(await wordsOf('admin', dynamicsPlace.address({ days: 14, grain: 'day' }))).toContain(told);
    expect(await wordsOf('admin', dynamicsPlace.address({ days: 7, grain: 'day' }))).not.toContain(told);
  });
});
