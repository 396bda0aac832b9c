import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { givenRollup } from '@perezvon/db/testing';
import fc from 'fast-check';
import { CALL, givenDialogue } from './given-challenger.js';
import { CALL_AT, START, openBench, type Bench } from './open-bench.js';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
beforeEach(() => bench.reset());
afterEach(() => bench.stopModel());

describe('the budget of a clinic day', () => {
  test('in calls is never exceeded, by any number of processes and restarts', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 3 }),
        async (dailyCalls, concurrency, processes) => {
          await bench.db.call.deleteMany();
          await bench.db.lmChallengerRequest.deleteMany();
          const before = bench.model().received.length;
          bench.at(START);
          for (let call = 0; call < 7; call += 1) await givenDialogue(bench.db, CALL_AT);
          const rounds = await Promise.all(
            Array.from({ length: processes }, () => bench.started({ dailyCalls, concurrency })),
          );
          await Promise.all(rounds.map(({ round }) => round()));
          const { round } = await bench.started({ dailyCalls, concurrency });
          await round();

          expect(bench.model().received.length - before).toBeLessThanOrEqual(dailyCalls);
          expect((await bench.requests()).length).toBe(bench.model().received.length - before);
        },
      ),
      { numRuns: 4 },
    );
  });

  test('in tokens counts what is under way at its most, and what was answered at its cost', async () => {
    const { deps } = await bench.started();
    const most = deps.challenger.request(CALL, 'json_schema').maxTokens;
    const { round } = await bench.started({ dailyTokens: most + 2 * 1_700, concurrency: 4 });
    for (let call = 0; call < 5; call += 1) await givenDialogue(bench.db, CALL_AT);

    // One at its most leaves no room for a second beside it; answered they cost less, and three fit.
    let asked = 0;
    for (let turn = 0; turn < 5; turn += 1) asked += await round();

    expect(asked).toBe(3);
    expect(bench.model().mostAtOnce()).toBe(1);
  });

  test('begins anew with the clinic’s day, not with that of Greenwich', async () => {
    const { round } = await bench.started({ dailyCalls: 1 });
    for (let call = 0; call < 3; call += 1) await givenDialogue(bench.db, CALL_AT);
    expect(await round()).toBe(1);

    bench.at('2026-11-24T20:59:59Z');
    expect(await round()).toBe(0);
    bench.at('2026-11-24T21:00:00Z');
    expect(await round()).toBe(1);
  });

  test('that is too small for the traffic takes a sample that depends on ids alone', async () => {
    await givenRollup(bench.db, '2026-11-23', { calls: 1_000, validDialogues: 1_000 });
    const ids: number[] = [];
    for (let call = 0; call < 40; call += 1) ids.push((await givenDialogue(bench.db, CALL_AT)).historyId);
    const { deps, round } = await bench.started({ dailyCalls: 300 });
    for (let turn = 0; turn < 3; turn += 1) await round();

    const chosen = (await bench.scoresOf(deps.challenger.tag))
      .map(({ historyId }) => Number(historyId))
      .toSorted((a, b) => a - b);
    // 30 % of 40, give or take three standard deviations.
    expect(chosen.length).toBeGreaterThan(3);
    expect(chosen.length).toBeLessThan(21);

    await bench.db.callScore.deleteMany({ where: { isCurrent: false } });
    await bench.db.lmChallengerRequest.deleteMany();
    for (let turn = 0; turn < 3; turn += 1) await round();
    const again = (await bench.scoresOf(deps.challenger.tag))
      .map(({ historyId }) => Number(historyId))
      .toSorted((a, b) => a - b);
    expect(again).toEqual(chosen);
  });
});
