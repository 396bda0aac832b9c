import {
  CompensationId,
  CompensationKopecks,
  CompensationLimit,
  CompensationMove,
  CompensationReason,
  HistoryId,
  NoteId,
} from '@perezvon/contracts';
import { z } from 'zod';
import { COMPENSATION_VIEWS } from '../../queries/compensations/list-compensations.js';
import { definePlace } from '../define-place.js';
import { PageDirection } from './calls.js';

/** Who proposes and who decides; both see all of them. */
const ANY_PART = ['compensation.propose', 'compensation.approve'] as const;

/** «💰 Компенсация» of a call, step 1: for what. */
export const compensationReasonPlace = definePlace({
  id: 'cmp-why',
  permission: 'compensation.propose',
  isQuestion: true,
  params: z.object({ historyId: HistoryId }),
});

/** Step 2: how much; one tap or typed. */
export const compensationAmountPlace = definePlace({
  id: 'cmp-sum',
  permission: 'compensation.propose',
  isQuestion: true,
  params: z.object({ historyId: HistoryId, reason: CompensationReason }),
});

/** Step 3: the proposal before it is sent; takes words besides. */
export const compensationSendPlace = definePlace({
  id: 'cmp-ok',
  permission: 'compensation.propose',
  isQuestion: true,
  params: z.object({
    historyId: HistoryId,
    reason: CompensationReason,
    kopecks: CompensationKopecks,
    noteId: NoteId.optional(),
  }),
});

/** One compensation. */
export const compensationPlace = definePlace({
  id: 'cmp',
  permission: ANY_PART,
  params: z.object({ compensationId: CompensationId }),
});

/** A decision asks once more: there is no way back from it. */
export const compensationEndPlace = definePlace({
  id: 'cmp-end',
  permission: ANY_PART,
  isQuestion: true,
  params: z.object({ compensationId: CompensationId, move: CompensationMove, noteId: NoteId.optional() }),
});

/** «💰 Компенсации», page by page; without a cursor the first page. */
export const compensationsPlace = definePlace({
  id: 'cmps',
  permission: ANY_PART,
  params: z.object({
    view: z.enum(COMPENSATION_VIEWS),
    direction: PageDirection,
    cursor: CompensationId.optional(),
  }),
});

/** «💰 Пределы компенсаций»: up to how much each role may propose and approve. */
export const compensationLimitsPlace = definePlace({
  id: 'cmp-lims',
  permission: 'settings.manage',
  params: z.object({}),
});

/** One limit: waits for the sum. */
export const compensationLimitPlace = definePlace({
  id: 'cmp-lim',
  permission: 'settings.manage',
  isQuestion: true,
  params: z.object({ limit: CompensationLimit }),
});

/** The new limit before it holds. */
export const compensationLimitSavePlace = definePlace({
  id: 'cmp-limok',
  permission: 'settings.manage',
  isQuestion: true,
  params: z.object({ limit: CompensationLimit, kopecks: CompensationKopecks }),
});
