import { z } from 'zod';
import { defineEvent } from '../define.js';
import { AuditCheckId } from '../domain/audit.js';

const OneCheck = z.object({ checkId: AuditCheckId });

/** A check of the log has begun: its person's screen says so. */
export const auditCheckStarted = defineEvent({ type: 'audit.check_started', version: 1, payload: OneCheck });

/** The next part of a check is due: behind whatever is to be appended. */
export const auditCheckStep = defineEvent({
  type: 'audit.check_step',
  version: 1,
  priority: 'bulk',
  /** `from`: entries found sound before this part; a step of another place is an old one. */
  payload: OneCheck.extend({ from: z.int().min(0) }),
});

/** The whole log was checked. */
export const auditVerified = defineEvent({
  type: 'audit.verified',
  version: 1,
  priority: 'live',
  payload: OneCheck.extend({
    /** Entries that are sound, from the first one on. */
    entries: z.int().min(0),
    /** The first entry that is not; null: none, or no entry is to blame. */
    badSeq: z.int().positive().nullable(),
  }),
});
