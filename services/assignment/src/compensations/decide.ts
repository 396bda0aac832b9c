import { compensationObjection, type CompensationObjection } from '@perezvon/access';
import { compensationDecided, type CompensationMove, type EventBody } from '@perezvon/contracts';
import { findCompensationLimits, sumApprovedCompensations } from '@perezvon/db';
import { refused, type IntentTools, type Refused } from '@perezvon/messaging';
import { findCompensationForUpdate, type Compensation } from './store.js';

/** Locks the proposal and asks whether this person may end it so; nothing is written yet. */
export const beginDecision = async <Move extends CompensationMove>(
  move: Move,
  compensationId: number,
  { tx, actor }: IntentTools,
): Promise<
  | { kind: 'allowed'; compensation: Compensation }
  | Refused<'compensation.not_found' | CompensationObjection<Move>>
> => {
  const compensation = await findCompensationForUpdate(tx, compensationId);
  if (!compensation) return refused('compensation.not_found');
  const limits = await findCompensationLimits(tx);
  const callKopecks =
    compensation.amountKopecks + (await sumApprovedCompensations(tx, compensation.historyId));
  const objection = compensationObjection(move, { ...compensation, callKopecks }, actor, limits);
  return objection === null ? { kind: 'allowed', compensation } : { kind: 'refused', reason: objection };
};

/** What is told of a decision. */
export const decisionEvent = (
  { id, historyId, proposedById }: Compensation,
  move: CompensationMove,
): EventBody => compensationDecided.of({ compensationId: id, historyId, proposedById, move });
