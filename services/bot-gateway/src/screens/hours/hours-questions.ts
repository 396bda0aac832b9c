import { DAY_MINUTES, type OpenSpan } from '@perezvon/contracts';
import { findClinic } from '@perezvon/db';
import { codeKey } from '@perezvon/texts';
import { sharedSpan } from '../../domain/clinic-week.js';
import { parseComingDate, printDay, type DayNumber } from '../../text/day-words.js';
import { lines } from '../../text/html.js';
import { parseOpenSpan } from '../../text/open-span.js';
import { defineScreen } from '../define-screen.js';
import { inRows } from '../in-rows.js';
import {
  clinicHoursPlace,
  dayHoursConfirmPlace,
  dayHoursPlace,
  specialDayConfirmPlace,
  specialDayPlace,
} from '../places/clinic-hours.js';
import { spanWords } from './clinic-hours.js';
import { setDayHours, setSpecialDay } from './hours-actions.js';

const HOUR = 60;
/** What private clinics keep most often. */
const PRESETS: readonly OpenSpan[] = [
  { from: 8 * HOUR, to: 20 * HOUR },
  { from: 8 * HOUR, to: 21 * HOUR },
  { from: 9 * HOUR, to: 18 * HOUR },
  { from: 9 * HOUR, to: 21 * HOUR },
  { from: 10 * HOUR, to: 16 * HOUR },
  { from: 0, to: DAY_MINUTES },
];

/** When the clinic is open on these days; the next words in this chat may be other hours. */
export const dayHours = defineScreen({
  ...dayHoursPlace,
  load: ({ db, timezone }) => findClinic(db, timezone),
  render: ({ hours }, { t, params: { days } }) => {
    const shared = sharedSpan(hours, days);
    return {
      text: lines(
        t('hours-question', { days: t(codeKey('hours-days', days)) }),
        shared === undefined ? t('hours-now-different') : t('hours-now', { span: spanWords(shared, t) }),
        '',
        t('hours-how'),
      ),
      rows: [
        ...inRows(
          2,
          PRESETS.map((span) => setDayHours.button(spanWords(span, t), { days, span })),
        ),
        [setDayHours.button(t('button-hours-closed'), { days })],
      ],
    };
  },
  typed: (text, { t, params: { days } }) => {
    const span = parseOpenSpan(text);
    if (span === undefined) return { kind: 'say', text: t('hours-not-understood') };
    return { kind: 'open', address: dayHoursConfirmPlace.address({ days, span: span ?? undefined }) };
  },
});

/** The typed hours as they were understood. */
export const dayHoursConfirm = defineScreen({
  ...dayHoursConfirmPlace,
  load: () => ({}),
  render: (_nothing, { t, params }) => ({
    text: lines(
      t('hours-line', {
        days: t(codeKey('hours-days', params.days)),
        span: spanWords(params.span ?? null, t),
      }),
      '',
      t('hours-confirm'),
    ),
    rows: [[setDayHours.button(t('button-confirm'), params), clinicHoursPlace.link(t('button-cancel'), {})]],
  }),
});

/** «31.12 9–15», «1 мая закрыто»: the words before the hours are the date. */
const parseSpecialDay = (
  text: string,
  now: Date,
  timezone: string,
): { day: DayNumber; span: OpenSpan | undefined } | null => {
  const words = text.trim().split(/\s+/);
  for (let count = 1; count < words.length; count += 1) {
    const day = parseComingDate(words.slice(0, count).join(' '), now, timezone);
    const span = parseOpenSpan(words.slice(count).join(' '));
    if (day !== null && span !== undefined) return { day, span: span ?? undefined };
  }
  return null;
};

/** «➕ Особый день»: waits for a date and its hours. */
export const specialDay = defineScreen({
  ...specialDayPlace,
  load: () => ({}),
  render: (_nothing, { t }) => ({ text: t('hours-special-question'), rows: [] }),
  typed: (text, { t, now, timezone }) => {
    const special = parseSpecialDay(text, now, timezone);
    return special === null
      ? { kind: 'say', text: t('hours-special-not-understood') }
      : { kind: 'open', address: specialDayConfirmPlace.address(special) };
  },
});

/** The special day as it was understood. */
export const specialDayConfirm = defineScreen({
  ...specialDayConfirmPlace,
  load: () => ({}),
  render: (_nothing, { t, now, timezone, params }) => ({
    text: lines(
      t('hours-line', {
        days: printDay(params.day, now, timezone),
        span: spanWords(params.span ?? null, t),
      }),
      '',
      t('hours-confirm'),
    ),
    rows: [
      [setSpecialDay.button(t('button-confirm'), params), clinicHoursPlace.link(t('button-cancel'), {})],
    ],
  }),
});
