import { HistoryId } from '@perezvon/contracts';
import { z } from 'zod';
import { CALL_LISTS } from '../../queries/call-lists.js';
import { PERIOD_DAYS } from '../../queries/period.js';
import { definePlace } from '../define-place.js';

/** Beginning of the year 2100 in milliseconds: bounds how long a time is in a button. */
const LAST_MOMENT_MS = 4_102_444_800_000;
/** More pages than any transcript has. */
const MAX_PAGE = 999;

/** Which way a page lies from its cursor. */
export const PageDirection = z.enum(['on', 'back']);

/** A call's place in a list (`CallCursor`). */
const CallCursor = z.object({
  score: z.int().min(-1).max(100),
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

/** One list of calls, page by page; without a cursor the first page. */
export const callListPlace = definePlace({
  id: 'list',
  permission: 'calls.view',
  params: z.object({
    list: z.enum(CALL_LISTS),
    days: z.literal(PERIOD_DAYS),
    withoutOwner: z.boolean(),
    direction: PageDirection,
    cursor: CallCursor.optional(),
  }),
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
