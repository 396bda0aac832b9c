import { clockAt, givenCall, givenClinic, givenRollup, givenScore, testDatabase } from '@perezvon/db/testing';
import { expect, test } from '@jest/globals';
import type { Address } from '../../src/screens/define-place.js';
import { analyticsPlace } from '../../src/screens/places/calls.js';
import { dashboardPlace } from '../../src/screens/places/dashboard.js';
import { menuPlace } from '../../src/screens/places/root.js';
import { seeScreen } from '../support/draw.js';
import { personOf } from '../support/people.js';

const now = clockAt('2026-11-24T09:00:00Z');
const PLACES = [
  menuPlace.address({}),
  analyticsPlace.address({ days: 7 }),
  dashboardPlace.address({ days: 7 }),
];

test('calls that nobody has scored yet are not told as days without calls or trouble', async () => {
  const { db } = await testDatabase();
  const { admin } = await givenClinic(db);
  const read = async (address: Address) => (await seeScreen(db, personOf(admin), address, { now })).text;
  const first = await givenCall(db);
  await givenCall(db);
  // Out of the period: whatever became of it.
  await givenCall(db, { callDate: '2026-10-01T08:00:00Z' });
  for (const place of PLACES) {
    const text = await read(place);
    expect(text).toContain('⏳ Ещё не разобрано звонков: 2 из последних 2. Здесь их пока нет.');
    expect(text).not.toContain('звонков ещё нет');
    expect(text).not.toContain('всё разобрано');
  }

  await givenScore(db, first);
  await givenRollup(db, '2026-11-24', { calls: 1, validDialogues: 1, complaintRed: 1 });
  expect(await read(analyticsPlace.address({ days: 7 }))).toContain(
    '1 звонок: разобрано 1, без разговора 0, без расшифровки 0\n⏳ Ещё не разобрано звонков: 1 из последних 2.',
  );
});

test('where every call is scored nobody is told to wait', async () => {
  const { db } = await testDatabase();
  const { admin } = await givenClinic(db);
  await givenScore(db, await givenCall(db));
  for (const place of PLACES)
    expect((await seeScreen(db, personOf(admin), place, { now })).text).not.toContain('⏳');
});
