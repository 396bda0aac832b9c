import { z } from 'zod';
import { defineIntent, type Subject } from '../define.js';
import { DisputeOutcome, DisputeReason } from '../domain/dispute.js';
import { JudgedMetric } from '../domain/feedback.js';
import { DisputeId, HistoryId, NoteId } from '../domain/ids.js';

/** «⚖️ Оспорить»: an operator says that a metric of his own call was raised wrongly. */
export const disputeOpen = defineIntent({
  type: 'dispute.open',
  version: 1,
  owner: 'lm-scoring',
  permission: 'work.own',
  payload: z.object({
    historyId: HistoryId,
    metric: JudgedMetric,
    reason: DisputeReason,
    /** His own words; the gateway keeps them. */
    noteId: NoteId.optional(),
  }),
  subject: ({ historyId }): Subject => ({ kind: 'call', id: String(historyId), historyId }),
  refusals: [
    'call.not_found',
    'dispute.not_yours',
    'dispute.no_score',
    'dispute.not_raised',
    'dispute.too_late',
    'dispute.already_open',
    'dispute.already_decided',
    'dispute.words_gone',
  ],
});

/** Somebody who neither opened the dispute nor judged or reviewed the call decides it; the first decision counts. */
export const disputeDecide = defineIntent({
  type: 'dispute.decide',
  version: 1,
  owner: 'lm-scoring',
  permission: 'calls.view',
  payload: z.object({
    disputeId: DisputeId,
    outcome: DisputeOutcome,
    /** What the operator is told with it; the gateway keeps it. */
    noteId: NoteId.optional(),
  }),
  subject: ({ disputeId }): Subject => ({ kind: 'dispute', id: String(disputeId) }),
  refusals: [
    'dispute.not_found',
    'dispute.already_decided',
    'dispute.cannot_decide_own',
    'dispute.words_gone',
  ],
});
