import { promiseHeard, scoresStored, type EventBody } from '@perezvon/contracts';
import type { Tx } from '@perezvon/db';
import type { Log } from '@perezvon/messaging';
import type { Engine } from '../rulesets/engine.js';
import { lockReceivedCalls } from '../store/received-calls.js';
import { listHeardPromises } from '../store/promises.js';
import { isActiveVersion } from '../store/rulesets.js';
import { storeCurrentScores, storeScoresBeside, type NewScore } from '../store/scores.js';
import { scoreCalls, toNewScore } from './score-calls.js';

export interface Rescored {
  failed: number;
  events: EventBody[];
}

/** The roll-ups of all these days in one message: a call’s own would be hundreds a step. */
const tellDays = (scores: readonly NewScore[], previous: Iterable<Date>): EventBody[] => {
  const callDates = new Set(scores.map(({ callDate }) => callDate));
  for (const date of previous) callDates.add(date.toISOString());
  return callDates.size === 0 ? [] : [scoresStored.of({ callDates: [...callDates] })];
};

/** What was promised in these calls may be another thing now. */
const tellPromises = (historyIds: readonly number[], { timezone }: Engine): EventBody[] =>
  historyIds.length === 0 ? [] : [promiseHeard.of({ historyIds: [...historyIds], timezone })];

/**
 * Scores calls as they stand now and stores it: as current while the version is the active one, else beside. Each call
 * is locked until the end of the transaction, so that a newer revision's score is never overwritten by an older one's.
 */
export const rescoreCalls = async (
  tx: Tx,
  historyIds: readonly number[],
  { engine, now, log }: { engine: Engine; now: Date; log: Log },
): Promise<Rescored> => {
  const isActive = await isActiveVersion(tx, engine.tag);
  const { scored, failedIds } = await scoreCalls(await lockReceivedCalls(tx, historyIds), engine, log);
  const scores = scored.map(toNewScore);
  if (!isActive) {
    await storeScoresBeside(tx, scores, now);
    return { failed: failedIds.length, events: tellDays(scores, []) };
  }
  const previous = await storeCurrentScores(tx, engine.tag, scores, now);
  const promised = await listHeardPromises(tx, scores, new Set(previous.keys()));
  return {
    failed: failedIds.length,
    events: [...tellDays(scores, previous.values()), ...tellPromises(promised, engine)],
  };
};
