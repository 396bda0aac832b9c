import { type DbClient, withTransaction } from '@perezvon/db';
import { givenCall, givenScore, silentLog, testDatabase, until } from '@perezvon/db/testing';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { markDirtyDays, takeDirtyDays } from '../src/store/dirty-days.js';
import { recomputeDirtyDays } from '../src/tasks/recompute-dirty-days.js';
import { reconcileRollups } from '../src/tasks/reconcile-rollups.js';
import { countPlainly, madeScore, storeScores, storedCounts } from './given-scores.js';

const MOSCOW = 'Europe/Moscow';
let db: DbClient;
beforeAll(async () => {
  ({ db } = await testDatabase());
});
const empty = async () => {
  for (const table of [db.callScore, db.callTranscript]) await Object(table).deleteMany();
  await db.call.deleteMany();
  await db.dailyRollup.deleteMany();
  await db.dirtyRollupDay.deleteMany();
};
beforeEach(empty);

const mark = (moments: readonly Date[], timeZone = MOSCOW) =>
  withTransaction(db, (tx) =>
    markDirtyDays(
      tx,
      moments.map((moment) => moment.toISOString()),
      timeZone,
    ),
  );
const dirtyDays = async () =>
  (await db.dirtyRollupDay.findMany({ orderBy: { day: 'asc' } })).map(({ day }) =>
    day.toISOString().slice(0, 10),
  );
const at = (iso: string) => new Date(iso);

