import { MIN_CALLS_TO_COMPARE } from '@perezvon/contracts';
import { listSources, type SourceNumbers } from '@perezvon/db/figures';
import { periodBefore, periodEnding } from '@perezvon/db/calls';
import { compare, percentOf } from '../../domain/compare.js';
import { maySeeNumber } from '../../domain/small-cells.js';
import type { Person } from '../../people/person.js';
import { pageOfAll } from '../../queries/page.js';
import { lines, type Html } from '../../text/html.js';
import type { Translate } from '../../text/translate.js';
import { defineScreen } from '../define-screen.js';
import { changeWords, periodArgs, periodRow, shown } from './figure-words.js';
import { turnButtons } from '../page-buttons.js';
import { marketingPlace } from '../places/figures.js';

const PAGE_SIZE = 10;

interface SourceWindows {
  now: SourceNumbers;
  before: SourceNumbers | null;
}

const recordsOf = (numbers: SourceNumbers | null) => ({
  count: numbers?.records ?? 0,
  base: numbers?.targetCalls ?? 0,
});
const lostOf = (numbers: SourceNumbers | null) => ({
  count: numbers?.lostRed ?? 0,
  base: numbers?.targetCalls ?? 0,
});

const isFew = ({ targetCalls }: SourceNumbers): boolean => targetCalls < MIN_CALLS_TO_COMPARE;

/** A source: how many calls, how many of the target ones were booked or lost. Few of them say nothing. */
const sourceLines = (
  { now, before }: SourceWindows,
  { t, person }: { t: Translate; person: Pick<Person, 'role'> },
): Html[] => {
  const name = t('source-name', { source: now.source ?? 'none' });
  if (!maySeeNumber(person.role, now.targetCalls)) return [t('source-hidden', { name })];
  const part = (of: typeof recordsOf, better: 'more' | 'less') => {
    const share = percentOf(of(now));
    return {
      percent: share.value === null ? 'none' : shown(share.value),
      change: changeWords(compare(share, percentOf(of(before)), { better }), 'percent', t),
    };
  };
  const [records, lost] = [part(recordsOf, 'more'), part(lostOf, 'less')];
  return [
    t('source-head', { name, calls: now.calls, target: now.targetCalls, few: String(isFew(now)) }),
    t('source-records', { count: now.records, base: now.targetCalls, ...records }),
    t('source-lost', { count: now.lostRed, base: now.targetCalls, ...lost }),
  ];
};

/** «Маркетинг»: the sources of calls and what comes of them; no single call, no operator. */
export const marketing = defineScreen({
  ...marketingPlace,
  load: async ({ db, now, timezone }, { days }) => {
    const period = periodEnding(now(), days, timezone);
    const [present, past] = await Promise.all([
      listSources(db, period),
      listSources(db, periodBefore(period, timezone)),
    ]);
    const before = new Map(past.map((numbers) => [numbers.source, numbers]));
    return {
      period,
      sources: present.map((numbers) => ({ now: numbers, before: before.get(numbers.source) ?? null })),
    };
  },
  render: ({ period, sources }, tools) => {
    const { t, params } = tools;
    const table = pageOfAll(sources, { page: params.page, size: PAGE_SIZE });
    const { rows } = table;
    const hasFew = rows.some(({ now }) => isFew(now));
    return {
      text: lines(
        t('marketing-title', periodArgs(period, tools)),
        ...(sources.length === 0
          ? [t('analytics-no-calls')]
          : rows.flatMap((row) => ['' as const, sourceLines(row, tools)])),
        '',
        hasFew ? t('marketing-few', { min: MIN_CALLS_TO_COMPARE }) : null,
      ),
      rows: [
        turnButtons(table, t, (label, page) => marketingPlace.link(label, { ...params, page })),
        periodRow(params.days, t, (label, days) => marketingPlace.link(label, { ...params, days, page: 0 })),
      ],
    };
  },
});
