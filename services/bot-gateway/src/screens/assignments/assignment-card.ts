import { decideMove } from '@perezvon/access';
import type { PersonMove } from '@perezvon/contracts';
import type { AssignmentCard } from '../../queries/assignments/find-assignment.js';
import { completeWork, failWork, returnWork, startWork } from './assignment-actions.js';
import { assignmentText, loadAssignment } from './assignment-words.js';
import type { Button } from '../define-place.js';
import { defineScreen, type RenderTools } from '../define-screen.js';
import { assignmentResultPlace, cancelPlace, extendDuePlace, reassignPlace } from '../places/assignments.js';
import { assignmentCardPlace, callCardPlace } from '../places/work.js';

type Tools = Pick<RenderTools<unknown>, 't' | 'person'>;

/** Only what this person may do now: the same table decides when it is done. */
const moveButtons = (assignment: AssignmentCard, { t, person }: Tools) => {
  const { id: assignmentId, state, owner, givenBy, kind } = assignment;
  const standing = { kind, state, ownerId: owner.id, givenById: givenBy.id };
  const when = (move: PersonMove, button: () => Button): Button[] =>
    decideMove(move, standing, person).kind === 'allowed' ? [button()] : [];
  return {
    start: when('start', () => startWork.button(t('button-start'), { assignmentId })),
    complete: when('complete', () =>
      kind === 'callback'
        ? assignmentResultPlace.link(t('button-done'), { assignmentId })
        : completeWork.button(t('button-done'), { assignmentId, result: null }),
    ),
    fail: when('fail', () => failWork.button(t('button-failed'), { assignmentId })),
    extend: when('extend', () => extendDuePlace.link(t('button-extend'), { assignmentId })),
    reassign: when('reassign', () => reassignPlace.link(t('button-reassign'), { assignmentId, page: 0 })),
    cancel: when('cancel', () => cancelPlace.link(t('button-call-off'), { assignmentId })),
    return: when('return', () => returnWork.button(t('button-return'), { assignmentId })),
  };
};

/** One assignment: what, why, who, until when, and what this person may do with it. */
export const assignmentCard = defineScreen({
  ...assignmentCardPlace,
  load: loadAssignment,
  render: (assignment, tools) => {
    const { t } = tools;
    const moves = moveButtons(assignment, tools);
    const { call } = assignment;
    return {
      text: assignmentText(assignment, tools),
      rows: [
        [...moves.start, ...moves.complete],
        [...moves.fail, ...moves.extend],
        [...moves.reassign, ...moves.cancel],
        [...moves.return],
        call === null
          ? []
          : [callCardPlace.link(t('assignment-call-button', { id: call.historyId }), { historyId: call.historyId })],
      ],
    };
  },
});