describe('the roll-ups are the plain count', () => {
  test('whatever the calls are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(madeScore, { maxLength: 12 }), async (scores) => {
        await empty();
        await storeScores(db, scores);
        await mark(scores.map(({ callDate }) => callDate));

        await recomputeDirtyDays(db, MOSCOW);

        expect(await storedCounts(db)).toEqual(countPlainly(scores));
        expect(await dirtyDays()).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  test('also after each call became any other: another day, another operator, another score, none', async () => {
    const changes = fc.array(fc.tuple(madeScore, fc.option(madeScore)), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(changes, async (pairs) => {
        await empty();
        const before = pairs.map(([score]) => score);
        const ids = await storeScores(db, before);
        await mark(before.map(({ callDate }) => callDate));
        await recomputeDirtyDays(db, MOSCOW);

        const after = pairs.flatMap(([, score]) => score ?? []);
        await db.callScore.deleteMany({ where: { historyId: { in: ids } } });
        await storeScores(db, after);
        await mark([...before, ...after].map(({ callDate }) => callDate));
        await recomputeDirtyDays(db, MOSCOW);

        expect(await storedCounts(db)).toEqual(countPlainly(after));
      }),
      { numRuns: 15 },
    );
  });
});

describe('a day is the clinic’s', () => {
  test.each([
    ['the last second before midnight in Moscow', '2026-11-24T20:59:59.999Z', MOSCOW, '2026-11-24'],
    ['midnight in Moscow', '2026-11-24T21:00:00.000Z', MOSCOW, '2026-11-25'],
    ['the same moment in Vladivostok', '2026-11-24T21:00:00.000Z', 'Asia/Vladivostok', '2026-11-25'],
    [
      'a day that has no midnight (Beirut, summer time begins)',
      '2026-03-28T22:00:00.000Z',
      'Asia/Beirut',
      '2026-03-29',
    ],
    ['the last second before it', '2026-03-28T21:59:59.000Z', 'Asia/Beirut', '2026-03-28'],
    [
      'the second 23:30 of a day (Beirut, summer time ends)',
      '2026-10-24T21:30:00.000Z',
      'Asia/Beirut',
      '2026-10-24',
    ],
  ])('%s', async (_, moment, timeZone, day) => {
    await givenScore(db, await givenCall(db, { callDate: moment }));
    await mark([at(moment)], timeZone);
    expect(await dirtyDays()).toEqual([day]);

    await recomputeDirtyDays(db, timeZone);

    expect(await storedCounts(db)).toMatchObject([{ day, calls: 1 }]);
  });
});

describe('dirty days', () => {
  test('are marked once however many calls they have', async () => {
    await mark(['2026-11-24T08:00:00Z', '2026-11-24T09:00:00Z', '2026-11-25T09:00:00Z'].map(at));
    await mark([at('2026-11-24T10:00:00Z')]);

    expect(await dirtyDays()).toEqual(['2026-11-24', '2026-11-25']);
  });

  const somebodyWaits = async () => {
    const waiting = await db.$queryRaw<unknown[]>`
      SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    return waiting.length > 0;
  };

  test('a day marked while it is being counted is counted again', async () => {
    await mark([at('2026-11-24T08:00:00Z')]);
    let marking = Promise.resolve();

    await withTransaction(db, async (tx) => {
      expect(await takeDirtyDays(tx, 10)).toEqual(['2026-11-24']);
      marking = mark([at('2026-11-24T09:00:00Z')]);
      // The count under way may have missed the call: its mark must not be lost in the one that was taken.
      await until(somebodyWaits, { what: 'the mark waits for the end of the count' });
    });
    await marking;

    expect(await dirtyDays()).toEqual(['2026-11-24']);
  });

  test('processes side by side take different days, and miss none', async () => {
    const scores = fc.sample(madeScore, { seed: 7, numRuns: 40 });
    await storeScores(db, scores);
    await mark(scores.map(({ callDate }) => callDate));
    const days = await dirtyDays();

    const counted = await Promise.all(Array.from({ length: 4 }, () => recomputeDirtyDays(db, MOSCOW)));

    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(days.length);
    expect(await storedCounts(db)).toEqual(countPlainly(scores));
  });

  test('more days than one transaction counts', async () => {
    const firstDay = Date.parse('2026-01-01T08:00:00Z');
    const dates = Array.from({ length: 40 }, (_, index) => new Date(firstDay + index * 86_400_000));
    for (const callDate of dates) await givenScore(db, await givenCall(db, { callDate }));
    await mark(dates);

    expect(await recomputeDirtyDays(db, MOSCOW)).toBe(40);
    expect(await db.dailyRollup.count({ where: { calls: 1, lmVersionTag: '' } })).toBe(40);
  });
});

describe('every version has roll-ups of its own', () => {
  const OLD = 'v1.0.0+00000000';
  const NEW = 'v1.1.0+11111111';
  const byVersion = async () =>
    (
      await db.dailyRollup.findMany({
        orderBy: { lmVersionTag: 'asc' },
        select: { lmVersionTag: true, calls: true, shownCalls: true, complaintRed: true },
      })
    ).map(({ lmVersionTag, ...counts }) => [lmVersionTag, counts]);
  const recount = async () => {
    await mark([at('2026-11-24T08:00:00Z')]);
    await recomputeDirtyDays(db, MOSCOW);
  };

  test('what is shown is counted once; a version counts all that it scored, and how much of it is shown', async () => {
    const [first, second] = [await givenCall(db), await givenCall(db)];
    await givenScore(db, first, { lmVersionTag: OLD, isCurrent: false });
    await givenScore(db, first, { lmVersionTag: NEW, complaintRiskFlag: false, complaintRiskScore: 10 });
    await givenScore(db, second, { lmVersionTag: OLD });
    await recount();

    expect(await byVersion()).toEqual([
      ['', { calls: 2, shownCalls: 2, complaintRed: 1 }],
      [OLD, { calls: 2, shownCalls: 1, complaintRed: 2 }],
      [NEW, { calls: 1, shownCalls: 1, complaintRed: 0 }],
    ]);
  });

  test('a score of an older content of the call counts for no version, and goes when it is left alone', async () => {
    const call = await givenCall(db, { revision: 2 });
    await givenScore(db, call, { lmVersionTag: OLD });
    await recount();
    expect(await byVersion()).toHaveLength(2);

    await db.callScore.updateMany({ data: { isCurrent: false } });
    await givenScore(db, call, { lmVersionTag: NEW, revision: 2 });
    await recount();

    expect(await byVersion()).toEqual([
      ['', { calls: 1, shownCalls: 1, complaintRed: 1 }],
      [NEW, { calls: 1, shownCalls: 1, complaintRed: 1 }],
    ]);
  });
});

describe('the slow reconciliation', () => {
  const reconcile = (timeZone = MOSCOW) => reconcileRollups({ db, log: silentLog }, timeZone);
  beforeEach(async () => {
    for (const callDate of ['2026-09-01T08:00:00Z', '2026-11-24T08:00:00Z', '2026-11-24T21:30:00Z'])
      await givenScore(db, await givenCall(db, { callDate }));
    await reconcile();
    await recomputeDirtyDays(db, MOSCOW);
  });

  test('finds nothing where all is well', async () => {
    expect((await storedCounts(db)).map(({ day }) => day)).toEqual([
      '2026-09-01',
      '2026-11-24',
      '2026-11-25',
    ]);
    expect(await reconcile()).toBe(0);
  });

  test('finds a call that was erased without a word, and a roll-up that was spoilt by hand', async () => {
    await db.call.deleteMany({ where: { callDate: '2026-09-01T08:00:00Z' } });
    await db.dailyRollup.updateMany({ where: { day: '2026-11-25T00:00:00Z' }, data: { complaintRed: 9 } });

    expect(await reconcile()).toBe(2);
    expect(await dirtyDays()).toEqual(['2026-09-01', '2026-11-25']);
  });

  test('finds the days that another time zone moves', async () => {
    expect(await reconcile('UTC')).toBe(2);
    await recomputeDirtyDays(db, 'UTC');

    expect(await storedCounts(db)).toMatchObject([
      { day: '2026-09-01', calls: 1 },
      { day: '2026-11-24', calls: 2 },
    ]);
  });
});
