import { may } from '@perezvon/access';
import { PERIOD_DAYS } from '@perezvon/contracts';
import { periodEnding } from '@perezvon/db/calls';
import { operatorKey } from '../../domain/operator-key.js';
import { listNamedOperators, type NamedOperator } from '../../queries/people/named-operators.js';
import type { Direction } from '../../queries/page.js';
import {
  searchCalls,
  type FoundCursor,
  type FoundPage,
  type SearchFilter,
} from '../../queries/search/search-calls.js';
import type { Span } from '../../queries/search/search-words.js';
import { findSearch, type StoredSearch } from '../../store/searches.js';
import { cutWords } from '../../text/cut-words.js';
import { dayBounds, printDay } from '../../text/day-words.js';
import { html, join, lines, type Html } from '../../text/html.js';
import { withDayApart } from '../../text/search-words.js';
import { seesMasked, visibleTurns } from '../../text/visible-words.js';
import type { Button } from '../define-place.js';
import { defineScreen, type LoadTools, type RenderTools } from '../define-screen.js';
import { foundLines } from './found-words.js';
import { operatorWords } from '../operators/operator-words.js';
import { pageButtons } from '../page-buttons.js';
import { foundPlace, searchOperatorPlace, searchPlace, type SearchChoice } from '../places/search.js';
import { callCardPlace } from '../places/work.js';

/** Four lines a call with its words: a phone shows this many at once. */
const PAGE_SIZE = 6;
const MAX_SHOWN_WORDS = 60;
const NOTHING_STORED: StoredSearch = { words: null, client: null };

/** Whose calls are looked through. */
type Whose =
  | { kind: 'everybody' }
  | { kind: 'nobody-answered' }
  | { kind: 'operator'; operator: NamedOperator }
  /** An operator's own. */
  | { kind: 'own'; code: string };

type Loaded =
  /** The search is forgotten by now. */
  | { kind: 'expired' }
  /** An operator whose calls are not known: he has no code. */
  | { kind: 'no-code' }
  | { kind: 'found'; stored: StoredSearch; whose: Whose; page: FoundPage };

type Tools = RenderTools<SearchChoice & { direction: Direction }>;

const whoseCalls = async (
  { db, person }: Pick<LoadTools, 'db' | 'person'>,
  key: number | undefined,
): Promise<Whose | 'no-code' | null> => {
  if (!may(person.role, 'calls.view'))
    return person.operatorCode === null ? 'no-code' : { kind: 'own', code: person.operatorCode };
  if (key === undefined) return { kind: 'everybody' };
  if (key === operatorKey(null)) return { kind: 'nobody-answered' };
  const operator = (await listNamedOperators(db)).find(({ code }) => operatorKey(code) === key);
  return operator ? { kind: 'operator', operator } : null;
};

const operatorOf = (whose: Whose): SearchFilter['operator'] => {
  if (whose.kind === 'everybody') return null;
  if (whose.kind === 'nobody-answered') return { code: null };
  return { code: whose.kind === 'own' ? whose.code : whose.operator.code };
};

const spanOf = ({ day, days }: SearchChoice, now: Date, timezone: string): Span | null => {
  if (day !== undefined) return dayBounds(day, timezone);
  return days === undefined ? null : periodEnding(now, days, timezone);
};

const loadFound = async (
  tools: LoadTools,
  params: SearchChoice & { direction: Direction; cursor?: FoundCursor | undefined },
): Promise<Loaded | null> => {
  const { db, now, timezone, person } = tools;
  const stored =
    params.searchId === undefined
      ? NOTHING_STORED
      : await findSearch(db, { id: params.searchId, userId: person.id, now: now() });
  if (stored === null) return { kind: 'expired' };
  const whose = await whoseCalls(tools, params.operator);
  if (whose === null) return null;
  if (whose === 'no-code') return { kind: 'no-code' };
  const page = await searchCalls(db, {
    words: stored.words,
    clientPhoneHash: stored.client?.hash ?? null,
    operator: operatorOf(whose),
    period: spanOf(params, now(), timezone),
    from: params.cursor ? { cursor: params.cursor, direction: params.direction } : null,
    limit: PAGE_SIZE,
    visible: (turns) => visibleTurns(turns, person),
  });
  return { kind: 'found', stored, whose, page };
};

const whoseWords = (whose: Whose, t: Tools['t']): Html[] => {
  if (whose.kind === 'everybody') return [];
  if (whose.kind === 'operator') return [operatorWords(whose.operator, t)];
  return [t(whose.kind === 'own' ? 'found-own' : 'search-operator-nobody-button')];
};

