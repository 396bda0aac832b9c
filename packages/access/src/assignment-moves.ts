import type { AssignmentMove, AssignmentState, Role } from '@perezvon/contracts';
import { may } from './permissions.js';

/** `owner`: whose work it is. `manager`: who gave it, or anybody who may manage assignments. */
type Party = 'owner' | 'manager';

interface Transition {
  /** Any one of these may make the move. */
  by: readonly Party[];
  /** State before → state after; a state that is not named does not allow the move. */
  to: Readonly<Partial<Record<AssignmentState, AssignmentState>>>;
}

/** Every move that exists: nothing else changes the state of an assignment. The bot draws by it, the service acts by it. */
export const TRANSITIONS: Readonly<Record<AssignmentMove, Transition>> = {
  accept: { by: ['owner'], to: { open: 'accepted' } },
  start: { by: ['owner'], to: { open: 'in_progress', accepted: 'in_progress' } },
  // Who has simply done it need not have pressed «В работу» before.
  complete: { by: ['owner'], to: { open: 'done', accepted: 'done', in_progress: 'done' } },
  fail: { by: ['owner'], to: { open: 'failed', accepted: 'failed', in_progress: 'failed' } },
  extend: {
    by: ['owner', 'manager'],
    to: { open: 'open', accepted: 'accepted', in_progress: 'in_progress' },
  },
  reassign: { by: ['manager'], to: { open: 'open', accepted: 'open', in_progress: 'open' } },
  cancel: { by: ['manager'], to: { open: 'cancelled', accepted: 'cancelled', in_progress: 'cancelled' } },
  // What was cancelled is given anew: its owner was told that it is off.
  return: { by: ['manager'], to: { done: 'open', failed: 'open' } },
};

interface Standing {
  state: AssignmentState;
  ownerId: number;
  givenById: number;
}

interface Person {
  id: number;
  role: Role | null;
}

const isParty = (party: Party, { ownerId, givenById }: Standing, person: Person): boolean =>
  party === 'owner'
    ? person.id === ownerId
    : person.id === givenById || may(person.role, 'assignments.manage');

export type MoveDecision =
  | { kind: 'allowed'; to: AssignmentState }
  | { kind: 'refused'; reason: 'assignment.not_yours' | 'assignment.move_not_allowed' };

/** Whether this person may make this move now, and the state it leads to. */
export const decideMove = (move: AssignmentMove, assignment: Standing, person: Person): MoveDecision => {
  const { by, to } = TRANSITIONS[move];
  if (!by.some((party) => isParty(party, assignment, person)))
    return { kind: 'refused', reason: 'assignment.not_yours' };
  const next = to[assignment.state];
  return next ? { kind: 'allowed', to: next } : { kind: 'refused', reason: 'assignment.move_not_allowed' };
};
