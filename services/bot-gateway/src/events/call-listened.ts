import type { callListened } from '@perezvon/contracts';
import type { EventHandler } from '@perezvon/messaging';
import type { GatewayDeps } from '../deps.js';
import { settleAction } from './settle.js';

/** A call was marked: the screen it was tapped on shows the mark. */
export const callListenedHandler = (deps: GatewayDeps): EventHandler<typeof callListened> => ({
  kind: 'effect',
  handle: (event) => settleAction(deps, event, { words: (t) => t('done-call-listened'), isRefusal: false }),
});
