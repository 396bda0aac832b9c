import { PERIOD_DAYS } from '@perezvon/contracts';
import type { ControlMeasure } from '@perezvon/db/assignments';
import { listControlParts, type ControlPart } from '../../queries/control/find-control.js';
import { pageOfAll } from '../../queries/page.js';
import { MINUTE_MS } from '../../domain/durations.js';
import { html, join, lines, type Html } from '../../text/html.js';
import { spanWords } from '../../text/span-words.js';
import type { Translate } from '../../text/translate.js';
import type { Button } from '../define-place.js';
import { defineScreen } from '../define-screen.js';
import { periodArgs } from '../figures/figure-words.js';
import { inRows } from '../in-rows.js';
import { turnButtons } from '../page-buttons.js';
import { controlPartsPlace, controlPlace, type ControlChoice } from '../places/control.js';
import { askedControl, filterLine } from './control-filter.js';
import { clientsWords } from './control-words.js';

/** Three lines and a button each. */
const PAGE_SIZE = 8;
const BUTTONS_IN_ROW = 2;

const MEASURES: readonly ControlMeasure[] = [
  'overdue',
  'open',
  'proven',
  'said',
  'finished',
  'failed',
  'cancelled',
  'left',
];

/** Whose it is, or of which list. */
const partName = (part: ControlPart, t: Translate): Html =>
  part.by === 'owner' ? html`${part.name}` : t('control-list', { list: part.list });

const partLines = (part: ControlPart, t: Translate): Html[] => {
  const { counts, times, clients } = part;
  const told = MEASURES.filter((measure) => counts[measure] > 0);
  const booked = clientsWords(clients);
  const outcome = [
    ...(times.fromGiven === null
      ? []
      : [
          t('control-part-median', {
            span: spanWords(times.fromGiven * MINUTE_MS, t),
            count: times.callbacks,
          }),
        ]),
    ...(booked === null ? [] : [t('control-part-booked', { range: booked })]),
  ];
  return [
    t('control-part-head', { name: partName(part, t), count: counts.given }),
    ...(told.length === 0
      ? []
      : [
          join(
            told.map((measure) => t('control-part', { measure, count: counts[measure] })),
            ' · ',
          ),
        ]),
    ...(outcome.length === 0 ? [] : [join(outcome, ' · ')]),
  ];
};

/** The numbers of one owner or list alone. */
const partButton = (part: ControlPart, { days, ownerId, list }: ControlChoice, t: Translate): Button =>
  controlPlace.link(
    t('control-part-button', { name: partName(part, t), count: part.counts.given }),
    part.by === 'owner' ? { days, ownerId: part.ownerId, list } : { days, ownerId, list: part.list },
  );

/** «👤 По сотрудникам», «🗂 По спискам»: the same numbers side by side. */
export const controlParts = defineScreen({
  ...controlPartsPlace,
  load: async (tools, { by, page, ...choice }) => {
    const asked = await askedControl(tools, choice);
    if (asked === null) return null;
    const parts = await listControlParts(tools.db, by, asked.filter, tools.now());
    return { asked, count: parts.length, ...pageOfAll(parts, { page, size: PAGE_SIZE }) };
  },
  render: ({ asked, count, rows, ...place }, tools) => {
    const { t, params } = tools;
    const { days, by } = params;
    return {
      text: lines(
        t('control-parts-title', { ...periodArgs({ days, since: asked.since }, tools), by }),
        filterLine(asked, t),
        ...(rows.length === 0
          ? ['' as const, t(count === 0 ? 'control-none' : 'page-empty')]
          : rows.flatMap((part) => ['' as const, partLines(part, t)])),
      ),
      rows: [
        ...inRows(
          BUTTONS_IN_ROW,
          rows.map((part) => partButton(part, params, t)),
        ),
        turnButtons(place, t, (label, page) => controlPartsPlace.link(label, { ...params, page })),
        PERIOD_DAYS.map((choice) =>
          controlPartsPlace.link(
            t('figure-period-button', { days: choice, chosen: String(choice === days) }),
            { ...params, days: choice, page: 0 },
          ),
        ),
      ],
    };
  },
});
