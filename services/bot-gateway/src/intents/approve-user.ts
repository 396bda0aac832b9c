import type { userApprove } from '@perezvon/contracts';
import { refused, type IntentHandler } from '@perezvon/messaging';
import { isOperatorCodeTaken, lockUser } from '../store/users.js';
import { changeAccess, mayDecideAbout } from './decide.js';

/** Lets somebody in who asked, with a role below the actor's own. The first of two admins decides. */
export const approveUser: IntentHandler<typeof userApprove> = async (intent, { tx, now, actor }) => {
  const { userId, role } = intent.payload;
  const operatorCode = role === 'operator' ? (intent.payload.operatorCode ?? null) : null;
  const user = await lockUser(tx, userId);
  if (!user) return refused('user.not_found');
  if (user.status !== 'requested') return refused('user.not_requested');
  if (!mayDecideAbout(actor, user) || !mayDecideAbout(actor, { id: userId, role }))
    return refused('user.not_below_you');
  if (operatorCode !== null && (await isOperatorCodeTaken(tx, operatorCode, userId)))
    return refused('user.operator_code_taken');

  return changeAccess({ tx, now }, user, { role, status: 'active', operatorCode }, 'approved');
};
