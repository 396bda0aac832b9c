import { scoresStored, type callShadowDue, type EventBody, type MessageOf } from '@perezvon/contracts';
import type { BatchHandler, EventTools, Log } from '@perezvon/messaging';
import type { Rulesets } from '../rulesets/rulesets.js';
import { scoreCalls, toNewScore } from '../runs/score-calls.js';
import { keepReceivedCalls } from '../store/received-calls.js';
import { storeScoresBeside, type NewScore } from '../store/scores.js';
import { stillNewest } from './still-newest.js';

type Due = MessageOf<typeof callShadowDue>;

/** As for the active version: the round trips no longer count. */
const BATCH_SIZE = 50;
const NOTHING: readonly EventBody[] = [];

const scoreInShadow = async (
  { rulesets, log }: { rulesets: Rulesets; log: Log },
  events: readonly Due[],
  { tx, now }: EventTools,
): Promise<(readonly EventBody[])[]> => {
  const engines = await rulesets.shadows(tx);
  if (engines.length === 0) return events.map(() => NOTHING);
  const historyIds = [...new Set(events.map(({ payload }) => payload.historyId))];
  const newest = stillNewest(events, await keepReceivedCalls(tx, historyIds));

  const scores: NewScore[] = [];
  for (const engine of engines) {
    const { scored } = await scoreCalls([...newest.values()], engine, log);
    scores.push(...scored.map(toNewScore));
  }
  if (scores.length === 0) return events.map(() => NOTHING);
  await storeScoresBeside(tx, scores, now());
  // The days of the whole batch in one message: roll-ups are kept a version.
  const callDates = [...new Set(scores.map(({ callDate }) => callDate))];
  return events.map((_, index) => (index === 0 ? [scoresStored.of({ callDates })] : NOTHING));
};

/**
 * Scores calls with every version in shadow, beside the score that counts; only `scores.stored` tells of it. A version
 * that breaks on a call is logged and has no score of it, and nobody else's score suffers.
 */
export const scoreShadows = (deps: { rulesets: Rulesets; log: Log }): BatchHandler<typeof callShadowDue> => ({
  kind: 'batch',
  size: BATCH_SIZE,
  handle: (events, tools) => scoreInShadow(deps, events, tools),
});
