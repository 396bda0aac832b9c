import {
  callScored,
  type callReceived,
  type CallRecord,
  type CallScore,
  type EventBody,
  type MessageOf,
} from '@perezvon/contracts';
import type { BatchHandler, EventTools } from '@perezvon/messaging';
import { ScoringError } from '../scoring-error.js';
import { lockReceivedCalls, type ReceivedCall } from '../store/received-calls.js';
import { storeCurrentScores } from '../store/scores.js';

/** The engine with one version of its rules. */
export interface Engine {
  /** `v<semver>+<8 hex>` */
  tag: string;
  /** Pure: the same call gets the same score. @throws for a bug only */
  score: (call: CallRecord) => CallScore;
}

type Received = MessageOf<typeof callReceived>;

/** Calls of one transaction: enough that the database's round trips no longer count, a lock of well under a second. */
const BATCH_SIZE = 50;
const NOTHING: readonly EventBody[] = [];

const scoreOne = ({ tag, score }: Engine, { record, revision }: ReceivedCall): CallScore => {
  try {
    return score(record);
  } catch (cause) {
    throw new ScoringError({ historyId: record.history_id, revision, tag }, cause);
  }
};

/** What is still the newest: a message about an older revision is followed by the newer one's own message. */
const stillNewest = (
  events: readonly Received[],
  calls: readonly ReceivedCall[],
): Map<Received, ReceivedCall> => {
  const byId = new Map(calls.map((call) => [call.record.history_id, call]));
  const newest = new Map<Received, ReceivedCall>();
  for (const event of events) {
    const { historyId, revision } = event.payload;
    const call = byId.get(historyId);
    if (call?.revision !== revision) continue;
    newest.set(event, call);
    // Told twice by two messages: scored and announced once.
    byId.delete(historyId);
  }
  return newest;
};

const announce = (call: ReceivedCall, lmVersionTag: string, previous: Date | undefined): EventBody => {
  const { history_id: historyId, call_date: callDate } = call.record;
  const before = previous?.toISOString() ?? null;
  return callScored.of({
    historyId,
    revision: call.revision,
    lmVersionTag,
    callDate,
    previousCallDate: before === callDate ? null : before,
  });
};

const scoreReceived = async (
  engine: Engine,
  events: readonly Received[],
  { tx, now }: EventTools,
): Promise<(readonly EventBody[])[]> => {
  const historyIds = [...new Set(events.map(({ payload }) => payload.historyId))];
  const newest = stillNewest(events, await lockReceivedCalls(tx, historyIds));
  if (newest.size === 0) return events.map(() => NOTHING);

  const scores = [...newest.values()].map((call) => ({
    score: scoreOne(engine, call),
    revision: call.revision,
    callDate: call.record.call_date,
    operator: call.record.operator,
  }));
  const previous = await storeCurrentScores(tx, engine.tag, scores, now());
  return events.map((event) => {
    const call = newest.get(event);
    return call ? [announce(call, engine.tag, previous.get(call.record.history_id))] : NOTHING;
  });
};

/**
 * Scores calls that arrived or changed, and makes the scores the current ones. A call that was deleted meanwhile is
 * passed over; one that the engine cannot read fails alone.
 */
export const scoreReceivedCalls = (engine: Engine): BatchHandler<typeof callReceived> => ({
  kind: 'batch',
  size: BATCH_SIZE,
  handle: (events, tools) => scoreReceived(engine, events, tools),
});
