import type { QueueHandlers } from '@perezvon/messaging';
import { startCheck } from './checks/start-check.js';
import { stepCheck, type CheckDeps } from './checks/step-check.js';
import { appendAction, appendDenial, appendFailure } from './events/append-action.js';

/** All that this service does with what arrives. */
export const handlersWith = (deps: CheckDeps): QueueHandlers<'audit'> => ({
  intents: { 'audit.verify': startCheck },
  events: {
    'admin.action': appendAction,
    'action.denied': appendDenial,
    'action.failed': appendFailure,
    'audit.check_step': stepCheck(deps),
  },
});
