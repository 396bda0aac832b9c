import { z } from 'zod';
import { defineEvent } from '../define.js';
import { CompensationMove } from '../domain/compensation.js';
import { CompensationId, HistoryId, UserId } from '../domain/ids.js';

const OneCompensation = z.object({
  compensationId: CompensationId,
  historyId: HistoryId,
  proposedById: UserId,
});

/** Somebody asks for money for a client: those who may approve it are told. */
export const compensationProposed = defineEvent({
  type: 'compensation.proposed',
  version: 1,
  payload: OneCompensation,
});

/** A proposal has ended: its proposer is told, unless it was he who took it back. */
export const compensationDecided = defineEvent({
  type: 'compensation.decided',
  version: 1,
  payload: OneCompensation.extend({ move: CompensationMove }),
});
