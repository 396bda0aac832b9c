import type { assignmentBatchCreated } from '@perezvon/contracts';
import type { EventHandler } from '@perezvon/messaging';
import type { GatewayDeps } from '../deps.js';
import { settleAction } from './settle.js';

/** Many new assignments: the giver's screen says how many; their owner is told by the clock's message. */
export const assignmentBatchCreatedHandler = (
  deps: GatewayDeps,
): EventHandler<typeof assignmentBatchCreated> => ({
  kind: 'effect',
  handle: (event) =>
    settleAction(deps, event, {
      words: (t) =>
        t('done-assignments-created', {
          given: event.payload.assignmentIds.length,
          taken: event.payload.taken,
        }),
      isRefusal: false,
    }),
});
