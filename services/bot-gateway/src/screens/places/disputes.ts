import { DisputeId, DisputeOutcome, HistoryId, JudgedMetric, NoteId } from '@perezvon/contracts';
import { z } from 'zod';
import { MAX_OPERATOR_KEY } from '../../domain/operator-key.js';
import { DISPUTE_VIEWS } from '../../queries/disputes/list-disputes.js';
import { definePlace } from '../define-place.js';
import { PageDirection } from './calls.js';

/** «⚖️ Оспорить», where several metrics are raised: which one? */
export const disputeMetricPlace = definePlace({
  id: 'dsp-of',
  permission: 'work.own',
  isQuestion: true,
  params: z.object({ historyId: HistoryId }),
});

/** What is wrong with it: a reason, or typed words. */
export const disputeReasonPlace = definePlace({
  id: 'dsp-why',
  permission: 'work.own',
  isQuestion: true,
  params: z.object({ historyId: HistoryId, metric: JudgedMetric }),
});

/** The typed words, before they are sent. */
export const disputeSendPlace = definePlace({
  id: 'dsp-send',
  permission: 'work.own',
  isQuestion: true,
  params: z.object({ historyId: HistoryId, metric: JudgedMetric, noteId: NoteId }),
});

/** One dispute: its operator's, or anybody's who may view calls (the screen's `load` looks). */
export const disputePlace = definePlace({
  id: 'dispute',
  permission: ['calls.view', 'work.own'],
  params: z.object({ disputeId: DisputeId }),
});

/** A decision asks once more, and takes words for the operator: there is no way back from it. */
export const disputeDecisionPlace = definePlace({
  id: 'dsp-end',
  permission: 'calls.view',
  isQuestion: true,
  params: z.object({ disputeId: DisputeId, outcome: DisputeOutcome, noteId: NoteId.optional() }),
});

/** «⚖️ Споры», page by page; `operator`: the key of whose (`operatorKey`), for the view of one operator. */
export const disputesPlace = definePlace({
  id: 'disputes',
  permission: ['calls.view', 'work.own'],
  params: z.object({
    view: z.enum(DISPUTE_VIEWS),
    operator: z.int().positive().max(MAX_OPERATOR_KEY).optional(),
    direction: PageDirection,
    cursor: DisputeId.optional(),
  }),
});