/** What was understood, in one line. */
const askedWords = (stored: StoredSearch, whose: Whose, { t, params, now, timezone }: Tools): Html => {
  const { words, client } = stored;
  const parts = [
    ...(words === null ? [] : [t('found-asked-words', { words: cutWords(words, MAX_SHOWN_WORDS) })]),
    ...(client === null
      ? []
      : [t('call-client', { start: client.last4.slice(0, 2), end: client.last4.slice(2) })]),
    ...(params.day === undefined ? [] : [html`${printDay(params.day, now, timezone)}`]),
    ...whoseWords(whose, t),
    ...(params.days === undefined ? [] : [t('period-button', { days: params.days })]),
  ];
  return parts.length === 0 ? t('found-asked-all') : join(parts, ' · ');
};

/** Why nothing was found, and what to try. */
const noneWords = (stored: StoredSearch, { t, params, person, now, timezone }: Tools): Html[] => {
  const { words, client } = stored;
  if (words !== null) {
    const apart = params.day === undefined ? withDayApart(words, now, timezone) : null;
    return [
      t('found-none-words'),
      ...(apart === null ? [] : [t('found-none-comma', { words: cutWords(apart, MAX_SHOWN_WORDS) })]),
      ...(seesMasked(person) ? [t('found-none-hidden')] : []),
    ];
  }
  return [t(client === null ? 'found-none' : 'found-none-client')];
};

/** The buttons that change what is looked for; each begins at the first page. */
const filterRows = (whose: Whose, { t, params, person }: Tools): Button[][] => {
  const { searchId, day, days, operator } = params;
  const choice = { searchId, day, days, operator };
  const period = (label: Html, to: SearchChoice['days']) =>
    foundPlace.link(label, { ...choice, days: to, direction: 'on' });
  return [
    day === undefined
      ? [
          ...PERIOD_DAYS.map((one) =>
            period(t('found-period-button', { days: one, on: String(one === days) }), one),
          ),
          period(t('found-period-all-button', { on: String(days === undefined) }), undefined),
        ]
      : [],
    may(person.role, 'calls.view')
      ? [
          searchOperatorPlace.link(
            whose.kind === 'operator'
              ? t('search-operator-chosen-button', { operator: operatorWords(whose.operator, t) })
              : t('search-operator-button'),
            { ...choice, page: 0 },
          ),
        ]
      : [],
  ];
};

/** «◀️» and «▶️»; where the search stopped before a page was full, it goes on from there. */
const pageRow = (page: FoundPage, { t, params }: Tools): Button[] => {
  const { searchId, day, days, operator } = params;
  const to = (label: Html, direction: Direction, cursor: FoundCursor) =>
    foundPlace.link(label, { searchId, day, days, operator, direction, cursor });
  const { stoppedAt } = page;
  return [
    ...pageButtons(page, t, to),
    ...(stoppedAt ? [to(t('found-go-on-button'), params.direction, stoppedAt)] : []),
  ];
};

const newSearchRow = ({ t }: Pick<Tools, 't'>): Button[] => [searchPlace.link(t('found-new-button'), {})];

/** The calls that were found, the latest first, with the words that were looked for. */
export const found = defineScreen({
  ...foundPlace,
  load: loadFound,
  render: (loaded, tools) => {
    const { t, moment } = tools;
    if (loaded.kind !== 'found')
      return {
        text: t(loaded.kind === 'expired' ? 'found-expired' : 'found-no-code'),
        rows: loaded.kind === 'expired' ? [newSearchRow(tools)] : [],
      };
    const { stored, whose, page } = loaded;
    const isEmpty = page.rows.length === 0;
    return {
      text: lines(
        t('found-title', { asked: askedWords(stored, whose, tools) }),
        ...(isEmpty && page.stoppedAt === null ? ['' as const, noneWords(stored, tools)] : []),
        page.rows.map((call) =>
          lines('', foundLines(call, { t, moment, isOneClient: stored.client !== null })),
        ),
        ...(page.stoppedAt === null
          ? []
          : ['' as const, t('found-stopped', { at: moment(new Date(page.stoppedAt.at)) })]),
      ),
      rows: [
        ...page.rows.map(({ historyId, callDate }) => [
          callCardPlace.link(t('found-call-button', { id: historyId, at: moment(callDate) }), { historyId }),
        ]),
        pageRow(page, tools),
        ...filterRows(whose, tools),
        newSearchRow(tools),
      ],
    };
  },
  typed: (words) => ({ kind: 'find', words }),
});
