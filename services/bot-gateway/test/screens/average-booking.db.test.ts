import { DEFAULT_CLINIC_HOURS } from '@perezvon/clinic-hours';
import { clockAt, givenClinic, testDatabase } from '@perezvon/db/testing';
import { expect, test } from '@jest/globals';
import { averageBooking } from '../../src/screens/control/average-booking.js';
import { averageBookingPlace, averageBookingSavePlace } from '../../src/screens/places/control.js';
import { personOf } from '../support/people.js';
import { strictTexts } from '../support/texts.js';

const now = clockAt('2026-11-24T09:00:00Z');

test('an amount that somebody types is read back before it is kept; what is no amount is asked for again', async () => {
  const { db } = await testDatabase();
  const clinic = await givenClinic(db);
  const typed = averageBooking.open(averageBookingPlace.address({}).data)?.typed;
  const tools = {
    t: strictTexts.in('ru'),
    person: personOf(clinic.superadmin),
    now: now(),
    timezone: 'Europe/Moscow',
    clinic: { hours: DEFAULT_CLINIC_HOURS, timezone: 'Europe/Moscow' },
    moment: String,
  };
  expect(typed?.('3 500,50 руб.', tools)).toEqual({
    kind: 'open',
    address: averageBookingSavePlace.address({ kopecks: 350_050 }),
  });
  for (const words of ['дорого', '0', '1 000 001'])
    expect(typed?.(words, tools)).toMatchObject({ kind: 'say' });
});
