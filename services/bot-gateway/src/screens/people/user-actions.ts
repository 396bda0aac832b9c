import {
  GRANTABLE_ROLES,
  userApprove,
  userBlock,
  UserId,
  userReject,
  userSetRole,
  userUnblock,
} from '@perezvon/contracts';
import { z } from 'zod';
import { MAX_OPERATOR_KEY } from '../../domain/operator-key.js';
import { defineAction } from '../define-action.js';
import { userCardPlace } from '../places/people.js';

const OneUser = z.object({ userId: UserId });
const WithRole = OneUser.extend({
  role: z.enum(GRANTABLE_ROLES),
  operatorKey: z.int().positive().max(MAX_OPERATOR_KEY).optional(),
});
const leadsTo = ({ userId }: { userId: number }) => userCardPlace.address({ userId });

/** «Одобрить», with the role chosen. */
export const approve = defineAction({
  id: 'u-ok',
  params: WithRole,
  intent: userApprove,
  payload: (params) => params,
  leadsTo,
});

/** «Отклонить». */
export const reject = defineAction({
  id: 'u-no',
  params: OneUser,
  intent: userReject,
  payload: (params) => params,
  leadsTo,
});

/** «Роль», with the role chosen. */
export const setRole = defineAction({
  id: 'u-role',
  params: WithRole,
  intent: userSetRole,
  payload: (params) => params,
  leadsTo,
});

/** «Заблокировать». */
export const block = defineAction({
  id: 'u-block',
  params: OneUser,
  intent: userBlock,
  payload: (params) => params,
  leadsTo,
});

/** «Разблокировать». */
export const unblock = defineAction({
  id: 'u-unblock',
  params: OneUser,
  intent: userUnblock,
  payload: (params) => params,
  leadsTo,
});
