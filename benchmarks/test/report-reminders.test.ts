import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mostInASecond, reportReminders } from '../src/reminders/report-reminders.js';

test('the busiest second is found wherever it lies, and a full second later is another one', () => {
  expect(mostInASecond([0, 999])).toBe(2);
  expect(mostInASecond([0, 1_000])).toBe(1);
  expect(mostInASecond([5_000, 0, 4_500, 5_400, 9_000])).toBe(3);
  expect(mostInASecond([])).toBe(0);
});

test('the busiest second holds as many as lie in the second that begins with one of them', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5_000)), (moments) => {
      const counts = moments.map(
        (first) => moments.filter((one) => one >= first && one < first + 1_000).length,
      );
      expect(mostInASecond(moments)).toBe(Math.max(0, ...counts));
    }),
  );
});

test('the report compares the last message with what Telegram’s limit allows', () => {
  const lines = reportReminders({
    assignments: 10_000,
    people: 300,
    told: 10_000,
    sentAfterMs: [2_000, 10_000, 20_000],
  });
  const figure = (label: string) =>
    lines
      .find((line) => line.startsWith(label))
      ?.trim()
      .split(/\s+/)
      .at(-1);
  expect(figure('Told, median')).toBe('10.0');
  expect(figure('Told, last')).toBe('20.0');
  expect(figure('Last told')).toBe('2.00');
});
