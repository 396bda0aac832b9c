import { AverageBooking, settingsSetAverageBooking } from '@perezvon/contracts';
import { z } from 'zod';
import { findAverageBooking } from '../../store/average-booking.js';
import { lines } from '../../text/html.js';
import { moneyWords } from '../../text/money-words.js';
import { parseMoney } from '../../text/parse-money.js';
import { defineAction } from '../define-action.js';
import { defineScreen } from '../define-screen.js';
import { averageBookingPlace, averageBookingSavePlace } from '../places/control.js';

/** «✅ Сохранить», or nobody knows any more. */
export const saveAverageBooking = defineAction({
  id: 'avgbookgo',
  params: z.object({ kopecks: AverageBooking.nullable() }),
  intent: settingsSetAverageBooking,
  payload: (params) => params,
  leadsTo: () => averageBookingPlace.address({}),
});

/** «💳 Средняя запись»: what a booking brings; the next words in this chat change it. */
export const averageBooking = defineScreen({
  ...averageBookingPlace,
  load: async ({ db }) => ({ kopecks: await findAverageBooking(db) }),
  render: ({ kopecks }, { t }) => ({
    text: lines(
      t('average-booking-title'),
      kopecks === null
        ? t('average-booking-unknown')
        : t('average-booking-now', { amount: moneyWords(kopecks, t) }),
      '',
      t('average-booking-question'),
    ),
    rows: [
      kopecks === null
        ? []
        : [saveAverageBooking.button(t('button-average-booking-forget'), { kopecks: null })],
    ],
  }),
  typed: (text, { t }) => {
    const kopecks = AverageBooking.safeParse(parseMoney(text)).data;
    if (kopecks === undefined) return { kind: 'say', text: t('average-booking-not-understood') };
    return { kind: 'open', address: averageBookingSavePlace.address({ kopecks }) };
  },
});

/** The amount as it was understood. */
export const averageBookingSave = defineScreen({
  ...averageBookingSavePlace,
  load: (_tools, _params) => ({}),
  render: (_data, { t, params: { kopecks } }) => ({
    text: t('average-booking-confirm', { amount: moneyWords(kopecks, t) }),
    rows: [
      [
        saveAverageBooking.button(t('button-average-booking-save'), { kopecks }),
        averageBookingPlace.link(t('button-cancel'), {}),
      ],
    ],
  }),
});
