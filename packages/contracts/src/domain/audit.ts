import { z } from 'zod';

/** One check of the whole audit log. */
export const AuditCheckId = z.int().positive().max(2_147_483_647);

/** What may be wrong with the audit log. */
export const AuditProblem = z.enum([
  'row_missing',
  'row_detached',
  'row_changed',
  'log_cut',
  'log_rewritten',
  /** Not the log: the head kept outside it cannot be read, so that the log's end is not proven. */
  'head_damaged',
]);
export type AuditProblem = z.infer<typeof AuditProblem>;
