import { DEFAULT_CLINIC_HOURS, type Clinic } from '@perezvon/clinic-hours';
import { expect, test } from '@jest/globals';
import { promiseDueAt } from '../../src/promises/due.js';

/** Open 8–21 on workdays and 9–18 on weekends, closed on holidays; 24 November 2026 is a Tuesday. */
const clinic: Clinic = { hours: DEFAULT_CLINIC_HOURS, timezone: 'Europe/Moscow' };

const dueAt = (promised: string, isTimeSaid: boolean, callDate: string): string =>
  promiseDueAt(
    { turn: 0, t: 0, quote: 'перезвоню', due_at: promised, is_time_said: isTimeSaid },
    new Date(callDate),
    clinic,
  ).toISOString();

test.each([
  [
    'a time that was said is that time',
    '2026-11-24T09:00:00Z',
    true,
    '2026-11-24T07:00:00Z',
    '2026-11-24T09:00',
  ],
  [
    'without one, the clinic’s closing',
    '2026-11-24T17:00:00Z',
    false,
    '2026-11-24T07:00:00Z',
    '2026-11-24T18:00',
  ],
  [
    'on a Saturday it closes earlier',
    '2026-11-28T17:00:00Z',
    false,
    '2026-11-24T07:00:00Z',
    '2026-11-28T15:00',
  ],
  [
    'on a holiday it is the next day',
    '2026-11-04T17:00:00Z',
    false,
    '2026-11-03T07:00:00Z',
    '2026-11-05T18:00',
  ],
  [
    'after closing it is the next day',
    '2026-11-28T17:00:00Z',
    false,
    '2026-11-28T15:30:00Z',
    '2026-11-29T15:00',
  ],
  [
    'late in the evening it is that day',
    '2026-11-24T20:59:00Z',
    false,
    '2026-11-24T17:10:00Z',
    '2026-11-24T18:00',
  ],
])('%s', (_, promised, isTimeSaid, callDate, expected) => {
  expect(dueAt(promised, isTimeSaid, callDate)).toBe(`${expected}:00.000Z`);
});
