import { testDatabase } from '@perezvon/db/testing';
import { expect, test } from '@jest/globals';
import { periodBefore, periodEnding } from '../../src/queries/period.js';
import { findPeriodNumbers } from '../../src/queries/period-numbers.js';

const DAY = {
  calls: 10,
  withoutTranscript: 1,
  validDialogues: 8,
  missed: 1,
  targetCalls: 5,
  records: 2,
  complaintRed: 1,
  complaintYellow: 2,
  followupNeeded: 3,
  lostRed: 1,
  churnHigh: 1,
  crossSell: 0,
  qualitySum: 560,
  qualityCalls: 8,
};

test('a period adds up its own days and operators; the window before has the days before', async () => {
  const { db } = await testDatabase();
  const days = ['2026-11-25', '2026-11-24', '2026-11-18', '2026-11-17', '2026-11-11', '2026-11-10'];
  for (const day of days)
    for (const operator of ['', 'op-1'])
      await db.dailyRollup.create({ data: { day: new Date(day), operator, ...DAY } });

  const week = periodEnding(new Date('2026-11-24T09:00:00Z'), 7, 'Europe/Moscow');
  expect(await findPeriodNumbers(db, week)).toMatchObject({ calls: 40, complaintRed: 4, qualitySum: 2240 });
  const before = periodBefore(week, 'Europe/Moscow');
  expect(await findPeriodNumbers(db, before)).toMatchObject({ calls: 40, records: 8 });
});

test('a period without roll-ups is empty, not unknown', async () => {
  const { db } = await testDatabase();
  const week = periodEnding(new Date('2026-11-24T09:00:00Z'), 7, 'Europe/Moscow');
  expect(await findPeriodNumbers(db, week)).toMatchObject({ calls: 0, validDialogues: 0, qualityCalls: 0 });
});
