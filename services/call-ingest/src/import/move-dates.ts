import type { IncomingCall } from '../record/incoming-call.js';

/**
 * Moves calls in time, all by the same span.
 * @param newest start of the call that shall have started at `now`
 */
export const moveDates = (newest: string, now: Date): ((call: IncomingCall) => IncomingCall) => {
  const spanMs = now.getTime() - Date.parse(newest);
  return (call) => ({ ...call, call_date: new Date(Date.parse(call.call_date) + spanMs).toISOString() });
};
