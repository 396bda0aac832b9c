import { z } from 'zod';

export const ROLES = ['operator', 'marketing', 'admin', 'superadmin', 'supreme_dev'] as const;
/** Stored on the user. `supreme_dev` comes only from SUPREME_DEV_TELEGRAM_IDS. */
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

/** Roles that a person can be given in the bot. */
export const GRANTABLE_ROLES = [
  'operator',
  'marketing',
  'admin',
  'superadmin',
] as const satisfies readonly Role[];
export type GrantableRole = (typeof GRANTABLE_ROLES)[number];

export const PERMISSIONS = [
  /** One's own assignments, calls and trainings. */
  'work.own',
  'dashboard.view',
  'export.aggregated',
  /** Lists, call card, transcript, recording, feedback. */
  'calls.view',
  /** Assign, reassign, extend, cancel, return. */
  'assignments.manage',
  'compensation.propose',
  'export.detailed',
  /** Approve, block, give a role below one's own. */
  'users.manage',
  'compensation.approve',
  'settings.manage',
  'audit.view',
  'data.erase',
  'lm.manage',
  'system.view',
] as const;
export type Permission = (typeof PERMISSIONS)[number];
