import { HistoryId, PERIOD_DAYS } from '@perezvon/contracts';
import { z } from 'zod';
import { MAX_OPERATOR_KEY, NOBODY_KEY } from '../../domain/operator-key.js';
import { definePlace } from '../define-place.js';
import { PageDirection } from './calls.js';

/** Beginning of the year 2100: bounds how long a time and a day are in a button. */
const LAST_MOMENT_MS = 4_102_444_800_000;
const LAST_DAY = 47_482;
const MAX_PAGE = 99;
/** PostgreSQL `integer`. */
const MAX_ROW_ID = 2_147_483_647;

/** Operators find the calls they took; marketing finds none. The screens' `load` looks. */
const FINDERS = ['calls.view', 'work.own'] as const;

/** «🔎 Найти звонок»: waits for what to look for. */
export const searchPlace = definePlace({ id: 'find', permission: FINDERS, params: z.object({}) });

/** What is looked for; each part narrows the others. */
const SearchChoice = z.object({
  /** The stored search: words or a client (a button holds neither). */
  searchId: z.int().positive().max(MAX_ROW_ID).optional(),
  /** One day of the clinic, as days since 1970. */
  day: z.int().min(0).max(LAST_DAY).optional(),
  /** The last so many days; absent: all. */
  days: z.literal(PERIOD_DAYS).optional(),
  /** `operatorKey`; absent: everybody. */
  operator: z.int().min(NOBODY_KEY).max(MAX_OPERATOR_KEY).optional(),
});
export type SearchChoice = z.output<typeof SearchChoice>;

/** The calls that were found, page by page. */
export const foundPlace = definePlace({
  id: 'found',
  permission: FINDERS,
  params: SearchChoice.extend({
    direction: PageDirection,
    cursor: z.object({ at: z.int().min(0).max(LAST_MOMENT_MS), historyId: HistoryId }).optional(),
  }),
});

/** Whose calls among those that were found? */
export const searchOperatorPlace = definePlace({
  id: 'find-op',
  permission: 'calls.view',
  isQuestion: true,
  params: SearchChoice.extend({ page: z.int().min(0).max(MAX_PAGE) }),
});

/** «🔗 Ссылка»: opens the card of a call for those who may see it. */
export const callLinkPlace = definePlace({
  id: 'link',
  permission: 'calls.view',
  params: z.object({ historyId: HistoryId }),
});
