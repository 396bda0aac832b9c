import { z } from 'zod';
import { defineEvent } from '../define.js';
import { HistoryId } from '../domain/ids.js';

/** Calls that one message may tell of. */
const MAX_HEARD_PROMISES = 1_000;

/** The current scores of these calls say something new about what the operator promised: that he did, or that he did not. */
export const promiseHeard = defineEvent({
  type: 'promise.heard',
  version: 1,
  payload: z.object({
    historyIds: z.array(HistoryId).min(1).max(MAX_HEARD_PROMISES),
    /** The clinic's, IANA: the words were read on its clock, and its day ends on it. */
    timezone: z.string().min(1),
  }),
});

/** «Не нужно»: nobody has to call this client back. */
export const promiseDismissed = defineEvent({
  type: 'promise.dismissed',
  version: 1,
  payload: z.object({ historyId: HistoryId }),
});
