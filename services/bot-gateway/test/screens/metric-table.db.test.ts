import type { DbClient } from '@perezvon/db';
import type { RolledUpMetric } from '@perezvon/db/figures';
import { clockAt, givenClinic, givenRollup, testDatabase, type Clinic } from '@perezvon/db/testing';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Address } from '../../src/screens/define-place.js';
import { metricTablePlace } from '../../src/screens/places/figures.js';
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

/** `values`: how many calls had each. */
type GivenMetric = Record<'calls' | 'total' | 'red', number> & { values?: Record<number, number> };

const givenMetric = async (metric: RolledUpMetric, day: string, given: GivenMetric): Promise<void> => {
  const { values = {}, ...sums } = given;
  await db.metricRollup.create({ data: { metric, day: new Date(day), operator: 'op-1', ...sums } });
  await db.metricHistogram.createMany({
    data: Object.entries(values).map(([value, calls]) => ({
      metric,
      day: new Date(day),
      value: Number(value),
      calls,
    })),
  });
};

const PERIODS = ['• 7 дней', '14 дней', '30 дней', '180 дней'];
const WAY_BACK = ['⬅️ Назад', '🏠 Меню', '❓'];

describe('«Таблица метрик»', () => {
  const table = (group: 'operational' | 'conversion' | 'risk' | 'forecast') =>
    metricTablePlace.address({ group, days: 7 });

  beforeAll(async () => {
    const speed = { calls: 41, red: 0, values: { 1: 3, 5: 38 } };
    await givenMetric('response_speed_score', TODAY, { ...speed, total: 193 });
    await givenMetric('response_speed_score', LAST_WEEK, { ...speed, total: 180 });
    const conversion = { calls: 40, red: 0 };
    await givenMetric('conversion_score', TODAY, { ...conversion, total: 2_200, values: { 50: 36, 100: 4 } });
    await givenMetric('conversion_score', LAST_WEEK, { ...conversion, total: 2_000 });
    const lost = { calls: 40, total: 1_600, values: { 20: 28, 80: 12 } };
    await givenMetric('lost_opportunity_score', TODAY, { ...lost, red: 12 });
    await givenMetric('lost_opportunity_score', LAST_WEEK, { ...lost, red: 8 });
    await givenMetric('cross_sell_potential', TODAY, { calls: 12, total: 240, red: 1, values: { 20: 12 } });
    await givenMetric('complaint_risk_flag', TODAY, { calls: 40, total: 2, red: 2 });
    await givenMetric('complaint_risk_score', TODAY, {
      calls: 40,
      total: 400,
      red: 2,
      values: { 8: 38, 48: 2 },
    });
    await givenMetric('followup_needed_flag', TODAY, { calls: 40, total: 10, red: 10 });
    const churn = { calls: 40, total: 700, red: 2, values: { 5: 30, 40: 8, 70: 1, 90: 1 } };
    await givenMetric('churn_risk_score', TODAY, churn);
    await givenMetric('complaint_prob', TODAY, {
      calls: 40,
      total: 48_000,
      red: 0,
      values: { 5: 36, 75: 4 },
    });
  });

  test('has mean, p90, share of red calls and change; few calls are not compared', async () => {
    const seen = await see('admin', table('conversion'));
    expect(seen.text).toBe(
      [
        '📈 Таблица метрик · Конверсия · 7 дней, 18.11–24.11',
        '',
        'Конверсия · 40 звонков',
        'в среднем 55 (+5, лучше) · p90 50',
        '',
        'Упущенная выручка · 40 звонков',
        '🔴 12 из 40 · 30 % (+10 п. п., хуже)',
        'в среднем 40 (как раньше) · p90 80',
        '',
        'Дополнительная услуга · 12 звонков, мало данных',
        '💡 1 из 12 · 8 %',
        'в среднем 20 · p90 20',
        '',
        '🔴 — звонки за красной чертой.',
        'p90: у девяти звонков из десяти не больше.',
        'В скобках — изменение к прошлым 7 дням. Где звонков меньше 30, сравнения нет.',
      ].join('\n'),
    );
    expect(seen.buttons).toEqual([
      ['Операционные', '• Конверсия', 'Качество'],
      ['Риски', 'Прогноз'],
      PERIODS,
      WAY_BACK,
    ]);
  });

  test('tells a scale of five to a tenth, and what nobody knows as unknown', async () => {
    const words = await wordsOf('admin', table('operational'));
    expect(words).toContain('в среднем 4,7 (+0,3, лучше) · p90 5');
    expect(words).toContain('Нагрузка на линию · в этих звонках неизвестно');
  });

  test('risks by the lines of the period, levels of churn; a complaint is not told twice', async () => {
    const words = await wordsOf('admin', table('risk'));
    expect(words.slice(2, -4)).toEqual([
      'Жалоба · 40 звонков',
      '🔴 2 из 40 · 5 %',
      '',
      'Нужно перезвонить · 40 звонков',
      '🟡 10 из 40 · 25 %',
      '',
      'Риск жалобы · 40 звонков',
      'в среднем 10 · p90 8',
      '',
      'Риск ухода · 40 звонков',
      '🔴 2 из 40 · 5 %',
      'низкий 30 · средний 8 · высокий 1 · критический 1',
      'в среднем 18 · p90 40',
    ]);
    expect(words.at(-1)).toBe('С прошлыми 7 днями не сравниваем: тогда или сейчас звонков меньше 30.');
  });

  test('a forecast is a probability in per cent', async () => {
    expect(await wordsOf('admin', table('forecast'))).toContain('вероятность в среднем 12 % · p90 5 %');
    expect(await wordsOf('admin', table('forecast'), 'en')).toContain('probability 12% on average · p90 5%');
  });

  test('who may see no call sees no number of a handful', async () => {
    const words = await wordsOf('marketing', table('conversion'));
    expect(words).toContain('Дополнительная услуга · мало данных');
    expect(words).toContain('в среднем 55 (+5, лучше) · p90 50');
    expect(words.join('\n')).not.toContain('1 из 12');
    expect((await see('operator', table('conversion'))).text).toContain('⛔️');
  });

  test('an empty period says so', async () => {
    const address = metricTablePlace.address({ group: 'quality', days: 7 });
    expect((await wordsOf('admin', address)).at(-1)).toBe('За эти дни звонков ещё нет.');
  });

  test('another version of the rules in the window before is told', async () => {
    const told = 'Звонки оценены разными версиями LM: часть изменения может быть от оценки, а не от людей.';
    await givenRollup(db, TODAY, { shownCalls: 9, lmVersionTag: 'v1.1.0+bbbbbbbb' });
    expect(await wordsOf('admin', table('conversion'))).not.toContain(told);
    await givenRollup(db, LAST_WEEK, { shownCalls: 9, lmVersionTag: 'v1.0.0+aaaaaaaa' });
    expect(await wordsOf('admin', table('conversion'))).toContain(told);
    // Nothing is compared there: there is nothing to be taken for people's doing.
    expect(await wordsOf('admin', table('risk'))).not.toContain(told);
  });
});
