import type { userSetRole } from '@perezvon/contracts';
import { refused, type IntentHandler } from '@perezvon/messaging';
import { isLastSuperadmin, lockUser } from '../store/users.js';
import { chooseOperator } from './choose-operator.js';
import { changeAccess, mayDecideAbout } from './decide.js';

/** Gives another role: from below the actor to below the actor, and never away from the last superadmin. */
export const setUserRole: IntentHandler<typeof userSetRole> = async (intent, { tx, now, actor }) => {
  const { userId, role } = intent.payload;
  const user = await lockUser(tx, userId);
  if (!user) return refused('user.not_found');
  if (user.status !== 'active') return refused('user.not_active');
  if (!mayDecideAbout(actor, user) || !mayDecideAbout(actor, { id: userId, role }))
    return refused('user.not_below_you');
  if (role !== 'superadmin' && (await isLastSuperadmin(tx, userId))) return refused('user.last_superadmin');
  const operator = await chooseOperator(tx, intent.payload);
  if (operator.kind === 'refused') return operator;

  return changeAccess({ tx, now }, user, { role, operatorCode: operator.code }, 'role_set');
};
