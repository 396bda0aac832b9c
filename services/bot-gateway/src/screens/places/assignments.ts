import { AssignmentId, AssignmentKind, HistoryId, UserId } from '@perezvon/contracts';
import { z } from 'zod';
import { ASSIGNMENT_VIEWS } from '../../queries/assignments/list-assignments.js';
import { definePlace } from '../define-place.js';
import { PageDirection } from './calls.js';

/** Beginning of the year 2100 in milliseconds and in minutes: bounds how long a time is in a button. */
const LAST_MOMENT_MS = 4_102_444_800_000;
const LAST_MINUTE = 68_374_080;
/** More pages than any clinic has people. */
const MAX_PAGE = 99;

/** A deadline: whole minutes since 1970, UTC. A button always carries the moment itself, never «через час». */
const DueMinute = z.int().min(0).max(LAST_MINUTE);

const AssignmentCursor = z.object({ due: z.int().min(0).max(LAST_MOMENT_MS), id: AssignmentId });

/** «📋 Поручения», page by page; without a cursor the first page. */
export const assignmentsPlace = definePlace({
  id: 'work',
  permission: ['work.own', 'assignments.manage'],
  params: z.object({
    view: z.enum(ASSIGNMENT_VIEWS),
    direction: PageDirection,
    cursor: AssignmentCursor.optional(),
  }),
});

/** «👤 Назначить», step 1: the kind. */
export const assignKindPlace = definePlace({
  id: 'as-kind',
  permission: 'assignments.manage',
  isQuestion: true,
  params: z.object({ historyId: HistoryId }),
});

/** Step 2: the owner. */
export const assignOwnerPlace = definePlace({
  id: 'as-owner',
  permission: 'assignments.manage',
  isQuestion: true,
  params: z.object({ historyId: HistoryId, kind: AssignmentKind, page: z.int().min(0).max(MAX_PAGE) }),
});

const Given = z.object({ historyId: HistoryId, kind: AssignmentKind, ownerId: UserId });

/** Step 3: the deadline. */
export const assignDuePlace = definePlace({
  id: 'as-due',
  permission: 'assignments.manage',
  isQuestion: true,
  params: Given,
});

/** Step 3, «Другая дата»: waits for typed words. */
export const assignDatePlace = definePlace({
  id: 'as-date',
  permission: 'assignments.manage',
  isQuestion: true,
  params: Given,
});

/** Step 4: the summary. */
export const assignConfirmPlace = definePlace({
  id: 'as-ok',
  permission: 'assignments.manage',
  isQuestion: true,
  params: Given.extend({ due: DueMinute }),
});

const OneAssignment = z.object({ assignmentId: AssignmentId });

/** «✅ Выполнено» of a callback: what came of it. */
export const assignmentResultPlace = definePlace({
  id: 'asg-result',
  permission: 'work.own',
  params: OneAssignment,
});

/** «⏰ Продлить»: another deadline, the same steps as at the beginning. */
export const extendDuePlace = definePlace({ id: 'ext-due', permission: 'work.own', params: OneAssignment });
export const extendDatePlace = definePlace({ id: 'ext-date', permission: 'work.own', params: OneAssignment });
export const extendConfirmPlace = definePlace({
  id: 'ext-ok',
  permission: 'work.own',
  params: OneAssignment.extend({ due: DueMinute }),
});

/** «🔁 Переназначить»: another owner. */
export const reassignPlace = definePlace({
  id: 'asg-owner',
  permission: 'assignments.manage',
  params: OneAssignment.extend({ page: z.int().min(0).max(MAX_PAGE) }),
});

/** «🗑 Отменить» asks once more: there is no way back from it. */
export const cancelPlace = definePlace({
  id: 'asg-cancel',
  permission: 'assignments.manage',
  params: OneAssignment,
});
