import { RESULTS_OF } from '@perezvon/contracts';
import { codeKey } from '@perezvon/texts';
import { clinicDay } from '../../domain/clinic-day.js';
import { listAssignablePeople } from '../../queries/assignments/list-assignable-people.js';
import { lines } from '../../text/html.js';
import { defineScreen } from '../define-screen.js';
import { assignmentResultPlace, reassignPlace } from '../places/assignments.js';
import { completeWork, reassignWork } from './assignment-actions.js';
import { assignmentHead, loadAssignment } from './assignment-words.js';
import { PEOPLE_PAGE_SIZE, peopleRows, suggestionLine } from './people-rows.js';

/** «✅ Выполнено» of a kind that has results: what came of it. */
export const assignmentResult = defineScreen({
  ...assignmentResultPlace,
  load: loadAssignment,
  render: (assignment, tools) => {
    const { t, params } = tools;
    const { kind } = assignment;
    return {
      text: lines(assignmentHead(assignment, tools), '', t('assignment-result-question', { kind })),
      rows: RESULTS_OF[kind].map((result) => [
        completeWork.button(t(codeKey('result', result)), { ...params, result }),
      ]),
    };
  },
});

/** «🔁 Переназначить»: to whom. */
export const reassign = defineScreen({
  ...reassignPlace,
  load: async (tools, { assignmentId, page }) => {
    const assignment = await loadAssignment(tools, { assignmentId });
    if (!assignment) return null;
    const { db, now, timezone } = tools;
    const found = await listAssignablePeople(db, {
      historyId: assignment.call?.historyId ?? null,
      kind: assignment.kind,
      exceptId: assignment.owner.id,
      today: clinicDay(now(), timezone).toJSDate(),
      page,
      size: PEOPLE_PAGE_SIZE,
    });
    return { assignment, found };
  },
  render: ({ assignment, found }, tools) => {
    const { t, params } = tools;
    const { assignmentId } = params;
    return {
      text: lines(assignmentHead(assignment, tools), '', t('reassign-question'), suggestionLine(found, t)),
      rows: peopleRows(
        found,
        t,
        (label, { id }) => reassignWork.button(label, { assignmentId, ownerId: id }),
        (label, page) => reassignPlace.link(label, { assignmentId, page }),
      ),
    };
  },
});
