import { PERIOD_DAYS } from '@perezvon/contracts';
import type { ControlNumbers } from '../../queries/control/find-control.js';
import { findControlNumbers } from '../../queries/control/find-control.js';
import { BOOKING_ROWS, type ControlRows } from '../../queries/control/control-rows.js';
import { findAverageBooking } from '../../store/average-booking.js';
import { lines, type Html } from '../../text/html.js';
import type { Translate } from '../../text/translate.js';
import type { Button } from '../define-place.js';
import { defineScreen } from '../define-screen.js';
import { periodArgs } from '../figures/figure-words.js';
import { inRows } from '../in-rows.js';
import {
  averageBookingPlace,
  controlPartsPlace,
  controlPlace,
  controlRowsPlace,
  type ControlChoice,
} from '../places/control.js';
import { askedControl, filterLine } from './control-filter.js';
import { countsOf, moneyLines, timesLines } from './control-words.js';

/** A sign and a number each: a phone has room for so many of four digits. */
const MAX_NUMBERS_IN_ROW = 4;

/** Told even where it is nothing: what was given, and what is late. */
const ALWAYS_TOLD: readonly ControlRows[] = ['given', 'overdue'];
/** The numbers in their order; those of clients who came back stand in lines of their own. */
const TOLD: readonly ControlRows[] = [
  'given',
  'proven',
  'said',
  'finished',
  'failed',
  'cancelled',
  'open',
  'overdue',
  'paused',
  'left',
];

type Counts = ReturnType<typeof countsOf>;

const countLines = (counts: Counts, t: Translate): Html[] =>
  TOLD.filter((measure) => counts[measure] > 0 || ALWAYS_TOLD.includes(measure)).map((measure) =>
    t('control-count', { measure, count: counts[measure] }),
  );

/** From a number to exactly its assignments, in as few rows as can be, even ones; a number of nothing has no button. */
const countRows = (counts: Counts, choice: ControlChoice, t: Translate): Button[][] => {
  const buttons = [...TOLD, ...BOOKING_ROWS]
    .filter((measure) => counts[measure] > 0)
    .map((measure) =>
      controlRowsPlace.link(t('control-count-button', { measure, count: counts[measure] }), {
        ...choice,
        measure,
        direction: 'on',
      }),
    );
  if (buttons.length === 0) return [];
  const rows = Math.ceil(buttons.length / MAX_NUMBERS_IN_ROW);
  return inRows(Math.ceil(buttons.length / rows), buttons);
};

/** The ways to narrow it to a person or to a list, and back to all. */
const narrowRows = ({ days, ownerId, list }: ControlChoice, t: Translate): Button[][] => [
  [
    controlPartsPlace.link(t('control-by-owner'), { days, list, by: 'owner', page: 0 }),
    controlPartsPlace.link(t('control-by-list'), { days, ownerId, by: 'list', page: 0 }),
  ],
  [
    ...(ownerId === undefined ? [] : [controlPlace.link(t('control-all-owners'), { days, list })]),
    ...(list === undefined ? [] : [controlPlace.link(t('control-all-lists'), { days, ownerId })]),
  ],
];

const periodButtons = (choice: ControlChoice, t: Translate): Button[] =>
  PERIOD_DAYS.map((days) =>
    controlPlace.link(t('figure-period-button', { days, chosen: String(days === choice.days) }), {
      ...choice,
      days,
    }),
  );

/** Every number that is told, how soon clients were called back, and what it brought. */
const numberLines = (numbers: ControlNumbers, average: number | null, t: Translate): Html => {
  const blocks = [timesLines(numbers.times, t), moneyLines(numbers, average, t)];
  return lines(
    countLines(countsOf(numbers), t),
    ...blocks.flatMap((block) => (block.length === 0 ? [] : ['' as const, block])),
  );
};

const isEmpty = ({ counts }: ControlNumbers): boolean => counts.given === 0 && counts.left === 0;

/** «🎯 Контроль»: what became of everything that was given, how it is known, how soon and what it brought. */
export const control = defineScreen({
  ...controlPlace,
  load: async (tools, choice) => {
    const asked = await askedControl(tools, choice);
    if (asked === null) return null;
    const { db, now } = tools;
    const [numbers, average] = await Promise.all([
      findControlNumbers(db, asked.filter, now()),
      findAverageBooking(db),
    ]);
    return { asked, numbers, average };
  },
  render: ({ asked, numbers, average }, tools) => {
    const { t, params } = tools;
    const { days } = params;
    return {
      text: lines(
        t('control-title', periodArgs({ days, since: asked.since }, tools)),
        filterLine(asked, t),
        '',
        isEmpty(numbers) ? t('control-none') : numberLines(numbers, average, t),
      ),
      rows: [
        ...countRows(countsOf(numbers), params, t),
        ...narrowRows(params, t),
        average === null ? [averageBookingPlace.link(t('button-average-booking'), {})] : [],
        periodButtons(params, t),
      ],
    };
  },
});
