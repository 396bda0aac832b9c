import {
  CompensationId,
  compensationApprove,
  compensationPropose,
  compensationRefuse,
  compensationSetLimit,
  compensationWithdraw,
  NoteId,
} from '@perezvon/contracts';
import { z } from 'zod';
import { fromDueMinute } from '../../domain/due-presets.js';
import { defineAction } from '../define-action.js';
import { DueMinute } from '../places/assignments.js';
import {
  compensationLimitSavePlace,
  compensationLimitsPlace,
  compensationPlace,
  compensationSendPlace,
} from '../places/compensations.js';
import { callCardPlace } from '../places/work.js';

const OneCompensation = z.object({ compensationId: CompensationId });
const leadsTo = ({ compensationId }: { compensationId: number }) =>
  compensationPlace.address({ compensationId });

/** «✅ Отправить на одобрение». */
export const proposeCompensation = defineAction({
  id: 'cmp-new',
  params: compensationSendPlace.params,
  intent: compensationPropose,
  payload: ({ historyId, reason, kopecks, noteId }) => ({
    historyId,
    reason,
    amountKopecks: kopecks,
    noteId: noteId ?? null,
  }),
  leadsTo: ({ historyId }) => callCardPlace.address({ historyId }),
});

/** «✅ Подтвердить» of an approval; the button carries the day by which it is to be paid. */
export const approveCompensation = defineAction({
  id: 'cmp-yes',
  params: OneCompensation.extend({ payBy: DueMinute }),
  intent: compensationApprove,
  payload: ({ compensationId, payBy }) => ({ compensationId, payBy: fromDueMinute(payBy).toISOString() }),
  leadsTo,
});

/** «✅ Подтвердить» of a refusal. */
export const refuseCompensation = defineAction({
  id: 'cmp-no',
  params: OneCompensation.extend({ noteId: NoteId.nullable() }),
  intent: compensationRefuse,
  payload: (params) => params,
  leadsTo,
});

/** «✅ Подтвердить» of a withdrawal. */
export const withdrawCompensation = defineAction({
  id: 'cmp-back',
  params: OneCompensation,
  intent: compensationWithdraw,
  payload: (params) => params,
  leadsTo,
});

/** «✅ Сохранить» of a limit. */
export const setCompensationLimit = defineAction({
  id: 'cmp-limgo',
  params: compensationLimitSavePlace.params,
  intent: compensationSetLimit,
  payload: (params) => params,
  leadsTo: () => compensationLimitsPlace.address({}),
});
