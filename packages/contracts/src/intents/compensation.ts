import { z } from 'zod';
import { defineIntent, type Subject } from '../define.js';
import { CompensationKopecks, CompensationLimit, CompensationReason } from '../domain/compensation.js';
import { CompensationId, HistoryId, NoteId } from '../domain/ids.js';

const OneCompensation = z.object({ compensationId: CompensationId });
const aboutCompensation = ({ compensationId }: { compensationId: number }): Subject => ({
  kind: 'compensation',
  id: String(compensationId),
});

/** What a proposal's end may be refused for. */
const END_REFUSALS = ['compensation.not_found', 'compensation.not_waiting'] as const;

/** «💰 Компенсация»: asks a second person for money for the client of a call. */
export const compensationPropose = defineIntent({
  type: 'compensation.propose',
  version: 1,
  owner: 'assignment',
  permission: 'compensation.propose',
  payload: z.object({
    historyId: HistoryId,
    amountKopecks: CompensationKopecks,
    reason: CompensationReason,
    /** The proposer's own words; the gateway keeps them. null: none, which `other` does not allow. */
    noteId: NoteId.nullable(),
  }),
  subject: ({ historyId }): Subject => ({ kind: 'call', id: String(historyId), historyId }),
  refusals: [
    'call.not_found',
    'compensation.reason_missing',
    'compensation.words_gone',
    'compensation.already_proposed',
    'compensation.not_paid_yet',
    'compensation.over_propose_limit',
  ],
});

/** «✅ Одобрить»: never by the proposer; opens the assignment to pay it. */
export const compensationApprove = defineIntent({
  type: 'compensation.approve',
  version: 1,
  owner: 'assignment',
  permission: 'compensation.approve',
  payload: OneCompensation.extend({
    /** UTC, until when it is to be paid; a time that has passed is refused. */
    payBy: z.iso.datetime(),
  }),
  subject: aboutCompensation,
  refusals: [
    ...END_REFUSALS,
    'compensation.own',
    'compensation.over_approve_limit',
    'compensation.proposer_gone',
    'compensation.not_paid_yet',
    'assignment.due_in_past',
  ],
});

/** «✖️ Отклонить»: never by the proposer, who may withdraw. */
export const compensationRefuse = defineIntent({
  type: 'compensation.refuse',
  version: 1,
  owner: 'assignment',
  permission: 'compensation.approve',
  payload: OneCompensation.extend({
    /** What the proposer is told with it; null: nothing. */
    noteId: NoteId.nullable(),
  }),
  subject: aboutCompensation,
  refusals: [...END_REFUSALS, 'compensation.own', 'compensation.words_gone'],
});

/** «↩️ Отозвать»: one's own proposal, as long as nobody has decided. */
export const compensationWithdraw = defineIntent({
  type: 'compensation.withdraw',
  version: 1,
  owner: 'assignment',
  permission: 'compensation.propose',
  payload: OneCompensation,
  subject: aboutCompensation,
  refusals: [...END_REFUSALS, 'compensation.not_yours'],
});

/** Up to how much a role may propose or approve. What waits is decided by the new limits. */
export const compensationSetLimit = defineIntent({
  type: 'compensation.set_limit',
  version: 1,
  owner: 'assignment',
  permission: 'settings.manage',
  payload: z.object({ limit: CompensationLimit, kopecks: CompensationKopecks }),
  subject: ({ limit }): Subject => ({ kind: 'setting', id: `compensation.${limit}` }),
  refusals: ['compensation.limit_not_below', 'compensation.limit_same', 'compensation.limits_crossed'],
});
