import { settingsChanged, type settingsSetAverageBooking } from '@perezvon/contracts';
import { done, type IntentHandler } from '@perezvon/messaging';
import { setAverageBooking } from '../store/average-booking.js';

/** What a booking brings on average from now on; past days are counted in it too. */
export const changeAverageBooking: IntentHandler<typeof settingsSetAverageBooking> = async (
  { payload: { kopecks } },
  { tx, now, actor },
) => {
  const before = await setAverageBooking(tx, { kopecks, changedBy: actor.id, now: now() });
  return done(settingsChanged.of({ setting: 'average_booking' }), {
    before: { averageBookingKopecks: before },
    after: { averageBookingKopecks: kopecks },
  });
};
