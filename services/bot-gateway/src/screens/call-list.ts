import { METRICS } from '@perezvon/contracts';
import { levelOver } from '../domain/level.js';
import { nameOf } from '../people/person.js';
import type { CallList } from '../queries/call-lists.js';
import { countCallList } from '../queries/count-call-lists.js';
import { listCalls, type ListedCall } from '../queries/list-calls.js';
import { periodEnding } from '../queries/period.js';
import { cutWords } from '../text/cut-words.js';
import { lines, type Html } from '../text/html.js';
import type { Translate } from '../text/translate.js';
import { visibleWords } from '../text/visible-words.js';
import type { Button } from './define-place.js';
import { defineScreen, type RenderTools } from './define-screen.js';
import { pageButtons } from './page-buttons.js';
import { callListPlace } from './places/calls.js';
import { callCardPlace } from './places/work.js';

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
  const { historyId, callDate, operator, score, quote, owner } = call;
  return [
    t('call-list-row', {
      light: lightOf(list, score, t),
      id: historyId,
      at: moment(callDate),
      score: scoreWords(score),
      operator: operator ?? 'none',
    }),
    ...(quote === null ? [] : [t('call-quote', { quote: cutWords(visibleWords(quote, person), MAX_QUOTE) })]),
    owner === null ? t('call-list-unowned') : t('call-list-owner', { name: nameOf(owner) }),
  ];
};

const callButton = ({ historyId, callDate, score }: ListedCall, { t, moment }: Tools): Button =>
  callCardPlace.link(
    t('call-list-call-button', { id: historyId, at: moment(callDate), score: scoreWords(score) }),
    { historyId },
  );

/** One list of calls of a period, worst first, page by page. */
export const callList = defineScreen({
  ...callListPlace,
  load: async ({ db, now, timezone }, { list, days, withoutOwner, direction, cursor }) => {
    const period = periodEnding(now(), days, timezone);
    const from = cursor ? { cursor, direction } : null;
    const [page, count] = await Promise.all([
      listCalls(db, { list, period, withoutOwner, from, limit: PAGE_SIZE }),
      countCallList(db, list, period),
    ]);
    return { page, count: withoutOwner ? count.withoutOwner : count.all };
  },
  render: ({ page, count }, tools) => {
    const { t, params } = tools;
    const { list, days, withoutOwner } = params;
    const isEmptyPage = count > 0 && page.rows.length === 0;
    const first = { list, days, withoutOwner, direction: 'on' } as const;
    return {
      text: lines(
        t('call-list-title', { list, days, count }),
        withoutOwner ? t('call-list-filtered') : null,
        count === 0 ? t('call-list-none', { list }) : null,
        isEmptyPage ? t('page-empty') : null,
        page.rows.map((call) => lines('', ...callLines(call, list, tools))),
      ),
      rows: [
        ...page.rows.map((call) => [callButton(call, tools)]),
        pageButtons(page, t, (label, direction, cursor) =>
          callListPlace.link(label, { ...first, direction, cursor }),
        ),
        isEmptyPage ? [callListPlace.link(t('button-first-page'), first)] : [],
        [
          callListPlace.link(t('call-list-filter-button', { on: String(withoutOwner) }), {
            ...first,
            withoutOwner: !withoutOwner,
          }),
        ],
      ],
    };
  },
});
