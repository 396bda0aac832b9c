import { expect, test } from '@jest/globals';
import { makeSlots } from '../../src/recordings/slots.js';

test('no more than there is room for at once, each in its turn, also after one that failed', async () => {
  const slots = makeSlots(2);
  const began: number[] = [];
  const ends: (() => void)[] = [];
  const work = (index: number) =>
    slots.run(async () => {
      began.push(index);
      await new Promise<void>((resolve) => {
        ends.push(resolve);
      });
      if (index === 0) throw new Error('broken');
      return index;
    });
  const results = Promise.allSettled([0, 1, 2, 3].map(work));
  await Promise.resolve();
  expect(began).toEqual([0, 1]);
  for (let index = 0; index < 4; index += 1) {
    ends[index]?.();
    while (ends.length < Math.min(index + 3, 4)) await Promise.resolve();
  }
  expect(began).toEqual([0, 1, 2, 3]);
  expect((await results).map(({ status }) => status)).toEqual([
    'rejected',
    'fulfilled',
    'fulfilled',
    'fulfilled',
  ]);
});
