import { givenRollup } from '@perezvon/db/testing';
import { beforeAll, expect, test } from '@jest/globals';
import { openBench, type Bench } from './open-bench.js';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});

const sumsBy = async (content: 'day' | 'source' | 'metric') => {
  expect(await bench.ask(bench.clinic.marketing, { content })).toBeNull();
  await bench.make();
  return bench.rows();
};

test('sums by day are those of the dashboard; what is taken over fewer than 30 calls is not told', async () => {
  const { db } = bench;
  await givenRollup(db, '2026-11-23', {
    calls: 100,
    validDialogues: 80,
    targetCalls: 40,
    records: 21,
    complaintRed: 2,
    qualitySum: 6_000,
    qualityCalls: 80,
  });
  await givenRollup(db, '2026-11-23', { operator: 'op-2', calls: 10, validDialogues: 5 });
  await givenRollup(db, '2026-11-24', { calls: 29, validDialogues: 29, targetCalls: 20, records: 1 });
  await givenRollup(db, '2026-11-17', { calls: 500 });

  const rows = await sumsBy('day');

  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatchObject({
    День: '23.11.2026',
    Звонков: '110',
    Разговоров: '85',
    Целевых: '40',
    Записей: '21',
    'Красных жалоб': '2',
    'Среднее качество': '75',
  });
  expect(rows[1]).toMatchObject({ День: '24.11.2026', Звонков: 'мало данных', Записей: 'мало данных' });
  expect(JSON.stringify(rows)).not.toContain('op-');
});

test('sums by source', async () => {
  const { db } = bench;
  await db.sourceRollup.create({
    data: {
      day: new Date('2026-11-24'),
      source: '=ads',
      calls: 50,
      missed: 4,
      validDialogues: 46,
      targetCalls: 40,
      records: 10,
      followupNeeded: 8,
      lostRed: 3,
    },
  });
  const [source] = await sumsBy('source');
  expect(source).toMatchObject({ Источник: "'=ads", Записей: '10', 'Доля записей от целевых': '0,25' });
});

test('sums by metric', async () => {
  const { db } = bench;
  await db.metricRollup.create({
    data: {
      metric: 'conversion_score',
      day: new Date('2026-11-24'),
      operator: 'op-1',
      calls: 40,
      total: 2_000,
      red: 0,
    },
  });
  // Three quarters of the calls are at 60 or below: nine in ten only at 80.
  await db.metricHistogram.createMany({
    data: [20, 40, 60, 80].map((value) => ({
      metric: 'conversion_score',
      day: new Date('2026-11-24'),
      value,
      calls: 10,
    })),
  });
  const metrics = await sumsBy('metric');
  expect(metrics.find((row) => row['Показатель'] === 'Конверсия')).toMatchObject({
    'Звонков с показателем': '40',
    Среднее: '50',
    p90: '80',
  });
  expect(metrics.find((row) => row['Показатель'] === 'Качество звонка')).toMatchObject({
    Среднее: 'мало данных',
  });
});
