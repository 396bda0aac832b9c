import fc from 'fast-check';
import { DateTime } from 'luxon';
import { expect, test } from '@jest/globals';
import { PERIOD_DAYS } from '@perezvon/contracts';
import { periodBefore, periodEnding } from '@perezvon/db/calls';

const MOSCOW = 'Europe/Moscow';

test('seven days are today and the six days before it, by the clinic’s clock', () => {
  // 01:30 of the 25th in Moscow is still the 24th in UTC.
  const period = periodEnding(new Date('2026-11-24T22:30:00Z'), 7, MOSCOW);
  expect(period.since.toISOString()).toBe('2026-11-18T21:00:00.000Z');
  expect(period.until.toISOString()).toBe('2026-11-25T21:00:00.000Z');
  expect(period.firstDay.toISOString()).toBe('2026-11-19T00:00:00.000Z');
  expect(period.lastDay.toISOString()).toBe('2026-11-25T00:00:00.000Z');
});

test('the window before ends where the period begins and is as long, also over a change of the clock', () => {
  const moment = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
  const zone = fc.constantFrom(MOSCOW, 'Europe/Berlin', 'Asia/Vladivostok', 'America/New_York');
  fc.assert(
    fc.property(moment, fc.constantFrom(...PERIOD_DAYS), zone, (now, days, timezone) => {
      const period = periodEnding(now, days, timezone);
      const before = periodBefore(period, timezone);
      expect(period.since <= now && now < period.until).toBe(true);
      expect(before.until).toEqual(period.since);
      expect(DateTime.fromJSDate(before.firstDay).plus({ days }).toJSDate()).toEqual(period.firstDay);
    }),
  );
});
