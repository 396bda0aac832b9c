import { decideMove } from '@perezvon/access';
import {
  assignmentMoved,
  type AssignmentMove,
  type AssignmentState,
  type EventBody,
  type PersonMove,
} from '@perezvon/contracts';
import type { Tx } from '@perezvon/db';
import {
  done,
  refused,
  type Actor,
  type Change,
  type Done,
  type IntentTools,
  type Refused,
} from '@perezvon/messaging';
import { stateOf } from '../domain/record.js';
import { aboutAssignment } from '../open-assignment.js';
import {
  findAssignmentForUpdate,
  markMoved,
  type Assignment,
  type AssignmentChange,
} from '../store/assignments.js';

export type MoveRefusal = 'assignment.not_found' | 'assignment.move_not_allowed' | 'assignment.not_yours';

/** A move that the table allows; the assignment is locked and nothing is written yet. */
export interface AllowedMove<Move extends AssignmentMove = PersonMove> {
  kind: 'allowed';
  move: Move;
  assignment: Assignment;
  to: AssignmentState;
}

/** Locks the assignment and asks the table. */
export const beginMove = async <Move extends AssignmentMove>(
  move: Move,
  assignmentId: number,
  { tx, actor }: { tx: Tx; actor: Actor | 'system' },
): Promise<AllowedMove<Move> | Refused<MoveRefusal>> => {
  const assignment = await findAssignmentForUpdate(tx, assignmentId);
  if (!assignment) return refused('assignment.not_found');
  const decision = decideMove(move, assignment, actor);
  return decision.kind === 'refused' ? decision : { kind: 'allowed', move, assignment, to: decision.to };
};

/** Writes a move, whoever makes it. @returns the assignment as it is now, and what the log keeps */
export const writeMove = async (
  { assignment, to }: Pick<AllowedMove<AssignmentMove>, 'assignment' | 'to'>,
  change: AssignmentChange,
  { tx, now }: { tx: Tx; now: () => Date },
): Promise<{ moved: Assignment; change: Change }> => {
  const moved = await markMoved(tx, assignment, { to, change, now: now() });
  const subject = aboutAssignment(moved.id, moved.historyId);
  return { moved, change: { before: stateOf(assignment), after: stateOf(moved), subject } };
};

const movedEvent = (
  { move, assignment, to }: AllowedMove,
  { id, historyId, ownerId, givenById }: Assignment,
): EventBody =>
  assignmentMoved.of({
    assignmentId: id,
    historyId,
    move,
    from: assignment.state,
    to,
    ownerId,
    previousOwnerId: assignment.ownerId,
    givenById,
  });

/** Writes a person's move and says what happened. */
export const finishMove = async (
  begun: AllowedMove,
  wanted: AssignmentChange,
  tools: IntentTools,
): Promise<Done> => {
  const { moved, change } = await writeMove(begun, wanted, tools);
  return done(movedEvent(begun, moved), change);
};

/** The handler of a move that changes nothing but the state. */
export const plainMove =
  (move: PersonMove) =>
  async (
    { payload }: { payload: { assignmentId: number } },
    tools: IntentTools,
  ): Promise<Done | Refused<MoveRefusal>> => {
    const begun = await beginMove(move, payload.assignmentId, tools);
    return begun.kind === 'refused' ? begun : finishMove(begun, {}, tools);
  };
