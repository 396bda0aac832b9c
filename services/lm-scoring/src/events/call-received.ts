import {
  callAlarmed,
  callScored,
  callShadowDue,
  dangerOf,
  promiseHeard,
  type callReceived,
  type CallScore,
  type EventBody,
  type MessageOf,
} from '@perezvon/contracts';
import type { BatchHandler, EventTools } from '@perezvon/messaging';
import type { Engine } from '../rulesets/engine.js';
import type { Rulesets } from '../rulesets/rulesets.js';
import { ScoringError } from '../scoring-error.js';
import { stillNewest } from './still-newest.js';
import { lockReceivedCalls, type ReceivedCall } from '../store/received-calls.js';
import { listHeardPromises } from '../store/promises.js';
import { storeCurrentScores } from '../store/scores.js';

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

/** A call of last week that is scored only now stands in the lists: it is no news. */
const NEWS_FOR_MS = 24 * 60 * 60 * 1_000;

/** Whether somebody should hear of the call at once. */
const isNewsOfDanger = ({ metrics }: CallScore, callDate: string, now: Date): boolean =>
  now.getTime() - Date.parse(callDate) < NEWS_FOR_MS &&
  dangerOf({
    complaintRiskFlag: metrics.complaint_risk_flag,
    complaintRiskScore: metrics.complaint_risk_score,
    churnRiskLevel: metrics.churn_risk_level,
    churnRiskScore: metrics.churn_risk_score,
  }) !== null;

const scoreReceived = async (
  rulesets: Rulesets,
  events: readonly Received[],
  { tx, now }: EventTools,
): Promise<(readonly EventBody[])[]> => {
  const { active, shadowTags } = await rulesets.running(tx);
  const historyIds = [...new Set(events.map(({ payload }) => payload.historyId))];
  const newest = stillNewest(events, await lockReceivedCalls(tx, historyIds));
  if (newest.size === 0) return events.map(() => NOTHING);

  const scores = [...newest.values()].map((call) => ({
    score: scoreOne(active, call),
    revision: call.revision,
    callDate: call.record.call_date,
    operator: call.record.operator,
  }));
  const at = now();
  const previous = await storeCurrentScores(tx, active.tag, scores, at);
  const alarming = new Set(
    scores
      .filter(({ score, callDate }) => isNewsOfDanger(score, callDate, at))
      .map(({ score }) => score.history_id),
  );
  const promised = new Set(await listHeardPromises(tx, scores, new Set(previous.keys())));
  return events.map((event) => {
    const call = newest.get(event);
    if (!call) return NOTHING;
    const { history_id: historyId } = call.record;
    return [
      announce(call, active.tag, previous.get(historyId)),
      ...(promised.has(historyId)
        ? [promiseHeard.of({ historyIds: [historyId], timezone: active.timezone })]
        : []),
      ...(alarming.has(historyId) ? [callAlarmed.of({ historyId })] : []),
      ...(shadowTags.length === 0 ? [] : [callShadowDue.of(event.payload)]),
    ];
  });
};

/**
 * Scores calls that arrived or changed with the active version, and makes the scores the current ones. A call that was
 * deleted meanwhile is passed over; one that the engine cannot read fails alone. The versions in shadow have their turn
 * later.
 */
export const scoreReceivedCalls = (rulesets: Rulesets): BatchHandler<typeof callReceived> => ({
  kind: 'batch',
  size: BATCH_SIZE,
  handle: (events, tools) => scoreReceived(rulesets, events, tools),
});
