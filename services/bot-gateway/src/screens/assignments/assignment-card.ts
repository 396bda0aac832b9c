import { decideMove } from '@perezvon/access';
import { pauseEnd, RESULTS_OF, type PersonMove } from '@perezvon/contracts';
import type { AssignmentCard } from '../../queries/assignments/find-assignment.js';
import { completeWork, resumeWork, returnWork, startWork } from './assignment-actions.js';
import { assignmentText, loadAssignment } from './assignment-words.js';
import type { Button } from '../define-place.js';
import { defineScreen, type RenderTools } from '../define-screen.js';
import { assignmentResultPlace, laterPlace, reasonPlace, reassignPlace } from '../places/assignments.js';
import { compensationPlace } from '../places/compensations.js';
import { trainingPlace } from '../places/trainings.js';
import { proofButtons } from './proof-words.js';
import { assignmentCardPlace, callCardPlace } from '../places/work.js';

type Tools = Pick<RenderTools<unknown>, 't' | 'person' | 'now'>;

/** Only what this person may do now: the same table decides when it is done. */
const moveButtons = (assignment: AssignmentCard, { t, person, now }: Tools) => {
  const { id: assignmentId, state, owner, givenBy, kind } = assignment;
  const standing = { kind, state, ownerId: owner.id, givenById: givenBy.id };
  const when = (move: PersonMove, button: () => Button): Button[] =>
    decideMove(move, standing, person).kind === 'allowed' ? [button()] : [];
  return {
    start: when('start', () => startWork.button(t('button-start'), { assignmentId })),
    complete: when('complete', () =>
      RESULTS_OF[kind].length > 0
        ? assignmentResultPlace.link(t('button-done'), { assignmentId })
        : completeWork.button(t('button-done'), { assignmentId, result: null }),
    ),
    fail: when('fail', () => reasonPlace.link(t('button-failed'), { assignmentId, move: 'fail' })),
    extend: when('extend', () => laterPlace.link(t('button-extend'), { assignmentId, move: 'extend' })),
    pause:
      pauseEnd(assignment, now) !== null
        ? when('resume', () => resumeWork.button(t('button-resume'), { assignmentId }))
        : when('pause', () => laterPlace.link(t('button-pause'), { assignmentId, move: 'pause' })),
    reassign: when('reassign', () => reassignPlace.link(t('button-reassign'), { assignmentId, page: 0 })),
    cancel: when('cancel', () => reasonPlace.link(t('button-call-off'), { assignmentId, move: 'cancel' })),
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
    const { id, call, training, compensation } = assignment;
    return {
      text: assignmentText(assignment, tools),
      rows: [
        [...moves.start, ...moves.complete],
        training === null ? [] : [trainingPlace.link(t('button-training'), { assignmentId: id })],
        compensation === null
          ? []
          : [
              compensationPlace.link(t('button-compensation-open', { id: compensation.id }), {
                compensationId: compensation.id,
              }),
            ],
        [...moves.fail],
        [...moves.extend, ...moves.pause],
        [...moves.reassign, ...moves.cancel],
        [...moves.return],
        proofButtons(assignment, tools),
        call === null
          ? []
          : [
              callCardPlace.link(t('assignment-call-button', { id: call.historyId }), {
                historyId: call.historyId,
              }),
            ],
      ],
    };
  },
});
