import { callScored, scoresStored } from '@perezvon/contracts';
import type { DbClient } from '@perezvon/db';
import { givenCall, givenScore, testDatabase, until, type GivenCall } from '@perezvon/db/testing';
import { publishEvents, type Stop } from '@perezvon/messaging';
import { startHarness, testBackends, type Harness } from '@perezvon/messaging/testing';
import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { start } from '../src/start.js';
import { storedCounts } from './given-scores.js';

describe.each(testBackends())('two reporting processes, queues on $name', ({ backend }) => {
  let db: DbClient;
  let harnesses: Harness[];
  let stops: Stop[];
  beforeAll(async () => {
    const database = await testDatabase();
    ({ db } = database);
    const where = backend(database.url);
    harnesses = [await startHarness({ db, backend: where }), await startHarness({ db, backend: where })];
    stops = harnesses.map(({ deps }) => start(deps, { CLINIC_TIMEZONE: 'Europe/Moscow' }));
    for (const { relay } of harnesses) relay();
  });
  afterAll(async () => {
    for (const stop of stops) await stop();
    for (const { stop } of harnesses) await stop();
  });

  let lastEvent = 0;
  const announce = async ({ historyId, callDate }: GivenCall, previous: Date | null = null) => {
    const [harness] = harnesses;
    if (!harness) throw new Error('no process');
    lastEvent += 1;
    const event = callScored.of({
      historyId,
      revision: previous === null ? 1 : 2,
      lmVersionTag: 'v1.0.0+00000000',
      callDate: callDate.toISOString(),
      previousCallDate: previous?.toISOString() ?? null,
    });
    const context = { causedBy: `scored-${lastEvent}`, actorId: null, origin: null, at: new Date() };
    await publishEvents(harness.deps, [event], context);
  };
  const countsBecome = (expected: object[]) =>
    until(
      async () => {
        const counts = await storedCounts(db);
        return (
          JSON.stringify(counts.map(({ day, operator, calls }) => ({ day, operator, calls }))) ===
          JSON.stringify(expected)
        );
      },
      { what: `the roll-ups are ${JSON.stringify(expected)}` },
    );

  test('the dashboard follows scores, a call that moves to another day and operator, and an import', async () => {
    const call = await givenCall(db, { callDate: '2026-11-24T08:00:00Z', operator: 'op-1' });
    await givenScore(db, call);
    await announce(call);
    await countsBecome([{ day: '2026-11-24', operator: 'op-1', calls: 1 }]);

    const moved = { ...call, callDate: new Date('2026-11-25T08:00:00Z') };
    await db.callScore.updateMany({ data: { callDate: moved.callDate, operator: 'op-2', revision: 2 } });
    await announce(moved, call.callDate);
    await countsBecome([{ day: '2026-11-25', operator: 'op-2', calls: 1 }]);

    for (let number = 0; number < 30; number += 1) {
      const imported = await givenCall(db, { callDate: '2026-11-25T09:00:00Z', operator: 'op-2' });
      await givenScore(db, imported);
      await announce(imported);
    }
    await countsBecome([{ day: '2026-11-25', operator: 'op-2', calls: 31 }]);
    await until(async () => (await db.dirtyRollupDay.count()) === 0, { what: 'no day is left to recount' });
  });

  test('scores that came in bulk are followed in one message', async () => {
    const [harness] = harnesses;
    if (!harness) throw new Error('no process');
    const calls = await Promise.all(
      ['2026-10-01T08:00:00Z', '2026-10-02T08:00:00Z'].map((callDate) =>
        givenCall(db, { callDate, operator: 'op-9' }),
      ),
    );
    for (const call of calls) await givenScore(db, call);
    const event = scoresStored.of({ callDates: calls.map(({ callDate }) => callDate.toISOString()) });
    const context = { causedBy: 'lm-run-1-0.1', actorId: null, origin: null, at: new Date() };
    await publishEvents(harness.deps, [event], context);

    await until(
      async () => (await storedCounts(db)).filter(({ operator }) => operator === 'op-9').length === 2,
      { what: 'both days are rolled up' },
    );
  });
});
