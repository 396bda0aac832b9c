import { z } from 'zod';
import { defineIntent, type Subject } from '../define.js';
import { UserId } from '../domain/ids.js';
import { GRANTABLE_ROLES } from '../domain/permissions.js';

const aboutUser = ({ userId }: { userId: number }): Subject => ({ kind: 'user', id: String(userId) });
const OneUser = z.object({ userId: UserId });
const MANAGE_REFUSALS = ['user.not_found', 'user.not_below_you', 'user.last_superadmin'] as const;

/**
 * Ties an operator to his calls: the number that stands for his code in them (a code may be longer than a button holds).
 * Left out: not tied; a code means nothing for other roles.
 */
const OperatorKey = z.int().positive().optional();

/** A newcomer asks to be let in. The gateway already keeps the person's row; the payload names it. */
export const userRequestAccess = defineIntent({
  type: 'user.request_access',
  version: 1,
  owner: 'bot-gateway',
  permission: null,
  payload: OneUser,
  subject: aboutUser,
  refusals: ['user.not_found', 'user.already_requested', 'user.already_active', 'user.blocked'],
});

export const userApprove = defineIntent({
  type: 'user.approve',
  version: 1,
  owner: 'bot-gateway',
  permission: 'users.manage',
  payload: OneUser.extend({ role: z.enum(GRANTABLE_ROLES), operatorKey: OperatorKey }),
  subject: aboutUser,
  refusals: [...MANAGE_REFUSALS, 'user.not_requested', 'user.operator_unknown', 'user.operator_code_taken'],
});

export const userReject = defineIntent({
  type: 'user.reject',
  version: 1,
  owner: 'bot-gateway',
  permission: 'users.manage',
  payload: OneUser,
  subject: aboutUser,
  refusals: [...MANAGE_REFUSALS, 'user.not_requested'],
});

export const userSetRole = defineIntent({
  type: 'user.set_role',
  version: 1,
  owner: 'bot-gateway',
  permission: 'users.manage',
  payload: OneUser.extend({ role: z.enum(GRANTABLE_ROLES), operatorKey: OperatorKey }),
  subject: aboutUser,
  refusals: [...MANAGE_REFUSALS, 'user.not_active', 'user.operator_unknown', 'user.operator_code_taken'],
});

export const userBlock = defineIntent({
  type: 'user.block',
  version: 1,
  owner: 'bot-gateway',
  permission: 'users.manage',
  payload: OneUser,
  subject: aboutUser,
  refusals: [...MANAGE_REFUSALS, 'user.not_active'],
});

export const userUnblock = defineIntent({
  type: 'user.unblock',
  version: 1,
  owner: 'bot-gateway',
  permission: 'users.manage',
  payload: OneUser,
  subject: aboutUser,
  refusals: [...MANAGE_REFUSALS, 'user.not_blocked'],
});
