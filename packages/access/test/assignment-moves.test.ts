import {
  ASSIGNMENT_KINDS,
  ASSIGNMENT_MOVES,
  ASSIGNMENT_STATES,
  isOpenAssignment,
  PERSON_MOVES,
  type AssignmentMove,
  type AssignmentState,
  type Role,
} from '@perezvon/contracts';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { decideMove } from '../src/assignment-moves.js';

interface Somebody {
  id: number;
  role: Role;
}
const OWNER: Somebody = { id: 1, role: 'operator' };
const GIVER: Somebody = { id: 2, role: 'admin' };
const OTHER_ADMIN: Somebody = { id: 3, role: 'admin' };
const OTHER_OPERATOR: Somebody = { id: 4, role: 'operator' };

const inState = (state: AssignmentState) => ({
  kind: 'callback' as const,
  state,
  ownerId: OWNER.id,
});

/** Written by hand from the screens and the guide, not from the code: where each move leads; absent: refused. */
const EXPECTED: Record<AssignmentMove, Partial<Record<AssignmentState, AssignmentState>>> = {
  accept: { open: 'accepted' },
  start: { open: 'in_progress', accepted: 'in_progress' },
  complete: { open: 'done', accepted: 'done', in_progress: 'done' },
  fail: { open: 'failed', accepted: 'failed', in_progress: 'failed' },
  extend: { open: 'open', accepted: 'accepted', in_progress: 'in_progress' },
  pause: { open: 'open', accepted: 'accepted', in_progress: 'in_progress' },
  resume: { open: 'open', accepted: 'accepted', in_progress: 'in_progress' },
  reassign: { open: 'open', accepted: 'open', in_progress: 'open' },
  cancel: { open: 'cancelled', accepted: 'cancelled', in_progress: 'cancelled' },
  return: { done: 'open', failed: 'open' },
  verify: { open: 'done', accepted: 'done', in_progress: 'done', done: 'done' },
  unverify: { done: 'done' },
};
const BY_OWNER: readonly AssignmentMove[] = [
  'accept',
  'start',
  'complete',
  'fail',
  'extend',
  'pause',
  'resume',
];
const BY_MANAGER: readonly AssignmentMove[] = ['extend', 'pause', 'resume', 'reassign', 'cancel', 'return'];
const BY_SYSTEM: readonly AssignmentMove[] = ['verify', 'unverify'];
const FROM_DONE: readonly AssignmentMove[] = ['return', 'unverify'];
const actorOf = (move: AssignmentMove) => {
  if (BY_SYSTEM.includes(move)) return 'system';
  return BY_OWNER.includes(move) ? OWNER : GIVER;
};

const everyMoveAndState = ASSIGNMENT_MOVES.flatMap((move) =>
  ASSIGNMENT_STATES.map((state) => [move, state, EXPECTED[move][state] ?? null] as const),
);

describe('every move from every state', () => {
  test.each(everyMoveAndState)('%s from %s leads to %s', (move, state, to) => {
    expect(decideMove(move, inState(state), actorOf(move))).toEqual(
      to === null ? { kind: 'refused', reason: 'assignment.move_not_allowed' } : { kind: 'allowed', to },
    );
  });
});

describe('who may make a move', () => {
  test.each(ASSIGNMENT_MOVES.map((move) => [move]))('%s', (move) => {
    const state = FROM_DONE.includes(move) ? 'done' : 'open';
    const isAllowed = (person: { id: number; role: Role }) =>
      decideMove(move, inState(state), person).kind === 'allowed';

    expect({
      owner: isAllowed(OWNER),
      giver: isAllowed(GIVER),
      otherAdmin: isAllowed(OTHER_ADMIN),
      otherOperator: isAllowed(OTHER_OPERATOR),
      system: decideMove(move, inState(state), 'system').kind === 'allowed',
    }).toEqual({
      owner: BY_OWNER.includes(move),
      giver: BY_MANAGER.includes(move),
      otherAdmin: BY_MANAGER.includes(move),
      otherOperator: false,
      system: BY_SYSTEM.includes(move),
    });
  });

  test('nothing but a callback is proven by a call', () => {
    const proven = ASSIGNMENT_KINDS.filter(
      (kind) => decideMove('verify', { ...inState('open'), kind }, 'system').kind === 'allowed',
    );
    expect(proven).toEqual(['callback']);
  });

  test('who gave it and manages nothing any more has no say in it', () => {
    for (const move of BY_MANAGER)
      expect(decideMove(move, inState('open'), { ...GIVER, role: 'operator' }).kind).toBe('refused');
  });

  test('what is done or failed is sent back, but for money that is paid', () => {
    const sentBack = (state: AssignmentState) =>
      ASSIGNMENT_KINDS.filter(
        (kind) => decideMove('return', { ...inState(state), kind }, GIVER).kind === 'allowed',
      );
    expect(sentBack('failed')).toEqual([...ASSIGNMENT_KINDS]);
    expect(sentBack('done')).toEqual(ASSIGNMENT_KINDS.filter((kind) => kind !== 'compensation'));
  });

  test('a stranger reads that it is not his, whatever state it is in', () => {
    for (const state of ASSIGNMENT_STATES)
      expect(decideMove('complete', inState(state), OTHER_ADMIN)).toEqual({
        kind: 'refused',
        reason: 'assignment.not_yours',
      });
  });
});

const story = fc.array(
  fc.record({
    move: fc.constantFrom(...PERSON_MOVES),
    person: fc.constantFrom(OWNER, GIVER, OTHER_ADMIN, OTHER_OPERATOR),
  }),
  { maxLength: 40 },
);

describe('whatever people do in whatever order', () => {
  test('a closed assignment moves only by being returned, and cancelled is the end', () => {
    fc.assert(
      fc.property(story, (steps) => {
        let state: AssignmentState = 'open';
        for (const { move, person } of steps) {
          const decision = decideMove(move, inState(state), person);
          if (decision.kind === 'refused') continue;
          if (!isOpenAssignment(state)) expect([move, decision.to]).toEqual(['return', 'open']);
          expect(state).not.toBe('cancelled');
          state = decision.to;
        }
      }),
    );
  });

  test('only the owner says that it is done or failed, and only a manager that it is off', () => {
    fc.assert(
      fc.property(story, (steps) => {
        let state: AssignmentState = 'open';
        for (const { move, person } of steps) {
          const decision = decideMove(move, inState(state), person);
          if (decision.kind === 'refused') continue;
          state = decision.to;
          if (state === 'done' || state === 'failed') expect(person).toBe(OWNER);
          if (state === 'cancelled') expect([GIVER, OTHER_ADMIN]).toContain(person);
        }
      }),
    );
  });
});
