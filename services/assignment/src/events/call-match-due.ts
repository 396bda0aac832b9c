import type { callMatchDue } from '@perezvon/contracts';
import type { EventHandler } from '@perezvon/messaging';
import { judgeAnswered } from '../promises/judge-answered.js';
import { matchCall } from '../proof/match-call.js';

/** An outgoing call, or one of which more is known now: what it proves, and which promise it keeps. */
export const callMatchDueHandler: EventHandler<typeof callMatchDue> = {
  kind: 'transaction',
  handle: async ({ payload }, tools) => {
    const events = await matchCall(payload, tools);
    await judgeAnswered(payload.historyId, tools);
    return events;
  },
};
