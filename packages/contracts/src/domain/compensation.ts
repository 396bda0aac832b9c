import { z } from 'zod';
import type { AssignmentState } from './assignment.js';
import { KOPECKS_IN_RUBLE } from './money.js';

/** Why a client gets money back; `other` needs words. */
export const COMPENSATION_REASONS = [
  'quality',
  'price_differs',
  'long_wait',
  'rudeness',
  'cancelled_visit',
  'medical',
  'goodwill',
  'other',
] as const;
export const CompensationReason = z.enum(COMPENSATION_REASONS);
export type CompensationReason = z.infer<typeof CompensationReason>;

/** `proposed` waits for a second person; whether an approved one is paid, its assignment says. */
export const COMPENSATION_STATES = ['proposed', 'approved', 'refused', 'withdrawn'] as const;
export const CompensationState = z.enum(COMPENSATION_STATES);
export type CompensationState = z.infer<typeof CompensationState>;

/** How a proposal ends. `withdraw` is its proposer's, the other two are anybody else's who may approve. */
export const COMPENSATION_MOVES = ['approve', 'refuse', 'withdraw'] as const;
export const CompensationMove = z.enum(COMPENSATION_MOVES);
export type CompensationMove = z.infer<typeof CompensationMove>;

/** How a compensation stands, its payment included: its own state and that of the assignment to pay it. */
export const COMPENSATION_STANDINGS = [
  'waiting',
  'to_pay',
  'paid',
  'pay_failed',
  'pay_dropped',
  'refused',
  'withdrawn',
] as const;
export type CompensationStanding = (typeof COMPENSATION_STANDINGS)[number];

const PAYMENT_STANDING: Readonly<Record<AssignmentState, CompensationStanding>> = {
  open: 'to_pay',
  accepted: 'to_pay',
  in_progress: 'to_pay',
  done: 'paid',
  failed: 'pay_failed',
  cancelled: 'pay_dropped',
};

/** @param payment state of the assignment to pay it; null: there is none (any more) */
export const compensationStanding = (
  state: CompensationState,
  payment: AssignmentState | null,
): CompensationStanding => {
  if (state === 'proposed') return 'waiting';
  if (state !== 'approved') return state;
  return payment === null ? 'to_pay' : PAYMENT_STANDING[payment];
};

/** A million rubles, in kopecks: nobody at a phone decides about more, and a slip of the thumb stops here. */
export const MAX_COMPENSATION_KOPECKS = 1_000_000 * KOPECKS_IN_RUBLE;
/** A sum of money to pay, in kopecks. */
export const CompensationKopecks = z.int().positive().max(MAX_COMPENSATION_KOPECKS);

/**
 * Up to how much the compensations of one call may come to, by what somebody does and his role. Developers have the
 * limits of a superadmin: the clinic's money is no business of theirs.
 */
export const COMPENSATION_LIMITS = ['propose_admin', 'propose_superadmin', 'approve_superadmin'] as const;
export const CompensationLimit = z.enum(COMPENSATION_LIMITS);
export type CompensationLimit = z.infer<typeof CompensationLimit>;

/** The setting that holds the limits. */
export const COMPENSATION_LIMITS_KEY = 'compensation.limits';
/** Each limit in kopecks. */
export const CompensationLimits = z.record(CompensationLimit, CompensationKopecks);
export type CompensationLimits = Readonly<z.infer<typeof CompensationLimits>>;

/** Until a superadmin sets others: a visit is worth some thousands of rubles, a course of treatment some tens. */
export const DEFAULT_COMPENSATION_LIMITS: CompensationLimits = {
  propose_admin: 10_000 * KOPECKS_IN_RUBLE,
  propose_superadmin: 50_000 * KOPECKS_IN_RUBLE,
  approve_superadmin: 50_000 * KOPECKS_IN_RUBLE,
};

/** Whether everything that can be proposed can be approved by somebody: other limits make proposals that only wait. */
export const areLimitsOrdered = ({
  propose_admin,
  propose_superadmin,
  approve_superadmin,
}: CompensationLimits): boolean =>
  propose_admin <= propose_superadmin && propose_superadmin <= approve_superadmin;

/** Working days of the clinic in which an approved compensation is to be paid. */
export const PAY_WITHIN_DAYS = 3;
