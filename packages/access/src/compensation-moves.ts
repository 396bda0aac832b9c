import type {
  CompensationLimit,
  CompensationLimits,
  CompensationMove,
  CompensationState,
  Role,
} from '@perezvon/contracts';
import { isBelow } from './ranks.js';

const PROPOSE_LIMIT: Readonly<Record<Role, CompensationLimit | null>> = {
  operator: null,
  marketing: null,
  admin: 'propose_admin',
  superadmin: 'propose_superadmin',
  supreme_dev: 'propose_superadmin',
};
const APPROVE_LIMIT: Readonly<Record<Role, CompensationLimit | null>> = {
  operator: null,
  marketing: null,
  admin: null,
  superadmin: 'approve_superadmin',
  supreme_dev: 'approve_superadmin',
};

/** Whose limit each of them is; developers have a superadmin's. */
const HELD_BY: Readonly<Record<CompensationLimit, Role>> = {
  propose_admin: 'admin',
  propose_superadmin: 'superadmin',
  approve_superadmin: 'superadmin',
};

/**
 * Why somebody who may change settings cannot set this limit; null: he can. Nobody sets the limit of his own role or of
 * one above it: a superadmin would let through by himself whatever he likes.
 */
export const limitObjection = (
  limit: CompensationLimit,
  { role }: { role: Role | null },
): 'compensation.limit_not_below' | null =>
  role !== null && isBelow(HELD_BY[limit], role) ? null : 'compensation.limit_not_below';

const kopecksOf = (limits: CompensationLimits, limit: CompensationLimit | null): number =>
  limit === null ? 0 : limits[limit];

/** Up to how much, in kopecks, a role may propose for one call; 0: nothing. */
export const proposeLimit = (limits: CompensationLimits, role: Role | null): number =>
  role === null ? 0 : kopecksOf(limits, PROPOSE_LIMIT[role]);

/** Up to how much, in kopecks, a role may approve for one call; 0: nothing. */
export const approveLimit = (limits: CompensationLimits, role: Role | null): number =>
  role === null ? 0 : kopecksOf(limits, APPROVE_LIMIT[role]);

interface Proposal {
  state: CompensationState;
  proposedById: number;
  /**
   * What the call would have cost with it, in kopecks: itself and all that was approved for the call before. A sum in
   * parts has the limit of the sum.
   */
  callKopecks: number;
}

interface Person {
  id: number;
  role: Role | null;
}

/**
 * Those of these people who can approve a proposal now: never its proposer, nobody above his limit. The clinic's people;
 * developers only where there is nobody else.
 */
export const decidersAmong = <P extends Person>(
  people: readonly P[],
  { proposedById, callKopecks }: Pick<Proposal, 'proposedById' | 'callKopecks'>,
  limits: CompensationLimits,
): P[] => {
  const free = people.filter(
    ({ id, role }) => id !== proposedById && callKopecks <= approveLimit(limits, role),
  );
  const clinic = free.filter(({ role }) => role !== 'supreme_dev');
  return clinic.length === 0 ? free : clinic;
};

/** What may stand in the way of each end, besides its being over. */
interface Objections {
  approve: 'compensation.own' | 'compensation.over_approve_limit';
  refuse: 'compensation.own';
  withdraw: 'compensation.not_yours';
}
export type CompensationObjection<Move extends CompensationMove> =
  | Objections[Move]
  | 'compensation.not_waiting';

type Objecting<Move extends CompensationMove> = (
  proposal: Proposal,
  person: Person,
  limits: CompensationLimits,
) => Objections[Move] | null;

const OBJECTING: { readonly [Move in CompensationMove]: Objecting<Move> } = {
  approve: ({ proposedById, callKopecks }, { id, role }, limits) => {
    if (id === proposedById) return 'compensation.own';
    return callKopecks > approveLimit(limits, role) ? 'compensation.over_approve_limit' : null;
  },
  // However big: saying no costs nothing.
  refuse: ({ proposedById }, { id }) => (id === proposedById ? 'compensation.own' : null),
  withdraw: ({ proposedById }, { id }) => (id === proposedById ? null : 'compensation.not_yours'),
};

/**
 * Why this person may not end a proposal so; null: nothing but perhaps his role is in the way (`may`). Four eyes hold
 * here, for the bot that draws and the service that acts alike.
 */
export const compensationObjection = <Move extends CompensationMove>(
  move: Move,
  proposal: Proposal,
  person: Person,
  limits: CompensationLimits,
): CompensationObjection<Move> | null =>
  proposal.state === 'proposed' ? OBJECTING[move](proposal, person, limits) : 'compensation.not_waiting';
