import {
  AssignmentId,
  assignmentCancel,
  assignmentComplete,
  assignmentExtend,
  assignmentFail,
  assignmentPause,
  assignmentReassign,
  AssignmentResult,
  assignmentResume,
  assignmentReturn,
  assignmentStart,
  NoteId,
  REASONS_OF,
  UserId,
  type AssignmentReason,
} from '@perezvon/contracts';
import { z } from 'zod';
import { fromDueMinute } from '../../domain/due-presets.js';
import type { Html } from '../../text/html.js';
import { defineAction } from '../define-action.js';
import type { Button } from '../define-place.js';
import { DueMinute, type Explained } from '../places/assignments.js';
import { assignmentCardPlace } from '../places/work.js';

const OneAssignment = z.object({ assignmentId: AssignmentId });

/** Every action about an assignment ends on its card. */
const leadsTo = ({ assignmentId }: { assignmentId: number }) => assignmentCardPlace.address({ assignmentId });
const payload = ({ assignmentId }: { assignmentId: number }) => ({ assignmentId });

/** «▶️ В работу» */
export const startWork = defineAction({
  id: 'asg-start',
  params: OneAssignment,
  intent: assignmentStart,
  payload,
  leadsTo,
});

/** «✅ Выполнено»; kinds that have results say which. */
export const completeWork = defineAction({
  id: 'asg-done',
  params: OneAssignment.extend({ result: AssignmentResult.nullable() }),
  intent: assignmentComplete,
  payload: ({ assignmentId, result }) => ({ assignmentId, result }),
  leadsTo,
});

const explained = <const Reasons extends readonly AssignmentReason[]>(reasons: Reasons) =>
  OneAssignment.extend({ reason: z.enum(reasons), noteId: NoteId.optional() });

/** «❌ Не удалось», with the reason. */
export const failWork = defineAction({
  id: 'asg-fail',
  params: explained(REASONS_OF.fail),
  intent: assignmentFail,
  payload: ({ noteId = null, ...why }) => ({ ...why, noteId }),
  leadsTo,
});

/** «⏰ Продлить», with the reason; the button carries the deadline itself. */
export const extendWork = defineAction({
  id: 'asg-more',
  params: explained(REASONS_OF.extend).extend({ due: DueMinute }),
  intent: assignmentExtend,
  payload: ({ due, noteId = null, ...why }) => ({
    ...why,
    noteId,
    dueAt: fromDueMinute(due).toISOString(),
  }),
  leadsTo,
});

/** «⏸ Отложить», with the reason; the button carries the moment itself. */
export const pauseWork = defineAction({
  id: 'asg-pause',
  params: explained(REASONS_OF.pause).extend({ due: DueMinute }),
  intent: assignmentPause,
  payload: ({ due, noteId = null, ...why }) => ({ ...why, noteId, until: fromDueMinute(due).toISOString() }),
  leadsTo,
});

/** «▶️ Возобновить» */
export const resumeWork = defineAction({
  id: 'asg-go',
  params: OneAssignment,
  intent: assignmentResume,
  payload,
  leadsTo,
});

/** «🔁 Переназначить», with the new owner chosen. */
export const reassignWork = defineAction({
  id: 'asg-give',
  params: OneAssignment.extend({ ownerId: UserId }),
  intent: assignmentReassign,
  payload: ({ assignmentId, ownerId }) => ({ assignmentId, ownerId }),
  leadsTo,
});

/** «🗑 Отменить», with the reason: there is no way back from it. */
export const cancelWork = defineAction({
  id: 'asg-off',
  params: explained(REASONS_OF.cancel),
  intent: assignmentCancel,
  payload: ({ noteId = null, ...why }) => ({ ...why, noteId }),
  leadsTo,
});

/** «↩️ Вернуть» */
export const returnWork = defineAction({
  id: 'asg-back',
  params: OneAssignment,
  intent: assignmentReturn,
  payload,
  leadsTo,
});

interface ReasonButton {
  reason: AssignmentReason;
  button: Button;
}

/**
 * The button of every reason that a move may have; a move to another time has none without that time.
 * @param params `noteId`: the person's own words, which `other` goes with
 */
export const reasonButtons = (
  { assignmentId, move, due, noteId }: Explained & { noteId?: number },
  label: (reason: AssignmentReason) => Html,
): ReasonButton[] => {
  const buttons = <Reason extends AssignmentReason>(
    reasons: readonly Reason[],
    button: (label: Html, params: { assignmentId: number; noteId?: number; reason: Reason }) => Button,
  ): ReasonButton[] =>
    reasons.map((reason) => ({
      reason,
      button: button(label(reason), { assignmentId, reason, ...(noteId !== undefined && { noteId }) }),
    }));
  if (move === 'fail') return buttons(REASONS_OF.fail, (text, why) => failWork.button(text, why));
  if (move === 'cancel') return buttons(REASONS_OF.cancel, (text, why) => cancelWork.button(text, why));
  if (due === undefined) return [];
  return move === 'extend'
    ? buttons(REASONS_OF.extend, (text, why) => extendWork.button(text, { ...why, due }))
    : buttons(REASONS_OF.pause, (text, why) => pauseWork.button(text, { ...why, due }));
};
