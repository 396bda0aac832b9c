import type { ClinicHours } from '@perezvon/contracts';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addOpenDays,
  addOpenMinutes,
  clinicHoursOf,
  DEFAULT_CLINIC_HOURS,
  isOpen,
  nextClose,
  nextOpen,
  nightUntil,
  type Clinic,
} from '../src/index.js';

/** Mondays to Fridays 8–21, weekends 9–18, closed on holidays; Moscow is three hours ahead of UTC. */
const moscow: Clinic = { hours: DEFAULT_CLINIC_HOURS, timezone: 'Europe/Moscow' };
const clinic = (change: Partial<ClinicHours>, timezone = 'Europe/Moscow'): Clinic => ({
  hours: { ...DEFAULT_CLINIC_HOURS, ...change },
  timezone,
});
const at = (local: string, offset = '+03:00') => new Date(`${local}:00.000${offset}`);

describe('the clinic is open', () => {
  test.each([
    ['at the minute of its opening', '2026-11-24T08:00', true],
    ['not a minute before', '2026-11-24T07:59', false],
    ['not at the minute of its closing', '2026-11-24T21:00', false],
    ['on a Sunday at nine', '2026-11-29T09:00', true],
    ['not on a Sunday evening', '2026-11-29T18:30', false],
    ['not on the Day of National Unity', '2026-11-04T12:00', false],
    ['not on Christmas', '2027-01-07T12:00', false],
    ['on the ninth of January again', '2027-01-09T12:00', true],
  ])('%s', (_, local, open) => {
    expect(isOpen(at(local), moscow)).toBe(open);
  });

  test('on a holiday that is a special day, and not on a special day that is closed', () => {
    const hours = clinic({ special: { '2026-11-04': { from: 600, to: 900 }, '2026-11-24': null } });
    expect(isOpen(at('2026-11-04T10:00'), hours)).toBe(true);
    expect(isOpen(at('2026-11-24T12:00'), hours)).toBe(false);
  });

  test('on holidays, where it works then', () => {
    expect(isOpen(at('2026-11-04T12:00'), clinic({ worksOnHolidays: true }))).toBe(true);
  });
});

test('the new year is over on the first working day after it', () => {
  expect(nextOpen(at('2026-12-31T22:00'), moscow)).toEqual(at('2027-01-09T09:00'));
});

test('an open clinic is open now, and closes in the evening', () => {
  const noon = at('2026-11-24T12:00');
  expect(nextOpen(noon, moscow)).toEqual(noon);
  expect(nextClose(noon, moscow)).toEqual(at('2026-11-24T21:00'));
});

test('after hours, the day that ends next is tomorrow', () => {
  expect(nextClose(at('2026-11-27T22:00'), moscow)).toEqual(at('2026-11-28T18:00'));
});

describe('open minutes', () => {
  test.each([
    ['within a day', '2026-11-24T12:00', 60, '2026-11-24T13:00'],
    ['over a night', '2026-11-24T20:30', 60, '2026-11-25T08:30'],
    ['from a night on', '2026-11-24T03:00', 60, '2026-11-24T09:00'],
    ['to the closing, which is not the next morning', '2026-11-24T20:00', 60, '2026-11-24T21:00'],
    ['over the new year', '2026-12-31T20:00', 240, '2027-01-09T12:00'],
    ['none: the moment itself, even at night', '2026-11-24T03:00', 0, '2026-11-24T03:00'],
  ])('%s', (_, from, minutes, to) => {
    expect(addOpenMinutes(at(from), minutes, moscow)).toEqual(at(to));
  });

  test('three open days later is the end of the third', () => {
    expect(addOpenDays(at('2026-11-02T12:00'), 3, moscow)).toEqual(at('2026-11-06T21:00'));
  });
});

