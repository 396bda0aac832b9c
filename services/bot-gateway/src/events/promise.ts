import type { promiseDismissed } from '@perezvon/contracts';
import type { EventHandler } from '@perezvon/messaging';
import type { GatewayDeps } from '../deps.js';
import { promisePlace, promisesPlace } from '../screens/places/promises.js';
import { callCardPlace } from '../screens/places/work.js';
import { redrawShowing, settleAction } from './settle.js';

/** Nobody has to call back any more: who said so sees it, and the screens that show the promise follow. */
export const promiseDismissedHandler = (deps: GatewayDeps): EventHandler<typeof promiseDismissed> => ({
  kind: 'effect',
  handle: async (event) => {
    const { historyId } = event.payload;
    await settleAction(deps, event, { words: (t) => t('done-promise-dismissed'), isRefusal: false });
    for (const screen of [
      promisesPlace.address({ page: 0 }),
      promisePlace.address({ historyId }),
      callCardPlace.address({ historyId }),
    ])
      await redrawShowing(deps, event, screen);
  },
});
