import { expect, test } from '@jest/globals';
import { until } from '@perezvon/db/testing';
import { shareFor } from '../src/share-for.js';

const LONG_MS = 60_000;

test('those who ask at the same time, or soon after, share one answer', async () => {
  let loads = 0;
  const load = shareFor(LONG_MS, async () => (loads += 1));

  expect(await Promise.all([load(), load(), load()])).toEqual([1, 1, 1]);
  expect(await load()).toBe(1);
});

test('an old answer is not given out any more', async () => {
  let loads = 0;
  const load = shareFor(1, async () => (loads += 1));
  await load();

  expect(await until(async () => (await load()) >= 2, { what: 'a second answer is loaded' })).toBe(true);
});

test('a failure is told to those who asked, and the next one tries again', async () => {
  let isDown = true;
  const load = shareFor(LONG_MS, async () => {
    if (isDown) throw new Error('down');
    return 'up';
  });

  await expect(Promise.all([load(), load()])).rejects.toThrow('down');
  isDown = false;
  expect(await load()).toBe('up');
});
