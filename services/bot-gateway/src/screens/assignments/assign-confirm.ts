import { assignmentCreate } from '@perezvon/contracts';
import { fromDueMinute } from '../../domain/due-presets.js';
import { lines } from '../../text/html.js';
import { choiceLines, loadChoice } from './assign-due.js';
import { defineAction } from '../define-action.js';
import { defineScreen } from '../define-screen.js';
import { dueLine } from './due-choice.js';
import { assignConfirmPlace, assignDuePlace } from '../places/assignments.js';
import { callCardPlace } from '../places/work.js';

/** «✅ Подтвердить»: gives the call. The button carries the deadline itself. */
export const createAssignment = defineAction({
  id: 'as-create',
  params: assignConfirmPlace.params,
  intent: assignmentCreate,
  payload: ({ historyId, kind, ownerId, due }) => ({
    historyId,
    kind,
    ownerId,
    dueAt: fromDueMinute(due).toISOString(),
  }),
  leadsTo: ({ historyId }) => callCardPlace.address({ historyId }),
});

/** «👤 Назначить», step 4: what will be done, by whom, until when. */
export const assignConfirm = defineScreen({
  ...assignConfirmPlace,
  load: ({ db }, params) => loadChoice(db, params),
  render: (choice, tools) => {
    const { t, params } = tools;
    const { due, ...chosen } = params;
    const { text, isPast } = dueLine(due, tools);
    const cancel = callCardPlace.link(t('button-cancel'), { historyId: params.historyId });
    return {
      text: lines(choiceLines(choice, tools), text),
      rows: isPast
        ? [[assignDuePlace.link(t('button-other-due'), chosen)], [cancel]]
        : [[createAssignment.button(t('button-confirm'), params), cancel]],
    };
  },
});
