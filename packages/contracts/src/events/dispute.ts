import { z } from 'zod';
import { defineEvent } from '../define.js';
import { DisputeOutcome } from '../domain/dispute.js';
import { DisputeId, HistoryId, UserId } from '../domain/ids.js';

/** An operator disputes a score: those who may decide are told. */
export const disputeOpened = defineEvent({
  type: 'dispute.opened',
  version: 1,
  payload: z.object({ disputeId: DisputeId, historyId: HistoryId, openedById: UserId }),
});

/** A dispute is decided: its operator is told. */
export const disputeDecided = defineEvent({
  type: 'dispute.decided',
  version: 1,
  payload: z.object({
    disputeId: DisputeId,
    historyId: HistoryId,
    openedById: UserId,
    outcome: DisputeOutcome,
  }),
});
