import { assignmentCreate, KIND_FIELDS } from '@perezvon/contracts';
import { fromDueMinute } from '../../domain/due-presets.js';
import { lines } from '../../text/html.js';
import { defineAction } from '../define-action.js';
import type { Button } from '../define-place.js';
import { defineScreen, type RenderTools } from '../define-screen.js';
import {
  assignCommentPlace,
  assignConfirmPlace,
  assignDuePlace,
  assignmentsPlace,
  type Given,
} from '../places/assignments.js';
import { callCardPlace } from '../places/work.js';
import { dueLine, lastStepRows } from './due-choice.js';
import { loadGiven, workLines } from './given-work.js';

/** «✅ Подтвердить»: gives the work. The button carries the deadline itself. */
export const createAssignment = defineAction({
  id: 'as-create',
  params: assignConfirmPlace.params,
  intent: assignmentCreate,
  payload: ({ historyId, kind, ownerId, due, noteId = null, channel = null }) => ({
    historyId,
    kind,
    ownerId,
    dueAt: fromDueMinute(due).toISOString(),
    noteId,
    channel,
  }),
  leadsTo: ({ historyId }) =>
    historyId === null
      ? assignmentsPlace.address({ view: 'given', direction: 'on' })
      : callCardPlace.address({ historyId }),
});

const cancelButton = ({ historyId }: Given, t: RenderTools<unknown>['t']): Button =>
  historyId === null
    ? assignmentsPlace.link(t('button-cancel'), { view: 'mine', direction: 'on' })
    : callCardPlace.link(t('button-cancel'), { historyId });

/** «👤 Назначить», step 4: what will be done, by whom, until when. */
export const assignConfirm = defineScreen({
  ...assignConfirmPlace,
  load: (tools, params) => loadGiven(tools, params),
  render: (given, tools) => {
    const { t, params } = tools;
    const { due, ...chosen } = params;
    const dueWords = dueLine(due, given.clinic, tools);
    const mayComment = given.words === null && KIND_FIELDS[params.kind].words === 'optional';
    return {
      text: lines(workLines(given, tools, given.owner), dueWords.text),
      rows: [
        ...lastStepRows(dueWords, t, {
          confirm: createAssignment.button(t('button-confirm'), params),
          cancel: cancelButton(params, t),
          otherDue: (label) => assignDuePlace.link(label, chosen),
          withDue: (label, another) => assignConfirmPlace.link(label, { ...params, due: another }),
        }),
        mayComment && !dueWords.isRefused ? [assignCommentPlace.link(t('button-comment'), params)] : [],
      ],
    };
  },
});
