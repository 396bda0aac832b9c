import { auditCheckStarted, auditCheckStep, type auditVerify } from '@perezvon/contracts';
import { done, refused, type IntentHandler } from '@perezvon/messaging';
import { giveUpStuck, insertCheck } from '../store/checks.js';

/** A part of a check takes less than a second, and waits behind appends: one so long without a part was lost. */
const STUCK_AFTER_MS = 10 * 60_000;

/** Begins a check of the whole log, unless one runs: its parts follow by themselves. */
export const startCheck: IntentHandler<typeof auditVerify> = async (_intent, { tx, now, actor }) => {
  const at = now();
  await giveUpStuck(tx, new Date(at.getTime() - STUCK_AFTER_MS));
  const checkId = await insertCheck(tx, { requestedById: actor.id, at });
  if (checkId === null) return refused('audit.check_running');
  return done([auditCheckStarted.of({ checkId }), auditCheckStep.of({ checkId, from: 0 })], {
    before: null,
    after: { auditCheckId: checkId },
  });
};
