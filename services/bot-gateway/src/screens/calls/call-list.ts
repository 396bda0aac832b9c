import { METRICS } from '@perezvon/contracts';
import { periodEnding, type CallList, type ListFilter } from '@perezvon/db/calls';
import { levelOver } from '../../domain/level.js';
import { countFilters, type FilterCounts } from '../../queries/calls/count-call-lists.js';
import { listCalls, type ListedCall } from '../../queries/calls/list-calls.js';
import { findOperatorByKey } from '../../queries/people/list-operators.js';
import type { Page } from '../../queries/page.js';
import { cutWords } from '../../text/cut-words.js';
import { join, lines, type Html } from '../../text/html.js';
import type { Translate } from '../../text/translate.js';
import { visibleWords } from '../../text/visible-words.js';
import type { Button } from '../define-place.js';
import { defineScreen, type RenderTools } from '../define-screen.js';
import { repeatMark } from './chain-words.js';
import { filterWords } from './list-filter-words.js';
import { pageButtons } from '../page-buttons.js';
import { batchPlace } from '../places/assignments.js';
import { callListPlace, listOperatorPlace, type ListChoice } from '../places/calls.js';
import { callCardPlace } from '../places/work.js';
import { ownerWords } from './owner-words.js';

/** Three lines a call: a phone shows this many at once. */
const PAGE_SIZE = 6;
const MAX_QUOTE = 70;

/** By which metric's lines a list's scores are coloured. */
const SCORE_METRIC = {
  complaint: METRICS.complaint_risk_score,
  followup: METRICS.lost_opportunity_score,
  lost: METRICS.lost_opportunity_score,
} as const satisfies Record<CallList, { red: number; yellow: number }>;

type Tools = Pick<RenderTools<unknown>, 't' | 'moment' | 'person'>;

const scoreWords = (score: number | null): string => (score === null ? '—' : String(score));

const lightOf = (list: CallList, score: number | null, t: Translate): Html =>
  t('light', { level: score === null ? 'unknown' : levelOver(score, SCORE_METRIC[list]) });

const callLines = (call: ListedCall, list: CallList, { t, moment, person }: Tools): Html[] => {
  const { historyId, callDate, operator, score, quote, owner, clientCallNumber } = call;
  const repeat = repeatMark({ number: clientCallNumber }, t);
  const who = ownerWords(owner, t);
  return [
    t('call-list-row', {
      light: lightOf(list, score, t),
      id: historyId,
      at: moment(callDate),
      score: scoreWords(score),
      operator: operator ?? 'none',
    }),
    ...(quote === null ? [] : [t('call-quote', { quote: cutWords(visibleWords(quote, person), MAX_QUOTE) })]),
    repeat === null ? who : join([repeat, who], ' · '),
  ];
};

const callButton = ({ historyId, callDate, score }: ListedCall, { t, moment }: Tools): Button =>
  callCardPlace.link(
    t('call-list-call-button', { id: historyId, at: moment(callDate), score: scoreWords(score) }),
    { historyId },
  );

interface Loaded {
  page: Page<ListedCall>;
  counts: FilterCounts;
  operator: ListFilter['operator'];
}

/** The buttons that change what the list shows; each begins at the first page. */
const filterRows = (choice: ListChoice, { counts, operator }: Loaded, t: Translate): Button[][] => {
  const { withoutOwner, untouched, order } = choice;
  const link = (label: Html, change: Partial<ListChoice>): Button =>
    callListPlace.link(label, { ...choice, ...change, direction: 'on' });
  const otherOrder = order === 'worst' ? 'latest' : 'worst';
  return [
    [
      link(
        t('call-list-filter-button', {
          on: String(withoutOwner),
          count: untouched ? counts.untouched : counts.withoutOwner,
        }),
        { withoutOwner: !withoutOwner },
      ),
    ],
    [
      listOperatorPlace.link(
        operator === null
          ? t('call-list-operator-button')
          : t('call-list-operator-chosen-button', { operator: operator.code ?? 'none' }),
        { ...choice, page: 0 },
      ),
      link(t('call-list-untouched-button', { on: String(untouched), count: counts.untouched }), {
        untouched: !untouched,
      }),
    ],
    [link(t('call-list-order-button', { order: otherOrder }), { order: otherOrder })],
  ];
};

/** How many calls there are with the filters that are set. */
const countOf = ({ withoutOwner, untouched }: ListChoice, counts: FilterCounts): number => {
  if (untouched) return counts.untouched;
  return withoutOwner ? counts.withoutOwner : counts.all;
};

/** Why the list is empty: there are no such calls, or the filters leave none. */
const noneWords = (list: CallList, { counts, operator }: Loaded, t: Translate): Html =>
  counts.all === 0 && operator === null ? t('call-list-none', { list }) : t('call-list-none-filtered');

/** One list of calls of a period, page by page, with the filters in its title. */
export const callList = defineScreen({
  ...callListPlace,
  load: async (
    { db, now, timezone },
    { list, days, direction, cursor, ...choice },
  ): Promise<Loaded | null> => {
    const operator = choice.operator === undefined ? null : await findOperatorByKey(db, choice.operator);
    if (choice.operator !== undefined && operator === null) return null;
    const asked = { list, period: periodEnding(now(), days, timezone), operator };
    const from = cursor ? { cursor, direction } : null;
    const [page, counts] = await Promise.all([
      listCalls(db, { ...choice, ...asked, from, limit: PAGE_SIZE }),
      countFilters(db, asked),
    ]);
    return { page, counts, operator };
  },
  render: (loaded, tools) => {
    const { t, params } = tools;
    const { direction: _direction, cursor: _cursor, ...choice } = params;
    const { page, counts, operator } = loaded;
    const { list, days } = choice;
    const count = countOf(choice, counts);
    const isEmptyPage = count > 0 && page.rows.length === 0;
    const filters = filterWords(choice, operator, t);
    return {
      text: lines(
        t('call-list-title', { list, days, count }),
        filters,
        count > 0 ? null : noneWords(list, loaded, t),
        isEmptyPage ? t('page-empty') : null,
        page.rows.map((call) => lines('', ...callLines(call, list, tools))),
      ),
      rows: [
        ...page.rows.map((call) => [callButton(call, tools)]),
        pageButtons(page, t, (label, direction, cursor) =>
          callListPlace.link(label, { ...choice, direction, cursor }),
        ),
        isEmptyPage ? [callListPlace.link(t('button-first-page'), { ...choice, direction: 'on' })] : [],
        count > 0 ? [batchPlace.link(t('button-batch'), { ...choice, kind: 'callback' })] : [],
        ...filterRows(choice, loaded, t),
      ],
    };
  },
});
