import type { userSetRole } from '@perezvon/contracts';
import { refused, type IntentHandler } from '@perezvon/messaging';
import { isLastSuperadmin, isOperatorCodeTaken, lockUser } from '../store/users.js';
import { changeAccess, mayDecideAbout } from './decide.js';

/** Gives another role: from below the actor to below the actor, and never away from the last superadmin. */
export const setUserRole: IntentHandler<typeof userSetRole> = async (intent, { tx, now, actor }) => {
  const { userId, role } = intent.payload;
  const operatorCode = role === 'operator' ? (intent.payload.operatorCode ?? null) : null;
  const user = await lockUser(tx, userId);
  if (!user) return refused('user.not_found');
  if (user.status !== 'active') return refused('user.not_active');
  if (!mayDecideAbout(actor, user) || !mayDecideAbout(actor, { id: userId, role }))
    return refused('user.not_below_you');
  if (role !== 'superadmin' && (await isLastSuperadmin(tx, userId))) return refused('user.last_superadmin');
  if (operatorCode !== null && (await isOperatorCodeTaken(tx, operatorCode, userId)))
    return refused('user.operator_code_taken');

  return changeAccess({ tx, now }, user, { role, operatorCode }, 'role_set');
};
