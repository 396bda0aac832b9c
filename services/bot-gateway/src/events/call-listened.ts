import { PERIOD_DAYS, type callListened, type MessageOf } from '@perezvon/contracts';
import type { EventHandler } from '@perezvon/messaging';
import type { GatewayDeps } from '../deps.js';
import { topCallsPlace, topReviewPlace } from '../screens/places/top.js';
import { callCardPlace } from '../screens/places/work.js';
import { redrawInPlace, redrawUnderThumb } from '../screens/show.js';
import { listMessagesAt } from '../store/bot-screens.js';
import { isOrigin, redrawShowing, redrawUnlessMoved, settleAction } from './settle.js';

/** Who has this very call before him is led on to the next one; for the others of the five only the count changes. */
const redrawReviews = async (deps: GatewayDeps, event: MessageOf<typeof callListened>): Promise<void> => {
  for (const message of await listMessagesAt(deps.db, topReviewPlace, deps.now())) {
    if (isOrigin(event, message)) continue;
    await redrawUnlessMoved(deps, message, ({ data }) => {
      const step = topReviewPlace.codec.unpack(data);
      if (step === null) return null;
      return step.historyId === event.payload.historyId ? redrawUnderThumb : redrawInPlace;
    });
  }
};

/** A call was marked: the screen it was tapped on shows the mark, and so do the others' that are open. */
export const callListenedHandler = (deps: GatewayDeps): EventHandler<typeof callListened> => ({
  kind: 'effect',
  handle: async (event) => {
    await settleAction(deps, event, { words: (t) => t('done-call-listened'), isRefusal: false });
    await redrawShowing(deps, event, callCardPlace.address({ historyId: event.payload.historyId }));
    for (const days of PERIOD_DAYS) await redrawShowing(deps, event, topCallsPlace.address({ days }));
    await redrawReviews(deps, event);
  },
});
