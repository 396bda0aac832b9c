import { setImmediate as otherWork } from 'node:timers/promises';
import type { CallScore } from '@perezvon/contracts';
import type { Log } from '@perezvon/messaging';
import type { Engine } from '../rulesets/engine.js';
import { ScoringError } from '../scoring-error.js';
import type { ReceivedCall } from '../store/received-calls.js';
import type { NewScore } from '../store/scores.js';

/** After so many calls the event loop goes round: a call that has just arrived does not wait for the whole step. */
const CALLS_IN_A_ROW = 5;

export interface ScoredCall {
  call: ReceivedCall;
  score: CallScore;
}

/** The score as it is stored. */
export const toNewScore = ({ call, score }: ScoredCall): NewScore => ({
  score,
  revision: call.revision,
  callDate: call.record.call_date,
  operator: call.record.operator,
});

/**
 * Scores calls with one version. A call that breaks the engine is logged and left out: one bug must not hold up a run
 * of thousands.
 */
export const scoreCalls = async (
  calls: readonly ReceivedCall[],
  engine: Engine,
  log: Pick<Log, 'error'>,
): Promise<{ scored: ScoredCall[]; failedIds: number[] }> => {
  const scored: ScoredCall[] = [];
  const failedIds: number[] = [];
  for (const [index, call] of calls.entries()) {
    if (index > 0 && index % CALLS_IN_A_ROW === 0) await otherWork();
    try {
      scored.push({ call, score: engine.score(call.record) });
    } catch (cause) {
      const { revision, record } = call;
      const historyId = record.history_id;
      const err = new ScoringError({ historyId, revision, tag: engine.tag }, cause);
      failedIds.push(historyId);
      log.error({ historyId, err }, 'a call broke the engine: left out of the run');
    }
  }
  return { scored, failedIds };
};
