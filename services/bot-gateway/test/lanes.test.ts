import { expect, test } from '@jest/globals';
import { makeLanes } from '../src/telegram/lanes.js';

/** A promise that the test resolves. */
const gate = () => {
  let open = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open: () => open(), passed };
};

test('one chat’s work runs one after the other, another chat’s does not wait for it', async () => {
  const lanes = makeLanes();
  const first = gate();
  const order: string[] = [];
  const slow = lanes.run(1, async () => {
    await first.passed;
    order.push('slow');
  });
  const behind = lanes.run(1, async () => {
    order.push('behind');
  });
  await lanes.run(2, async () => {
    order.push('other chat');
  });
  first.open();
  await Promise.all([slow, behind]);
  expect(order).toEqual(['other chat', 'slow', 'behind']);
});

test('work that fails tells its caller and stops nobody behind it', async () => {
  const lanes = makeLanes();
  const failing = lanes.run(1, async () => {
    throw new Error('the database is down');
  });
  const behind = lanes.run(1, async () => 'done');
  await expect(failing).rejects.toThrow('the database is down');
  await expect(behind).resolves.toBe('done');
});
