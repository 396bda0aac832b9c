import type { actionDenied, actionFailed } from '@perezvon/contracts';
import type { EventHandler } from '@perezvon/messaging';
import type { GatewayDeps } from '../deps.js';
import { codeKey } from '../text/code-key.js';
import { settleAction } from './settle.js';

/** A refusal: the person reads why, above the screen as it is now. */
export const actionDeniedHandler = (deps: GatewayDeps): EventHandler<typeof actionDenied> => ({
  kind: 'effect',
  handle: (event) =>
    settleAction(deps, event, {
      isRefusal: true,
      words: (t) => t('action-denied', { reason: t(codeKey('refusal', event.payload.reason)) }),
    }),
});

/** Given up after every attempt: the person may try again. */
export const actionFailedHandler = (deps: GatewayDeps): EventHandler<typeof actionFailed> => ({
  kind: 'effect',
  handle: (event) => settleAction(deps, event, { isRefusal: true, words: (t) => t('action-failed') }),
});
