import type { callLinked } from '@perezvon/contracts';
import type { EventHandler } from '@perezvon/messaging';
import type { GatewayDeps } from '../deps.js';
import { settleAction } from './settle.js';

/** A call has a link: the screen that was waiting for it shows it. */
export const callLinkedHandler = (deps: GatewayDeps): EventHandler<typeof callLinked> => ({
  kind: 'effect',
  handle: (event) => settleAction(deps, event, { words: null, isRefusal: false }),
});
