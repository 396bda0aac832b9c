import { proposeLimit } from '@perezvon/access';
import { compensationProposed, type compensationPropose } from '@perezvon/contracts';
import { findCompensationLimits, sumApprovedCompensations } from '@perezvon/db';
import { done, refused, type IntentHandler } from '@perezvon/messaging';
import { saysNothing } from '../domain/explanation.js';
import { findOpenAssignment } from '../store/assignments.js';
import { lockCall } from '../store/calls.js';
import { areOwnWords } from '../store/notes.js';
import { recordOf, subjectOf } from './change.js';
import { insertProposal } from './store.js';

/**
 * Asks for money for a call's client: one proposal a call at a time, and the next one when the last is paid. The limit
 * holds for all that the call costs, so that no sum gets past it in parts.
 */
export const proposeCompensation: IntentHandler<typeof compensationPropose> = async (
  { payload },
  { tx, actor, now },
) => {
  const { historyId, amountKopecks, noteId } = payload;
  if (saysNothing(payload)) return refused('compensation.reason_missing');
  if (!(await areOwnWords(tx, { noteId, authorId: actor.id }))) return refused('compensation.words_gone');
  if (!(await lockCall(tx, historyId))) return refused('call.not_found');
  if ((await findOpenAssignment(tx, { historyId, kind: 'compensation' })) !== null)
    return refused('compensation.not_paid_yet');
  const callKopecks = amountKopecks + (await sumApprovedCompensations(tx, historyId));
  if (callKopecks > proposeLimit(await findCompensationLimits(tx), actor.role))
    return refused('compensation.over_propose_limit');

  const proposal = { ...payload, proposedById: actor.id };
  const id = await insertProposal(tx, proposal, now());
  if (id === null) return refused('compensation.already_proposed');
  return done(compensationProposed.of({ compensationId: id, historyId, proposedById: actor.id }), {
    before: null,
    after: recordOf(proposal, { state: 'proposed', noteId }),
    subject: subjectOf({ id, historyId }),
  });
};
