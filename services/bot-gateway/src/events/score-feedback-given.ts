import type { scoreFeedbackGiven } from '@perezvon/contracts';
import type { EventHandler } from '@perezvon/messaging';
import type { GatewayDeps } from '../deps.js';
import { callCardPlace } from '../screens/places/work.js';
import { redrawShowing, settleAction } from './settle.js';

/** Somebody judged a score: his card shows it, and so do the cards that others have open. */
export const scoreFeedbackGivenHandler = (deps: GatewayDeps): EventHandler<typeof scoreFeedbackGiven> => ({
  kind: 'effect',
  handle: async (event) => {
    const { historyId, isWithdrawn } = event.payload;
    await settleAction(deps, event, {
      words: (t) => t(isWithdrawn ? 'done-feedback-withdrawn' : 'done-feedback-given'),
      isRefusal: false,
    });
    await redrawShowing(deps, event, callCardPlace.address({ historyId }));
  },
});
