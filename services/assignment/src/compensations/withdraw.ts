import type { compensationWithdraw } from '@perezvon/contracts';
import { done, type IntentHandler } from '@perezvon/messaging';
import { decisionChange } from './change.js';
import { beginDecision, decisionEvent } from './decide.js';
import { markDecided } from './store.js';

/** Its proposer takes it back before anybody has decided. */
export const withdrawCompensation: IntentHandler<typeof compensationWithdraw> = async (
  { payload: { compensationId } },
  tools,
) => {
  const { tx, actor, now } = tools;
  const begun = await beginDecision('withdraw', compensationId, tools);
  if (begun.kind === 'refused') return begun;
  const { compensation } = begun;
  const decision = { state: 'withdrawn', decidedById: actor.id } as const;
  await markDecided(tx, compensationId, { ...decision, decisionNoteId: null, assignmentId: null }, now());
  return done(decisionEvent(compensation, 'withdraw'), decisionChange(compensation, decision));
};
