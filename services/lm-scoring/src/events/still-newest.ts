import type { ReceivedCall } from '../store/received-calls.js';

/**
 * Which messages tell of a call's newest revision, with the call as it stands now: one about an older revision is
 * followed by the newer one's own message. Told twice, it counts once.
 */
export const stillNewest = <Event extends { payload: { historyId: number; revision: number } }>(
  events: readonly Event[],
  calls: readonly ReceivedCall[],
): Map<Event, ReceivedCall> => {
  const byId = new Map(calls.map((call) => [call.record.history_id, call]));
  const newest = new Map<Event, ReceivedCall>();
  for (const event of events) {
    const { historyId, revision } = event.payload;
    const call = byId.get(historyId);
    if (call?.revision !== revision) continue;
    newest.set(event, call);
    byId.delete(historyId);
  }
  return newest;
};
