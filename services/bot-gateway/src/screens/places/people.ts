import { ROLES, UserId } from '@perezvon/contracts';
import { z } from 'zod';
import { definePlace } from '../define-place.js';

const MAX_PAGE = 999;
/** A role, or the people whose access is closed. */
export const PEOPLE_FILTERS = [...ROLES, 'blocked'] as const;
export type PeopleFilter = (typeof PEOPLE_FILTERS)[number];

/** «👥 Пользователи»: the requests that wait, and how many people there are. */
export const usersPlace = definePlace({ id: 'users', permission: 'users.manage', params: z.object({}) });

/** The people of one role. */
export const peoplePlace = definePlace({
  id: 'people',
  permission: 'users.manage',
  params: z.object({ filter: z.enum(PEOPLE_FILTERS), page: z.int().min(0).max(MAX_PAGE) }),
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
  params: z.object({ userId: UserId, page: z.int().min(0).max(MAX_PAGE) }),
});
