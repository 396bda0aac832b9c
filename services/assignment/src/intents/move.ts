import { decideMove } from '@perezvon/access';
import {
  assignmentMoved,
  type AssignmentMove,
  type AssignmentState,
  type RecordState,
} from '@perezvon/contracts';
import { done, refused, type Done, type IntentTools, type Refused } from '@perezvon/messaging';
import {
  findAssignmentForUpdate,
  markMoved,
  type Assignment,
  type AssignmentChange,
} from '../store/assignments.js';

type MoveRefusal = 'assignment.not_found' | 'assignment.move_not_allowed' | 'assignment.not_yours';

/** A move that the table allows; the assignment is locked and nothing is written yet. */
export interface AllowedMove {
  kind: 'allowed';
  move: AssignmentMove;
  assignment: Assignment;
  to: AssignmentState;
}

/** Locks the assignment and asks the table. */
export const beginMove = async (
  move: AssignmentMove,
  assignmentId: number,
  { tx, actor }: IntentTools,
): Promise<AllowedMove | Refused<MoveRefusal>> => {
  const assignment = await findAssignmentForUpdate(tx, assignmentId);
  if (!assignment) return refused('assignment.not_found');
  const decision = decideMove(move, assignment, actor);
  return decision.kind === 'refused' ? decision : { kind: 'allowed', move, assignment, to: decision.to };
};

/** What the log keeps of an assignment. */
export const stateOf = ({ state, ownerId, dueAt, result }: Assignment): RecordState => ({
  state,
  ownerId,
  dueAt: dueAt.toISOString(),
  result,
});

/** Writes the move and says what happened. */
export const finishMove = async (
  { move, assignment, to }: AllowedMove,
  change: AssignmentChange,
  { tx, now }: IntentTools,
): Promise<Done> => {
  const moved = await markMoved(tx, assignment, { to, change, now: now() });
  const { id, historyId, ownerId, givenById } = moved;
  const event = assignmentMoved.of({
    assignmentId: id,
    historyId,
    move,
    from: assignment.state,
    to,
    ownerId,
    previousOwnerId: assignment.ownerId,
    givenById,
  });
  const subject = { kind: 'assignment', id: String(id), historyId } as const;
  return done(event, { before: stateOf(assignment), after: stateOf(moved), subject });
};

/** The handler of a move that changes nothing but the state. */
export const plainMove =
  (move: AssignmentMove) =>
  async (
    { payload }: { payload: { assignmentId: number } },
    tools: IntentTools,
  ): Promise<Done | Refused<MoveRefusal>> => {
    const begun = await beginMove(move, payload.assignmentId, tools);
    return begun.kind === 'refused' ? begun : finishMove(begun, {}, tools);
  };
