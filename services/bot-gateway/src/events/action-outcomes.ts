import type { actionDenied, actionFailed } from '@perezvon/contracts';
import type { EventHandler } from '@perezvon/messaging';
import { codeKey } from '@perezvon/texts';
import type { GatewayDeps } from '../deps.js';
import { offerReport } from '../problems/offer-report.js';
import { updateIdOf } from '../store/updates.js';
import { intentOf, settleAction } from './settle.js';

/** A refusal: the person reads why, above the screen as it is now. */
export const actionDeniedHandler = (deps: GatewayDeps): EventHandler<typeof actionDenied> => ({
  kind: 'effect',
  handle: (event) =>
    settleAction(deps, event, {
      isRefusal: true,
      words: (t) => t('action-denied', { reason: t(codeKey('refusal', event.payload.reason)) }),
    }),
});

/** Given up after every attempt: the person may try again, or tell the developers which failure it was. */
export const actionFailedHandler = (deps: GatewayDeps): EventHandler<typeof actionFailed> => ({
  kind: 'effect',
  handle: (event) => {
    const update = event.causedBy === null ? null : updateIdOf(intentOf(event.causedBy));
    return settleAction(deps, event, {
      isRefusal: true,
      words: (t, screen) => ({ ...t('action-failed'), buttons: [offerReport({ update, screen }, t)] }),
    });
  },
});
