import {
  COMPENSATION_MOVES,
  COMPENSATION_STATES,
  DEFAULT_COMPENSATION_LIMITS,
  MAX_COMPENSATION_KOPECKS,
  ROLES,
} from '@perezvon/contracts';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  approveLimit,
  compensationObjection,
  decidersAmong,
  limitObjection,
  may,
  proposeLimit,
} from '../src/index.js';

const LIMITS = { propose_admin: 10_000, propose_superadmin: 50_000, approve_superadmin: 60_000 };
const waiting = { state: 'proposed', proposedById: 1, callKopecks: 10_000 } as const;

test.each([
  ['the proposer approves', 'approve', { id: 1, role: 'superadmin' }, 'compensation.own'],
  ['the proposer refuses', 'refuse', { id: 1, role: 'superadmin' }, 'compensation.own'],
  ['the proposer withdraws', 'withdraw', { id: 1, role: 'admin' }, null],
  ['somebody else withdraws', 'withdraw', { id: 2, role: 'superadmin' }, 'compensation.not_yours'],
  ['a superadmin approves', 'approve', { id: 2, role: 'superadmin' }, null],
  ['a developer approves', 'approve', { id: 3, role: 'supreme_dev' }, null],
  [
    'an admin has no limit to approve by',
    'approve',
    { id: 2, role: 'admin' },
    'compensation.over_approve_limit',
  ],
] as const)('%s: %s', (_, move, person, objection) => {
  expect(compensationObjection(move, waiting, person, LIMITS)).toBe(objection);
});

test('a limit holds to the kopeck, and saying no has none', () => {
  const superadmin = { id: 2, role: 'superadmin' } as const;
  const of = (callKopecks: number) => ({ ...waiting, callKopecks });
  expect(compensationObjection('approve', of(60_000), superadmin, LIMITS)).toBeNull();
  expect(compensationObjection('approve', of(60_001), superadmin, LIMITS)).toBe(
    'compensation.over_approve_limit',
  );
  expect(compensationObjection('refuse', of(60_001), superadmin, LIMITS)).toBeNull();
});

test.each([
  ['propose_admin', ['superadmin', 'supreme_dev']],
  ['propose_superadmin', ['supreme_dev']],
  ['approve_superadmin', ['supreme_dev']],
] as const)('the limit %s is set by %j alone', (limit, setters) => {
  expect(ROLES.filter((role) => limitObjection(limit, { role }) === null)).toEqual(setters);
  expect(limitObjection(limit, { role: null })).toBe('compensation.limit_not_below');
});

test('who decides: never the proposer, nobody above his limit, developers where there is nobody else', () => {
  const [proposer, boss, developer] = [
    { id: 1, role: 'superadmin' },
    { id: 2, role: 'superadmin' },
    { id: 3, role: 'supreme_dev' },
  ] as const;
  expect(decidersAmong([proposer, boss, developer], waiting, LIMITS)).toEqual([boss]);
  expect(decidersAmong([proposer, developer], waiting, LIMITS)).toEqual([developer]);
  expect(decidersAmong([boss], { ...waiting, callKopecks: 60_001 }, LIMITS)).toEqual([]);
});

describe('whatever the proposal, the person and the limits', () => {
  const proposal = fc.record({
    state: fc.constantFrom(...COMPENSATION_STATES),
    proposedById: fc.integer({ min: 1, max: 3 }),
    callKopecks: fc.integer({ min: 1, max: MAX_COMPENSATION_KOPECKS }),
  });
  const person = fc.record({
    id: fc.integer({ min: 1, max: 3 }),
    role: fc.option(fc.constantFrom(...ROLES), { nil: null }),
  });
  const kopecks = fc.integer({ min: 1, max: MAX_COMPENSATION_KOPECKS });
  const limits = fc.record({
    propose_admin: kopecks,
    propose_superadmin: kopecks,
    approve_superadmin: kopecks,
  });

  test('money needs two people, and what has ended does not end again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...COMPENSATION_MOVES), proposal, person, limits, (move, one, who, all) => {
        if (compensationObjection(move, one, who, all) !== null) return;
        expect(one.state).toBe('proposed');
        expect(who.id === one.proposedById).toBe(move === 'withdraw');
        if (move === 'approve') expect(one.callKopecks).toBeLessThanOrEqual(approveLimit(all, who.role));
      }),
    );
  });
});

test('a limit is there exactly for the roles that may do it', () => {
  for (const role of ROLES) {
    expect(proposeLimit(DEFAULT_COMPENSATION_LIMITS, role) > 0).toBe(may(role, 'compensation.propose'));
    expect(approveLimit(DEFAULT_COMPENSATION_LIMITS, role) > 0).toBe(may(role, 'compensation.approve'));
  }
  expect([proposeLimit(LIMITS, null), approveLimit(LIMITS, null)]).toEqual([0, 0]);
});
