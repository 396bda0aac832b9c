import type { auditCheckStarted, auditVerified } from '@perezvon/contracts';
import type { EventHandler } from '@perezvon/messaging';
import type { GatewayDeps } from '../deps.js';
import { auditCheckPlace } from '../screens/places/audit-log.js';
import { redrawShowing, settleAction } from './settle.js';

/** A check of the log runs: the screen that asked for it says so, and so do the others' that are open. */
export const auditCheckStartedHandler = (deps: GatewayDeps): EventHandler<typeof auditCheckStarted> => ({
  kind: 'effect',
  handle: async (event) => {
    await settleAction(deps, event, { words: null, isRefusal: false });
    await redrawShowing(deps, event, auditCheckPlace.address({}));
  },
});

/** A check of the log is over: every screen that shows it tells what it found, in place. */
export const auditVerifiedHandler = (deps: GatewayDeps): EventHandler<typeof auditVerified> => ({
  kind: 'effect',
  handle: (event) => redrawShowing(deps, event, auditCheckPlace.address({})),
});
