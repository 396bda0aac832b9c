import { z } from 'zod';
import { defineIntent } from '../define.js';
import { HistoryId } from '../domain/ids.js';

/** «Не нужно»: the operator promised to call back, and nobody has to any more. It still counts as kept or broken. */
export const promiseDismiss = defineIntent({
  type: 'promise.dismiss',
  version: 1,
  owner: 'assignment',
  permission: 'assignments.manage',
  payload: z.object({ historyId: HistoryId }),
  subject: ({ historyId }) => ({ kind: 'call', id: String(historyId), historyId }),
  refusals: ['promise.not_found', 'promise.not_waiting'],
});
