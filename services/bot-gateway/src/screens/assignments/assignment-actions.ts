import {
  AssignmentId,
  assignmentCancel,
  assignmentComplete,
  assignmentExtend,
  assignmentFail,
  assignmentReassign,
  AssignmentResult,
  assignmentReturn,
  assignmentStart,
  UserId,
} from '@perezvon/contracts';
import { z } from 'zod';
import { fromDueMinute } from '../../domain/due-presets.js';
import { defineAction } from '../define-action.js';
import { extendConfirmPlace } from '../places/assignments.js';
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

/** «✅ Выполнено»; a callback says what came of it, the other kinds have no result. */
export const completeWork = defineAction({
  id: 'asg-done',
  params: OneAssignment.extend({ result: AssignmentResult.nullable() }),
  intent: assignmentComplete,
  payload: ({ assignmentId, result }) => ({ assignmentId, result }),
  leadsTo,
});

/** «❌ Не удалось» */
export const failWork = defineAction({
  id: 'asg-fail',
  params: OneAssignment,
  intent: assignmentFail,
  payload,
  leadsTo,
});

/** «⏰ Продлить», confirmed; the button carries the deadline itself. */
export const extendWork = defineAction({
  id: 'ext-go',
  params: extendConfirmPlace.params,
  intent: assignmentExtend,
  payload: ({ assignmentId, due }) => ({ assignmentId, dueAt: fromDueMinute(due).toISOString() }),
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

/** «🗑 Отменить», confirmed. */
export const cancelWork = defineAction({
  id: 'asg-off',
  params: OneAssignment,
  intent: assignmentCancel,
  payload,
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
