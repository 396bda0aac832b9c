import type { AssignmentKind, AssignmentMove, AssignmentState, Role } from '@perezvon/contracts';
import { may } from './permissions.js';

/** `owner`: whose work it is. `manager`: anybody who may manage assignments, now. `system`: what is known. */
type Party = 'owner' | 'manager' | 'system';

interface Transition {
  /** Any one of these may make the move. */
  by: readonly Party[];
  /** State before → state after; a state that is not named does not allow the move. */
  to: Readonly<Partial<Record<AssignmentState, AssignmentState>>>;
  /** Left out: assignments of every kind make it. */
  kinds?: readonly AssignmentKind[];
  /** States from which those of a kind do not make it all the same. */
  never?: Readonly<Partial<Record<AssignmentKind, readonly AssignmentState[]>>>;
}

const STAYS = { open: 'open', accepted: 'accepted', in_progress: 'in_progress' } as const;

/** Every move that exists: nothing else changes the state of an assignment. The bot draws by it, the service acts by it. */
export const TRANSITIONS: Readonly<Record<AssignmentMove, Transition>> = {
  accept: { by: ['owner'], to: { open: 'accepted' } },
  start: { by: ['owner'], to: { open: 'in_progress', accepted: 'in_progress' } },
  // Who has simply done it need not have pressed «В работу» before.
  complete: { by: ['owner'], to: { open: 'done', accepted: 'done', in_progress: 'done' } },
  fail: { by: ['owner'], to: { open: 'failed', accepted: 'failed', in_progress: 'failed' } },
  extend: { by: ['owner', 'manager'], to: STAYS },
  // A pause is no state: it ends by the clock alone, too.
  pause: { by: ['owner', 'manager'], to: STAYS },
  resume: { by: ['owner', 'manager'], to: STAYS },
  reassign: { by: ['manager'], to: { open: 'open', accepted: 'open', in_progress: 'open' } },
  cancel: { by: ['manager'], to: { open: 'cancelled', accepted: 'cancelled', in_progress: 'cancelled' } },
  // What was cancelled is given anew: its owner was told that it is off.
  return: {
    by: ['manager'],
    to: { done: 'open', failed: 'open' },
    // Money that is paid stays paid: sent back and cancelled it would leave its room within the limits to another sum.
    never: { compensation: ['done'] },
  },
  // What its owner says needs no proof to be done; a proof that comes later is kept beside it.
  verify: {
    by: ['system'],
    to: { open: 'done', accepted: 'done', in_progress: 'done', done: 'done' },
    kinds: ['callback'],
  },
  // What came of it is for people to find out: it stays done until somebody sends it back.
  unverify: { by: ['system'], to: { done: 'done' }, kinds: ['callback'] },
};

interface Standing {
  kind: AssignmentKind;
  state: AssignmentState;
  ownerId: number;
}

interface Person {
  id: number;
  role: Role | null;
}

const isParty = (party: Party, { ownerId }: Standing, actor: Person | 'system'): boolean => {
  if (actor === 'system' || party === 'system') return actor === party;
  if (party === 'owner') return actor.id === ownerId;
  return may(actor.role, 'assignments.manage');
};

export type MoveDecision =
  | { kind: 'allowed'; to: AssignmentState }
  | { kind: 'refused'; reason: 'assignment.not_yours' | 'assignment.move_not_allowed' };

/** Whether this person, or the system, may make this move now, and the state it leads to. */
export const decideMove = (
  move: AssignmentMove,
  assignment: Standing,
  actor: Person | 'system',
): MoveDecision => {
  const { by, to, kinds, never } = TRANSITIONS[move];
  if (!by.some((party) => isParty(party, assignment, actor)))
    return { kind: 'refused', reason: 'assignment.not_yours' };
  const { kind, state } = assignment;
  const isOfKind = (kinds?.includes(kind) ?? true) && !never?.[kind]?.includes(state);
  const next = isOfKind ? to[state] : undefined;
  return next ? { kind: 'allowed', to: next } : { kind: 'refused', reason: 'assignment.move_not_allowed' };
};
