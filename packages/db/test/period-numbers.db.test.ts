import { expect, test } from '@jest/globals';
import type { DbClient } from '../src/client.js';
import { givenRollup, testDatabase } from '../src/testing/index.js';
import { findPeriodNumbers, listDays, listOperatorNumbers } from '../src/figures/index.js';

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
const week = { firstDay: new Date('2026-11-18'), lastDay: new Date('2026-11-24') };

const givenDays = async (db: DbClient) => {
  for (const day of ['2026-11-25', '2026-11-24', '2026-11-18', '2026-11-17'])
    for (const operator of ['', 'op-1']) await givenRollup(db, day, { operator, ...DAY });
  // What a version of the rules would say is not what is shown.
  await givenRollup(db, '2026-11-24', { operator: 'op-1', lmVersionTag: 'v1.0.0+00000000', ...DAY });
};

test('a window adds up its own days, over everybody, by operator and by day', async () => {
  const { db } = await testDatabase();
  await givenDays(db);

  expect(await findPeriodNumbers(db, week)).toMatchObject({ calls: 40, complaintRed: 4, qualitySum: 2240 });
  expect(await listOperatorNumbers(db, week)).toMatchObject([
    { operator: null, numbers: { calls: 20 } },
    { operator: 'op-1', numbers: { calls: 20, records: 4, targetCalls: 10 } },
  ]);
  expect(await listDays(db, week)).toMatchObject([
    { day: '2026-11-18', numbers: { calls: 20 } },
    { day: '2026-11-24', numbers: { calls: 20 } },
  ]);
});

test('a window without roll-ups is empty, not unknown', async () => {
  const { db } = await testDatabase();
  expect(await findPeriodNumbers(db, week)).toMatchObject({ calls: 0, validDialogues: 0, qualityCalls: 0 });
  expect(await listOperatorNumbers(db, week)).toEqual([]);
});
