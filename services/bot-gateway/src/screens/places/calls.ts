import { HistoryId, PERIOD_DAYS, type PeriodDays } from '@perezvon/contracts';
import { z } from 'zod';
import { CALL_LISTS, LIST_ORDERS, RANKS, type CallList } from '@perezvon/db/calls';
import { MAX_OPERATOR_KEY, NOBODY_KEY } from '../../domain/operator-key.js';
import { definePlace } from '../define-place.js';

/** Beginning of the year 2100 in milliseconds: bounds how long a time is in a button. */
const LAST_MOMENT_MS = 4_102_444_800_000;
/** More pages than any transcript has. */
const MAX_PAGE = 999;

/** Which way a page lies from its cursor. */
export const PageDirection = z.enum(['on', 'back']);

/** A call's place in a list (`CallCursor`). */
const CallCursor = z.object({
  score: z.int().min(RANKS.lowest).max(RANKS.highest),
  at: z.int().min(0).max(LAST_MOMENT_MS),
  historyId: HistoryId,
});

export const DEFAULT_PERIOD_DAYS = 7;

/** «🧠 LM Аналитика»: the lists of a period with their counts. */
export const analyticsPlace = definePlace({
  id: 'lm',
  permission: 'calls.view',
  params: z.object({ days: z.literal(PERIOD_DAYS) }),
});

/** A list with its filters, `operator` as its key (`operatorKey`; absent: everybody's). */
export const ListChoice = z.object({
  list: z.enum(CALL_LISTS),
  days: z.literal(PERIOD_DAYS),
  withoutOwner: z.boolean(),
  untouched: z.boolean(),
  operator: z.int().min(NOBODY_KEY).max(MAX_OPERATOR_KEY).optional(),
  order: z.enum(LIST_ORDERS),
});
export type ListChoice = z.output<typeof ListChoice>;

/** One list of calls, page by page; without a cursor the first page. */
export const callListPlace = definePlace({
  id: 'list',
  permission: 'calls.view',
  params: ListChoice.extend({ direction: PageDirection, cursor: CallCursor.optional() }),
});

/** The first page of a whole list, the worst first. */
export const wholeList = (list: CallList, days: PeriodDays) =>
  ({ list, days, withoutOwner: false, untouched: false, order: 'worst', direction: 'on' }) as const;

/** «Оператор»: whose calls of a list to show. */
export const listOperatorPlace = definePlace({
  id: 'list-op',
  permission: 'calls.view',
  isQuestion: true,
  params: ListChoice.extend({ page: z.int().min(0).max(MAX_PAGE) }),
});

/** «📝 Расшифровка», pages from 0. An operator reads his own calls only (the screen's `load` looks). */
export const transcriptPlace = definePlace({
  id: 'words',
  permission: ['calls.view', 'work.own'],
  params: z.object({ historyId: HistoryId, page: z.int().min(0).max(MAX_PAGE) }),
});

/** «🎧 Прослушать»; the same people as the transcript. */
export const listenPlace = definePlace({
  id: 'listen',
  permission: ['calls.view', 'work.own'],
  params: z.object({ historyId: HistoryId }),
});

/** «🔁 Звонки клиента»: the chain that a call stands in. */
export const clientCallsPlace = definePlace({
  id: 'chain',
  permission: 'calls.view',
  params: z.object({ historyId: HistoryId }),
});

/** «📊 Все метрики»; the same people as the card. */
export const callMetricsPlace = definePlace({
  id: 'callnums',
  permission: ['calls.view', 'work.own'],
  params: z.object({ historyId: HistoryId }),
});