describe('the night', () => {
  test.each([
    ['in the evening', '2026-11-24T21:00', '2026-11-25T08:00'],
    ['after midnight', '2026-11-25T03:00', '2026-11-25T08:00'],
    ['before a Sunday', '2026-11-28T22:00', '2026-11-29T08:00'],
  ])('%s ends when the clinic first opens on any day of its week', (_, local, until) => {
    expect(nightUntil(at(local), moscow)).toEqual(at(until));
  });

  test('is not on the day of a holiday', () => {
    expect(nightUntil(at('2026-11-04T12:00'), moscow)).toBeNull();
  });

  test('never comes where the clinic does not close', () => {
    const always = clinic({ week: Array.from({ length: 7 }, () => ({ from: 0, to: 1_440 })) });
    expect(nightUntil(at('2026-11-24T03:00'), always)).toBeNull();
  });
});

test('where the clocks are put forward, an hour of work is an hour', () => {
  const early = clinic({ week: Array.from({ length: 7 }, () => ({ from: 0, to: 1_440 })) }, 'Europe/Berlin');
  // 29 March 2026: two o'clock becomes three.
  expect(addOpenMinutes(at('2026-03-29T01:30', '+01:00'), 60, early)).toEqual(
    at('2026-03-29T03:30', '+02:00'),
  );
});

test('what is stored wrongly, or not at all, is the usual week', () => {
  expect(clinicHoursOf(undefined)).toEqual(DEFAULT_CLINIC_HOURS);
  expect(clinicHoursOf({ ...DEFAULT_CLINIC_HOURS, week: Array.from({ length: 7 }, () => null) })).toEqual(
    DEFAULT_CLINIC_HOURS,
  );
});

const span = fc
  .tuple(fc.integer({ min: 0, max: 1_439 }), fc.integer({ min: 1, max: 1_440 }))
  .filter(([from, to]) => from < to)
  .map(([from, to]) => ({ from, to }));
const anyClinic = fc
  .record({
    week: fc.array(fc.option(span), { minLength: 7, maxLength: 7 }),
    worksOnHolidays: fc.boolean(),
    special: fc.constantFrom({}, { '2026-11-24': null }, { '2026-11-04': { from: 600, to: 700 } }),
  })
  .filter(({ week }) => week.some((day) => day !== null))
  .chain((hours) =>
    fc
      .constantFrom('Europe/Moscow', 'Asia/Vladivostok', 'Europe/Berlin')
      .map((timezone) => ({ hours, timezone })),
  );
const anyMoment = fc.date({
  min: new Date('2026-01-01T00:00:00Z'),
  max: new Date('2027-02-01T00:00:00Z'),
  noInvalidDate: true,
});
const MINUTE_MS = 60_000;

test('open minutes add up: a and then b is a and b together, and never earlier than the clock', () => {
  fc.assert(
    fc.property(anyClinic, anyMoment, fc.nat(3_000), fc.nat(3_000), (any, from, a, b) => {
      const together = addOpenMinutes(from, a + b, any);
      expect(addOpenMinutes(addOpenMinutes(from, a, any), b, any)).toEqual(together);
      expect(together.getTime()).toBeGreaterThanOrEqual(from.getTime() + (a + b) * MINUTE_MS);
    }),
  );
});

test('the next opening is open, and the moment before it is not', () => {
  fc.assert(
    fc.property(anyClinic, anyMoment, (any, from) => {
      const open = nextOpen(from, any);
      expect(isOpen(open, any)).toBe(true);
      if (open > from) expect(isOpen(new Date(open.getTime() - 1), any)).toBe(false);
      expect(nextClose(from, any).getTime()).toBeGreaterThan(open.getTime());
    }),
  );
});

test('a night ends in daylight', () => {
  fc.assert(
    fc.property(anyClinic, anyMoment, (any, from) => {
      const end = nightUntil(from, any);
      if (end === null) return;
      expect(end > from).toBe(true);
      expect(nightUntil(end, any)).toBeNull();
    }),
  );
});
