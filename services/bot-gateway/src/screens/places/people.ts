import { GRANTABLE_ROLES, UserId } from '@perezvon/contracts';
import { z } from 'zod';
import { definePlace } from '../define-place.js';

/** «👥 Пользователи»: by role, or the requests that wait. */
export const usersPlace = definePlace({
  id: 'users',
  permission: 'users.manage',
  params: z.object({
    filter: z.enum([...GRANTABLE_ROLES, 'supreme_dev', 'blocked']).optional(),
    /** Keyset: people after this id. */
    after: UserId.optional(),
  }),
});

/** One person's card. */
export const userCardPlace = definePlace({
  id: 'user',
  permission: 'users.manage',
  params: z.object({ userId: UserId }),
});

/** Which role: to let somebody in («Одобрить»), or instead of the one he has («Роль»). */
export const userRolePlace = definePlace({
  id: 'role',
  permission: 'users.manage',
  params: z.object({ userId: UserId }),
});

/** Which of the operators in the calls he is. */
export const operatorCodePlace = definePlace({
  id: 'opcode',
  permission: 'users.manage',
  params: z.object({ userId: UserId }),
});
