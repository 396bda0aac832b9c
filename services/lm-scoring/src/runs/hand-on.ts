import { lmRunStep } from '@perezvon/contracts';
import type { Tx } from '@perezvon/db';
import { insertEvents } from '@perezvon/messaging';

/** What the ids of one run's steps begin with. */
export const stepIdPrefix = (runId: number): string => `lm-run-${runId}-`;

interface NextStep {
  runId: number;
  /** Calls done before the step. */
  from: number;
  at: Date;
  /** The step's first message may have been used up already (a pause, a loss): this one gets an id of its own. */
  isAgain?: boolean;
}

/**
 * Hands a run on to its next step, in bulk: nobody waits for it, and whatever people wait for goes first. The id names
 * run and place, so that the same step is stored once; the message that led here does not name it, or the ids would
 * grow with every step.
 */
export const handOnStep = (tx: Tx, { runId, from, at, isAgain = false }: NextStep): Promise<void> =>
  insertEvents(tx, [lmRunStep.of({ runId, from })], {
    causedBy: `${stepIdPrefix(runId)}${from}${isAgain ? `-${at.getTime()}` : ''}`,
    actorId: null,
    origin: null,
    at,
  });
