import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { shareRuns } from '../src/share-runs.js';

/** Records its runs, and breaks on whatever holds one of the bad items. */
const recorder = (bad: readonly number[] = []) => {
  const runs: number[][] = [];
  const runAll = async (items: readonly number[]): Promise<string[]> => {
    runs.push([...items]);
    await Promise.resolve();
    const broken = items.find((item) => bad.includes(item));
    if (broken !== undefined) throw new Error(`broken by ${broken}`);
    return items.map((item) => `result of ${item}`);
  };
  return { runs, runAll };
};

describe('runs that are shared', () => {
  test('a lone item waits for nobody', async () => {
    const { runs, runAll } = recorder();

    expect(await shareRuns(runAll, { size: 50, runs: 2 })(1)).toBe('result of 1');
    expect(runs).toEqual([[1]]);
  });

  test('items that arrive together share a run, no more than its size', async () => {
    const { runs, runAll } = recorder();
    const one = shareRuns(runAll, { size: 3, runs: 1 });

    const results = await Promise.all([1, 2, 3, 4, 5].map(one));

    expect(results).toEqual([1, 2, 3, 4, 5].map((item) => `result of ${item}`));
    expect(runs).toEqual([
      [1, 2, 3],
      [4, 5],
    ]);
  });

  test('one bad item fails alone, with its own error', async () => {
    const { runAll } = recorder([2]);
    const one = shareRuns(runAll, { size: 3, runs: 1 });

    const [first, second, third] = await Promise.allSettled([1, 2, 3].map(one));

    expect(first).toMatchObject({ status: 'fulfilled', value: 'result of 1' });
    expect(second).toMatchObject({ status: 'rejected', reason: { message: 'broken by 2' } });
    expect(third).toMatchObject({ status: 'fulfilled', value: 'result of 3' });
  });

  test('every item gets its own answer, whatever arrives when', async () => {
    const load = fc.array(fc.tuple(fc.nat(30), fc.nat(3)), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(
        load,
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 1, max: 3 }),
        async (items, size, runs) => {
          const { runs: seen, runAll } = recorder([13]);
          const one = shareRuns(runAll, { size, runs });

          const answers = await Promise.all(
            items.map(async ([item, turns]) => {
              for (let turn = 0; turn < turns; turn += 1)
                await new Promise((resolve) => setImmediate(resolve));
              return one(item).catch((error: Error) => error.message);
            }),
          );

          expect(answers).toEqual(
            items.map(([item]) => (item === 13 ? 'broken by 13' : `result of ${item}`)),
          );
          expect(Math.max(0, ...seen.map((run) => run.length))).toBeLessThanOrEqual(size);
        },
      ),
    );
  });
});
