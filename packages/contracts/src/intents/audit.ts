import { z } from 'zod';
import { defineIntent, type Subject } from '../define.js';

/** Somebody wants to know that nobody has changed the log. */
export const auditVerify = defineIntent({
  type: 'audit.verify',
  version: 1,
  owner: 'audit',
  permission: 'audit.view',
  payload: z.object({}),
  subject: (): Subject => ({ kind: 'system', id: 'audit-log' }),
  refusals: ['audit.check_running'],
});
