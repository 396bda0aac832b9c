import { callListened, type callMarkListened } from '@perezvon/contracts';
import { done, refused, type IntentHandler } from '@perezvon/messaging';
import { hasCall, markListened } from '../store/calls.js';

/** Each person marks a call for himself, once. */
export const markCallListened: IntentHandler<typeof callMarkListened> = async (
  { payload: { historyId } },
  { tx, actor, now },
) => {
  if (!(await hasCall(tx, historyId))) return refused('call.not_found');
  if (!(await markListened(tx, { historyId, userId: actor.id, now: now() })))
    return refused('call.already_listened');
  return done(callListened.of({ historyId }), { before: null, after: { listened: true } });
};
