import type { callMatchDue } from '@perezvon/contracts';
import type { EventHandler } from '@perezvon/messaging';
import { matchCall } from '../proof/match-call.js';

/** An outgoing call, or one of which more is known now: what it proves. */
export const callMatchDueHandler: EventHandler<typeof callMatchDue> = {
  kind: 'transaction',
  handle: ({ payload }, tools) => matchCall(payload, tools),
};
