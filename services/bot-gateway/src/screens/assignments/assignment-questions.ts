import { ASSIGNMENT_RESULTS } from '@perezvon/contracts';
import { codeKey } from '@perezvon/texts';
import { listAssignablePeople } from '../../queries/assignments/list-assignable-people.js';
import { lines } from '../../text/html.js';
import { cancelWork, completeWork, extendWork, reassignWork } from './assignment-actions.js';
import { assignmentHead, loadAssignment } from './assignment-words.js';
import { defineScreen } from '../define-screen.js';
import { answerTypedDue, dueLine, dueRows } from './due-choice.js';
import { PEOPLE_PAGE_SIZE, peopleRows } from './people-rows.js';
import {
  assignmentResultPlace,
  cancelPlace,
  extendConfirmPlace,
  extendDatePlace,
  extendDuePlace,
  reassignPlace,
} from '../places/assignments.js';
import { assignmentCardPlace } from '../places/work.js';

/** «✅ Выполнено» of a callback: what came of it. */
export const assignmentResult = defineScreen({
  ...assignmentResultPlace,
  load: loadAssignment,
  render: (assignment, tools) => {
    const { t, params } = tools;
    return {
      text: lines(assignmentHead(assignment, tools), '', t('assignment-result-question')),
      rows: ASSIGNMENT_RESULTS.map((result) => [
        completeWork.button(t(codeKey('result', result)), { ...params, result }),
      ]),
    };
  },
});

/** «⏰ Продлить»: until when now. */
export const extendDue = defineScreen({
  ...extendDuePlace,
  load: loadAssignment,
  render: (assignment, tools) => {
    const { t, params, moment } = tools;
    return {
      text: lines(
        assignmentHead(assignment, tools),
        t('assignment-due-closed', { at: moment(assignment.dueAt) }),
        '',
        t('extend-question'),
      ),
      rows: [
        ...dueRows(
          tools,
          (label, due) => extendConfirmPlace.link(label, { ...params, due }),
          assignment.dueAt,
        ),
        [extendDatePlace.link(t('due-other'), params)],
      ],
    };
  },
});

/** «⏰ Продлить», «Другая дата»: the next words in this chat are the deadline. */
export const extendDate = defineScreen({
  ...extendDatePlace,
  load: loadAssignment,
  render: (assignment, tools) => ({
    text: lines(assignmentHead(assignment, tools), '', tools.t('due-type')),
    rows: [],
  }),
  typed: (text, tools) =>
    answerTypedDue(text, tools, (due) => extendConfirmPlace.address({ ...tools.params, due })),
});

/** «⏰ Продлить», the last step. */
export const extendConfirm = defineScreen({
  ...extendConfirmPlace,
  load: loadAssignment,
  render: (assignment, tools) => {
    const { t, params } = tools;
    const { assignmentId, due } = params;
    const { text, isPast } = dueLine(due, tools);
    const cancel = assignmentCardPlace.link(t('button-cancel'), { assignmentId });
    return {
      text: lines(assignmentHead(assignment, tools), text),
      rows: isPast
        ? [[extendDuePlace.link(t('button-other-due'), { assignmentId })], [cancel]]
        : [[extendWork.button(t('button-confirm'), params), cancel]],
    };
  },
});

/** «🔁 Переназначить»: to whom. */
export const reassign = defineScreen({
  ...reassignPlace,
  load: async (tools, { assignmentId, page }) => {
    const assignment = await loadAssignment(tools, { assignmentId });
    if (!assignment) return null;
    const { kind, call } = assignment;
    const query = { historyId: call.historyId, kind, page, size: PEOPLE_PAGE_SIZE };
    const found = await listAssignablePeople(tools.db, query);
    return { assignment, found };
  },
  render: ({ assignment, found }, tools) => {
    const { t, params } = tools;
    const { assignmentId } = params;
    const others = found.rows.filter(({ id }) => id !== assignment.owner.id);
    return {
      text: lines(assignmentHead(assignment, tools), '', t('reassign-question')),
      rows: peopleRows(
        { ...found, rows: others },
        t,
        (label, { id }) => reassignWork.button(label, { assignmentId, ownerId: id }),
        (label, page) => reassignPlace.link(label, { assignmentId, page }),
      ),
    };
  },
});

/** «🗑 Отменить» asks once more. */
export const cancelAssignment = defineScreen({
  ...cancelPlace,
  load: loadAssignment,
  render: (assignment, tools) => {
    const { t, params } = tools;
    return {
      text: lines(assignmentHead(assignment, tools), '', t('call-off-question')),
      rows: [
        [
          cancelWork.button(t('button-confirm'), params),
          assignmentCardPlace.link(t('button-cancel'), params),
        ],
      ],
    };
  },
});
