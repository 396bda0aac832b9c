import { HistoryId } from '@perezvon/contracts';
import { z } from 'zod';
import { STAT_SPANS } from '../../domain/stat-span.js';
import { MAX_OPERATOR_KEY } from '../../domain/operator-key.js';
import { definePlace } from '../define-place.js';
import { PageDirection } from './calls.js';

/** Beginning of the year 2100 in milliseconds: bounds how long a time is in a button. */
const LAST_MOMENT_MS = 4_102_444_800_000;

const OperatorKey = z.int().positive().max(MAX_OPERATOR_KEY);

/** «📈 Моя статистика». */
export const myStatsPlace = definePlace({
  id: 'mystat',
  permission: 'work.own',
  params: z.object({ span: z.enum(STAT_SPANS) }),
});

/** One operator's numbers, for the administrators; `operator`: his key (`operatorKey`). */
export const operatorPagePlace = definePlace({
  id: 'oper',
  permission: 'calls.view',
  params: z.object({ operator: OperatorKey, span: z.enum(STAT_SPANS) }),
});

/** An operator's calls, the latest first, page by page: one's own, or anybody's who may view calls (`load` looks). */
export const operatorCallsPlace = definePlace({
  id: 'opcalls',
  permission: ['calls.view', 'work.own'],
  params: z.object({
    operator: OperatorKey,
    direction: PageDirection,
    cursor: z.object({ at: z.int().min(0).max(LAST_MOMENT_MS), historyId: HistoryId }).optional(),
  }),
});
