import { PERIOD_DAYS } from '@perezvon/contracts';
import { CONTROL_LISTS } from '@perezvon/db/assignments';
import type { ControlNumbers } from '../../queries/control/find-control.js';
import { findControlNumbers } from '../../queries/control/find-control.js';
import { CONTROL_ROWS, type ControlRows } from '../../queries/control/control-rows.js';
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

const BUTTONS_IN_ROW = 2;

/** Told even where it is nothing: what was given, and what is late. */
const ALWAYS_TOLD: readonly ControlRows[] = ['given', 'overdue'];
/** The numbers of the text in its order; those of clients who came back stand in lines of their own. */
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

/** From a number to exactly its assignments; a number of nothing has no button. */
const countRows = (counts: Counts, choice: ControlChoice, t: Translate): Button[][] =>
  inRows(
    BUTTONS_IN_ROW,
    CONTROL_ROWS.filter((measure) => counts[measure] > 0).map((measure) =>
      controlRowsPlace.link(t('control-count-button', { measure, count: counts[measure] }), {
        ...choice,
        measure,
        direction: 'on',
      }),
    ),
  );

/** The lists to choose from, the chosen one marked; the mark takes it off again. */
const listRows = (choice: ControlChoice, t: Translate): Button[][] =>
  inRows(
    BUTTONS_IN_ROW,
    CONTROL_LISTS.map((list) =>
      controlPlace.link(t('control-list-button', { list, chosen: String(list === choice.list) }), {
        ...choice,
        list: list === choice.list ? undefined : list,
      }),
    ),
  );

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
    const { days, ownerId, list } = params;
    const counts = countsOf(numbers);
    return {
      text: lines(
        t('control-title', periodArgs({ days, since: asked.since }, tools)),
        filterLine(asked, t),
        '',
        isEmpty(numbers)
          ? t('control-none')
          : lines(
              countLines(counts, t),
              ...[timesLines(numbers.times, t), moneyLines(numbers, average, t)].flatMap((block) =>
                block.length === 0 ? [] : ['' as const, block],
              ),
            ),
      ),
      rows: [
        ...countRows(counts, params, t),
        [
          controlPartsPlace.link(t('control-by-owner'), { days, list, by: 'owner', page: 0 }),
          controlPartsPlace.link(t('control-by-list'), { days, ownerId, by: 'list', page: 0 }),
        ],
        ...listRows(params, t),
        ownerId === undefined ? [] : [controlPlace.link(t('control-all-owners'), { days, list })],
        average === null ? [averageBookingPlace.link(t('button-average-booking'), {})] : [],
        PERIOD_DAYS.map((choice) =>
          controlPlace.link(t('figure-period-button', { days: choice, chosen: String(choice === days) }), {
            ...params,
            days: choice,
          }),
        ),
      ],
    };
  },
});
