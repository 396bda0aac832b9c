import { AssignmentId, HistoryId } from '@perezvon/contracts';
import { z } from 'zod';
import { definePlace } from '../define-place.js';

/** The call's card; an operator opens his own calls only (the screen's `load` looks). */
export const callCardPlace = definePlace({
  id: 'call',
  permission: ['calls.view', 'work.own'],
  params: z.object({ historyId: HistoryId }),
});

/** One assignment: its owner's, its giver's, or anybody's who may manage assignments. */
export const assignmentCardPlace = definePlace({
  id: 'asg',
  permission: ['work.own', 'assignments.manage'],
  params: z.object({ assignmentId: AssignmentId }),
});
