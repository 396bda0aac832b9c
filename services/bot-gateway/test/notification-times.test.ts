import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { GROUP_MS, nextAlertAt, SPACING_MS } from '../src/notifications/alert-time.js';
import { quietUntil } from '../src/notifications/quiet-hours.js';
import { dueSummaries, SUMMARY_LATE_MS, summaryKey } from '../src/notifications/summary-time.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const MOSCOW = 'Europe/Moscow';

/** Clinics whose clocks are put forward and back: by an hour, by half an hour, at midnight; and two that leave them. */
const zones = fc.constantFrom(
  MOSCOW,
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'Asia/Kolkata',
);
/** Two years to the minute, the changes of the clocks among them. */
const moments = fc
  .integer({ min: Date.UTC(2026, 0, 1) / MINUTE_MS, max: Date.UTC(2027, 11, 31) / MINUTE_MS })
  .map((minute) => new Date(minute * MINUTE_MS));
const minutesOfDay = fc.integer({ min: 0, max: 1_439 });
const quietHours = fc.record({ from: minutesOfDay, to: minutesOfDay }).filter(({ from, to }) => from !== to);

const clockOf = (at: Date, timezone: string): number => {
  const { hour, minute } = DateTime.fromJSDate(at, { zone: timezone });
  return hour * 60 + minute;
};
const isChangeDay = (at: Date, timezone: string): boolean => {
  const day = DateTime.fromJSDate(at, { zone: timezone }).startOf('day');
  return [-1, 0, 1].some((days) => day.plus({ days }).offset !== day.plus({ days: days + 1 }).offset);
};

test('it is quiet exactly while the clock stands between the two times, also over midnight', () => {
  fc.assert(
    fc.property(moments, quietHours, zones, (at, hours, timezone) => {
      // On the days when the clocks are changed the clock alone does not tell: a time is left out, or comes twice.
      fc.pre(!isChangeDay(at, timezone));
      const clock = clockOf(at, timezone);
      const { from, to } = hours;
      const isQuiet = from < to ? from <= clock && clock < to : from <= clock || clock < to;
      expect(quietUntil(at, hours, timezone) !== null).toBe(isQuiet);
    }),
  );
});

test('quiet hours end at their hour, within a day, and what waited may ring then', () => {
  fc.assert(
    fc.property(moments, quietHours, zones, (at, hours, timezone) => {
      const end = quietUntil(at, hours, timezone);
      fc.pre(end !== null);
      expect(end.getTime()).toBeGreaterThan(at.getTime());
      // 24 h and the hour that a night with a change has more; with a gap between the two times one night more.
      expect(end.getTime() - at.getTime()).toBeLessThanOrEqual(
        (isChangeDay(at, timezone) ? 50 : 24) * HOUR_MS,
      );
      expect(quietUntil(end, hours, timezone)).toBeNull();
      if (!isChangeDay(end, timezone)) expect(clockOf(end, timezone)).toBe(hours.to);
    }),
  );
});

test('the night when the clocks are put forward over the end of the quiet hours ends an hour later on the clock', () => {
  // Berlin, 29.03.2026: 01:59 is followed by 03:00.
  const end = quietUntil(
    new Date('2026-03-29T00:30:00Z'),
    { from: 22 * 60, to: 2 * 60 + 30 },
    'Europe/Berlin',
  );
  expect(end?.toISOString()).toBe('2026-03-29T01:30:00.000Z');
});

const alertStates = fc.record({
  waitedMs: fc.integer({ min: 0, max: 48 * HOUR_MS }),
  lastAgoMs: fc.option(fc.integer({ min: 0, max: 2 * HOUR_MS })),
  alertsToday: fc.integer({ min: 0, max: 12 }),
});
const limits = fc.record({
  quietHours: fc.option(quietHours),
  dailyBudget: fc.option(fc.integer({ min: 1, max: 10 })),
});

test('an alert is told as soon as it may be, and never when it may not', () => {
  fc.assert(
    fc.property(moments, alertStates, limits, zones, (now, given, chosen, timezone) => {
      const state = {
        waitingSince: new Date(now.getTime() - given.waitedMs),
        lastAlertAt: given.lastAgoMs === null ? null : new Date(now.getTime() - given.lastAgoMs),
        alertsToday: given.alertsToday,
      };
      const at = nextAlertAt(state, chosen, { now, timezone });
      const sameDay = (moment: Date) =>
        DateTime.fromJSDate(moment, { zone: timezone }).hasSame(
          DateTime.fromJSDate(now, { zone: timezone }),
          'day',
        );
      /** What each rule says of a moment, word by word. */
      const mayRing = (moment: Date): boolean =>
        moment.getTime() >= state.waitingSince.getTime() + GROUP_MS &&
        (state.lastAlertAt === null || moment.getTime() >= state.lastAlertAt.getTime() + SPACING_MS) &&
        (chosen.dailyBudget === null || state.alertsToday < chosen.dailyBudget || !sameDay(moment)) &&
        quietUntil(moment, chosen.quietHours, timezone) === null;

      expect(at >= now).toBe(true);
      expect(mayRing(at)).toBe(true);
      // No earlier moment would have done: looked at every three quarters of an hour, and right before.
      const earlier = at.getTime() > now.getTime() ? [at.getTime() - 1] : [];
      for (let moment = now.getTime(); moment < at.getTime(); moment += 45 * MINUTE_MS) earlier.push(moment);
      expect(earlier.filter((moment) => mayRing(new Date(moment)))).toEqual([]);
    }),
  );
});

