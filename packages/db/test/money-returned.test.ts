import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { clientsReturned, oncePerClient, type Booking } from '../src/assignments/money-returned.js';

const NUMBERS = ['a', 'b', 'c', 'd', 'e', 'f'] as const;

const BOOKINGS = fc
  .array(
    fc.record({
      isProven: fc.boolean(),
      clients: fc.uniqueArray(fc.constantFrom(...NUMBERS), { minLength: 1, maxLength: 3 }),
    }),
    { maxLength: 30 },
  )
  .map((bookings) => bookings.map((booking, index): Booking => ({ ...booking, assignmentId: index + 1 })));

/** Groups of numbers that belong to one client, told slowly: whatever shares a number is joined until nothing changes. */
const clientsIn = (bookings: readonly Booking[]): Set<string>[] => {
  let groups = bookings.map(({ clients }) => new Set(clients));
  for (;;) {
    const pair = groups.flatMap((one, index) =>
      groups
        .slice(index + 1)
        .filter((other) => [...other].some((name) => one.has(name)))
        .map((other) => [one, other] as const),
    )[0];
    if (pair === undefined) return groups;
    const [one, other] = pair;
    groups = [...groups.filter((group) => group !== one && group !== other), new Set([...one, ...other])];
  }
};

test('each client counts once, under the first of his callbacks, whatever numbers and callbacks he had', () => {
  fc.assert(
    fc.property(BOOKINGS, (bookings) => {
      const kept = oncePerClient(bookings);
      const groups = clientsIn(bookings);
      expect(kept).toHaveLength(groups.length);
      for (const group of groups) {
        const all = bookings.filter(({ clients }) => clients.some((name) => group.has(name)));
        expect(kept.filter((booking) => all.includes(booking))).toEqual([all[0]]);
      }
    }),
  );
});

test('what is proven is the least that came back, with the words of the owners the most', () => {
  const bookings = [{ isProven: true }, { isProven: false }, { isProven: false }];
  expect(clientsReturned(bookings)).toEqual({ low: 1, high: 3 });
  expect(clientsReturned([])).toEqual({ low: 0, high: 0 });
});
