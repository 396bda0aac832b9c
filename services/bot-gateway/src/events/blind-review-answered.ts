import type { blindReviewAnswered } from '@perezvon/contracts';
import type { EventHandler } from '@perezvon/messaging';
import type { GatewayDeps } from '../deps.js';
import { settleAction } from './settle.js';

/** A second opinion is kept: the reader's screen goes on to the next call. */
export const blindReviewAnsweredHandler = (deps: GatewayDeps): EventHandler<typeof blindReviewAnswered> => ({
  kind: 'effect',
  handle: (event) =>
    settleAction(deps, event, {
      words: (t) => t(event.payload.isSkipped ? 'done-blind-skipped' : 'done-blind-answered'),
      isRefusal: false,
    }),
});