test('outside quiet hours and within the budget nobody waits longer than half a minute for the first red call', () => {
  const now = new Date('2026-11-24T09:00:00Z');
  const state = { waitingSince: now, lastAlertAt: null, alertsToday: 0 };
  const chosen = { quietHours: { from: 21 * 60, to: 8 * 60 }, dailyBudget: 10 };
  expect(nextAlertAt(state, chosen, { now, timezone: MOSCOW })).toEqual(new Date('2026-11-24T09:00:30Z'));
  // The tenth message of the day was the last: the rest comes when the night is over.
  expect(nextAlertAt({ ...state, alertsToday: 10 }, chosen, { now, timezone: MOSCOW })).toEqual(
    new Date('2026-11-25T05:00:00Z'),
  );
});

const chosenSummaries = fc.record({ digestAt: fc.option(minutesOfDay), weekly: fc.boolean() });
const LONG_AGO = new Date('2020-01-01T00:00:00Z');

test('looked at now and then, each day has one digest and each week one summary, whatever the clocks do', () => {
  fc.assert(
    fc.property(
      moments,
      chosenSummaries,
      zones,
      fc.array(fc.integer({ min: 60, max: 300 }), { minLength: 1, maxLength: 5 }),
      (start, chosen, timezone, pauses) => {
        const days = 8;
        const first = DateTime.fromJSDate(start, { zone: timezone }).startOf('day');
        const lastDate = first.plus({ days: days - 1 }).toISODate() ?? '';
        const seen = new Set<string>();
        let moment = first.toMillis();
        const until = first.plus({ days }).toMillis() + SUMMARY_LATE_MS;
        for (let round = 0; moment < until; round += 1) {
          const due = dueSummaries(chosen, LONG_AGO, { now: new Date(moment), timezone });
          for (const summary of due) seen.add(summaryKey(summary));
          moment += (pauses[round % pauses.length] ?? 1) * MINUTE_MS;
        }
        const expected = Array.from({ length: days }, (_, index) => first.plus({ days: index })).flatMap(
          (day) => {
            const date = day.toISODate() ?? '';
            return [
              ...(chosen.digestAt === null ? [] : [summaryKey({ kind: 'digest', date })]),
              ...(chosen.weekly && day.weekday === 1 ? [summaryKey({ kind: 'weekly', date })] : []),
            ];
          },
        );
        const firstDate = first.toISODate() ?? '';
        const isBetween = (date: string) => firstDate <= date && date <= lastDate;
        // Those of the day before and after may still, or already, be due at the ends.
        const inner = [...seen].filter((key) => isBetween(key.slice(-10)));
        expect(inner.toSorted()).toEqual(expected.toSorted());
      },
    ),
    { numRuns: 20 },
  );
});

test('a bot that was down in the morning sends the digest when it is back, but not in the evening', () => {
  const chosen = { digestAt: 8 * 60, weekly: false };
  const at = (iso: string) =>
    dueSummaries(chosen, LONG_AGO, { now: new Date(iso), timezone: MOSCOW }).map(summaryKey);
  expect(at('2026-11-24T04:59:59Z')).toEqual([]);
  expect(at('2026-11-24T05:00:00Z')).toEqual(['digest 2026-11-24']);
  expect(at('2026-11-24T10:59:00Z')).toEqual(['digest 2026-11-24']);
  expect(at('2026-11-24T11:00:00Z')).toEqual([]);
});

test('whoever chooses a time that is over today begins tomorrow', () => {
  const chosen = { digestAt: 8 * 60, weekly: false };
  const now = new Date('2026-11-24T07:00:00Z');
  expect(dueSummaries(chosen, new Date('2026-11-24T06:59:00Z'), { now, timezone: MOSCOW })).toEqual([]);
  expect(dueSummaries(chosen, new Date('2026-11-23T06:59:00Z'), { now, timezone: MOSCOW })).toHaveLength(1);
});
