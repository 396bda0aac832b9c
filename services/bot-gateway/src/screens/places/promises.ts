import { HistoryId } from '@perezvon/contracts';
import { z } from 'zod';
import { definePlace } from '../define-place.js';
import { PageNumber } from './assignments.js';

/** «🤝 Обещания»: call-backs that operators promised and nobody has made or been given, page by page. */
export const promisesPlace = definePlace({
  id: 'proms',
  permission: 'assignments.manage',
  params: z.object({ page: PageNumber }),
});

/** One promise, under the id of its call. */
export const promisePlace = definePlace({
  id: 'prom',
  permission: 'assignments.manage',
  params: z.object({ historyId: HistoryId }),
});
