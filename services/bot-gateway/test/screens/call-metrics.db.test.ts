import type { DbClient } from '@perezvon/db';
import { clockAt, givenCall, givenClinic, givenScore, testDatabase, type Clinic } from '@perezvon/db/testing';
import { beforeAll, expect, test } from '@jest/globals';
import { callMetricsPlace } from '../../src/screens/places/calls.js';
import { callCardPlace } from '../../src/screens/places/work.js';
import { seeScreen, type Seen } from '../support/draw.js';
import { personOf } from '../support/people.js';

const now = clockAt('2026-11-24T09:00:00Z');

let db: DbClient;
let clinic: Clinic;
beforeAll(async () => {
  ({ db } = await testDatabase());
  clinic = await givenClinic(db);
});

const see = (who: keyof Clinic, historyId: number): Promise<Seen> =>
  seeScreen(db, personOf(clinic[who]), callMetricsPlace.address({ historyId }), { now });

test('all sixteen numbers of a call, by group, with what their lines say', async () => {
  const call = await givenCall(db, { historyId: 500_123 });
  await givenScore(db, call);
  const card = await seeScreen(db, personOf(clinic.admin), callCardPlace.address(call), { now });
  expect(card.buttons.flat()).toContain('📊 Все метрики');

  expect((await see('admin', 500_123)).text).toBe(
    [
      '📊 #500123 · все показатели',
      '',
      'Операционные',
      'Скорость ответа: 5 из 5',
      'Длительность разговора: 33 из 100',
      'Нагрузка на линию: 20 из 100',
      '',
      'Конверсия',
      'Конверсия: 0 из 100',
      '🟢 Упущенная выручка: 10 из 100',
      '🟢 Дополнительная услуга: 0 из 100',
      '',
      'Качество',
      'Чек-лист: 40 из 100',
      '🔴 Качество звонка: 45 из 100',
      '🟢 Нарушения скрипта: 20 из 100',
      '',
      'Риски',
      'Риск ухода: высокий',
      'Жалоба: да',
      'Нужно перезвонить: да',
      '🔴 Риск жалобы: 80 из 100',
      '🔴 Риск ухода, баллы: 70 из 100',
      '',
      'Прогноз',
      'Запишется за 14 дней: вероятность 10 %',
      'Свяжется ещё раз: вероятность 50 %',
      'Официальная жалоба: вероятность 60 %',
      '',
      'LM v1.0.0+00000000 · профиль обычный',
    ].join('\n'),
  );
});

test('what is not known says why, never 0; a reason of another version is no reason to fail', async () => {
  const call = await givenCall(db);
  await givenScore(db, call, {
    crossSellPotential: null,
    conversionProbForecast: null,
    churnRiskLevel: null,
    gates: {
      cross_sell_potential: 'not_target',
      conversion_prob_forecast: 'of_the_future',
      churn_risk_level: 7,
    },
  });
  const { text } = await see('admin', call.historyId);
  expect(text).toContain('Дополнительная услуга: не определить: звонок не о записи');
  expect(text).toContain('Запишется за 14 дней: не определить\n');
  expect(text).toContain('Риск ухода: не определить\n');
});

test('an operator sees the numbers of his own call only', async () => {
  const call = await givenCall(db, { operator: 'op-1' });
  await givenScore(db, call);
  expect((await see('operator', call.historyId)).text).toContain('все показатели');
  expect((await see('otherOperator', call.historyId)).text).not.toContain('все показатели');
});
