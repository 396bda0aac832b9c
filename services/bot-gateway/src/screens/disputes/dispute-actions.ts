import {
  disputeDecide,
  DisputeId,
  disputeOpen,
  DisputeOutcome,
  DisputeReason,
  HistoryId,
  JudgedMetric,
  NoteId,
} from '@perezvon/contracts';
import { z } from 'zod';
import { defineAction } from '../define-action.js';
import { disputePlace } from '../places/disputes.js';
import { callCardPlace } from '../places/work.js';

/** The reason, or «✅ Отправить» under one's own words. */
export const openDispute = defineAction({
  id: 'dsp-new',
  params: z.object({
    historyId: HistoryId,
    metric: JudgedMetric,
    reason: DisputeReason,
    noteId: NoteId.optional(),
  }),
  intent: disputeOpen,
  payload: (params) => params,
  leadsTo: ({ historyId }) => callCardPlace.address({ historyId }),
});

/** «✅ Подтвердить» of a decision. */
export const decideDispute = defineAction({
  id: 'dsp-yes',
  params: z.object({ disputeId: DisputeId, outcome: DisputeOutcome, noteId: NoteId.optional() }),
  intent: disputeDecide,
  payload: (params) => params,
  leadsTo: ({ disputeId }) => disputePlace.address({ disputeId }),
});
