import { z } from 'zod';

/** The call's id as the telephony gives it: a positive integer that JavaScript holds exactly. */
export const HistoryId = z.int().positive().max(Number.MAX_SAFE_INTEGER);
export type HistoryId = z.infer<typeof HistoryId>;

/** One version of the rules: `v<semver of the engine>+<first 8 hex of the SHA-256 over it and all rule files>`. */
export const LmVersionTag = z
  .string()
  .max(32)
  .regex(/^v\d+\.\d+\.\d+\+[0-9a-f]{8}$/);
export type LmVersionTag = z.infer<typeof LmVersionTag>;

/** Row ids of our own tables (PostgreSQL `integer`). */
const RowId = z.int().positive().max(2_147_483_647);

export const UserId = RowId;
export type UserId = z.infer<typeof UserId>;

export const AssignmentId = RowId;
export type AssignmentId = z.infer<typeof AssignmentId>;

export const BlindReviewId = RowId;
export type BlindReviewId = z.infer<typeof BlindReviewId>;

export const LmRunId = RowId;
export type LmRunId = z.infer<typeof LmRunId>;

export const DisputeId = RowId;
export type DisputeId = z.infer<typeof DisputeId>;

export const NoteId = RowId;
export type NoteId = z.infer<typeof NoteId>;

export const ExportId = RowId;
export type ExportId = z.infer<typeof ExportId>;

export const NotificationId = RowId;
export type NotificationId = z.infer<typeof NotificationId>;

export const ProblemId = RowId;
export type ProblemId = z.infer<typeof ProblemId>;

export const CompensationId = RowId;
export type CompensationId = z.infer<typeof CompensationId>;
