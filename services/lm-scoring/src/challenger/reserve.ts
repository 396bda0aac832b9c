import { withTransaction, type Tx } from '@perezvon/db';
import type { ProcessingDeps } from '@perezvon/messaging';
import type { Challenger } from './challenger.js';
import type { ChallengerSettings } from './environment.js';
import type { ChallengerMeter } from './meter.js';
import {
  countRequestsUnderWay,
  insertRequest,
  listFinishedRequests,
  lockReservations,
  readSpent,
} from './request-store.js';
import { healthOf } from './rest.js';

/** Why nothing is sent now. `taken`: another process asks about this call, or has. */
export type Refusal = 'calls_spent' | 'tokens_spent' | 'resting' | 'busy' | 'taken';

export interface ReserveDeps extends Pick<ProcessingDeps, 'db' | 'now'> {
  readonly challenger: Pick<Challenger, 'tag'>;
  readonly settings: ChallengerSettings;
  readonly meter: Pick<ChallengerMeter, 'budgetLeft'>;
  readonly timezone: string;
}

export interface Wanted {
  historyId: number;
  revision: number;
  /** The most that the request can cost. */
  maxTokens: number;
}

const reserve = async (
  tx: Tx,
  { now, challenger, settings, meter, timezone }: ReserveDeps,
  wanted: Wanted,
): Promise<number | Refusal> => {
  await lockReservations(tx);
  const at = now();
  const { restUntil, isProbing } = healthOf(await listFinishedRequests(tx, challenger.tag));
  if (restUntil !== null && restUntil > at) return 'resting';
  if ((await countRequestsUnderWay(tx)) >= (isProbing ? 1 : settings.concurrency)) return 'busy';

  const spent = await readSpent(tx, at, timezone);
  const calls = settings.dailyCalls - spent.calls;
  const tokens = settings.dailyTokens - spent.tokens;
  meter.budgetLeft({ calls: Math.max(0, calls), tokens: Math.max(0, tokens) });
  if (calls < 1) return 'calls_spent';
  if (tokens < wanted.maxTokens) return 'tokens_spent';
  return (await insertRequest(tx, { ...wanted, tag: challenger.tag, at })) ?? 'taken';
};

/**
 * Takes one request out of the clinic day's budget before it is sent, so that nothing that happens afterwards can exceed
 * it. One reservation at a time over all processes: budget, rest and concurrency hold for all of them together.
 * @returns the request's id, or why nothing may be sent
 */
export const reserveRequest = (deps: ReserveDeps, wanted: Wanted): Promise<number | Refusal> =>
  withTransaction(deps.db, (tx) => reserve(tx, deps, wanted));
