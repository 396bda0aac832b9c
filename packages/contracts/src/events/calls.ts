import { z } from 'zod';
import { defineEvent } from '../define.js';
import { HistoryId } from '../domain/ids.js';

/** A call was stored, or its content changed (`revision` over 1). */
export const callReceived = defineEvent({
  type: 'call.received',
  version: 1,
  payload: z.object({ historyId: HistoryId, revision: z.int().positive() }),
});

/**
 * A call may be a call-back, or tell of one: the clinic called a client, or what is known of a call has changed.
 * Most calls are neither, and nobody has to look at them.
 */
export const callMatchDue = defineEvent({
  type: 'call.match_due',
  version: 1,
  payload: z.object({ historyId: HistoryId, revision: z.int().positive() }),
});

/** A call has a new current score. */
export const callScored = defineEvent({
  type: 'call.scored',
  version: 1,
  payload: z.object({
    historyId: HistoryId,
    revision: z.int().positive(),
    lmVersionTag: z.string(),
    /** Start of the call, UTC: tells which clinic day changed. */
    callDate: z.iso.datetime(),
    /** The start before this revision, when it was another: that day changed too. */
    previousCallDate: z.iso.datetime().nullable(),
  }),
});

/** A live call turned out to be red: whoever is in charge is told within a minute. Of imported ones nobody is. */
export const callAlarmed = defineEvent({
  type: 'call.alarmed',
  version: 1,
  liveOnly: true,
  payload: z.object({ historyId: HistoryId }),
});

/** A call has a link that opens its card. */
export const callLinked = defineEvent({
  type: 'call.linked',
  version: 1,
  payload: z.object({ historyId: HistoryId }),
});

export const callListened = defineEvent({
  type: 'call.listened',
  version: 1,
  payload: z.object({ historyId: HistoryId }),
});
