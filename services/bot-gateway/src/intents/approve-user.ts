import type { userApprove } from '@perezvon/contracts';
import { refused, type IntentHandler } from '@perezvon/messaging';
import { lockUser } from '../store/users.js';
import { chooseOperator } from './choose-operator.js';
import { changeAccess, mayDecideAbout } from './decide.js';

/** Lets somebody in who asked, with a role below the actor's own. The first of two admins decides. */
export const approveUser: IntentHandler<typeof userApprove> = async (intent, { tx, now, actor }) => {
  const { userId, role } = intent.payload;
  const user = await lockUser(tx, userId);
  if (!user) return refused('user.not_found');
  if (user.status !== 'requested') return refused('user.not_requested');
  if (!mayDecideAbout(actor, user) || !mayDecideAbout(actor, { id: userId, role }))
    return refused('user.not_below_you');
  const operator = await chooseOperator(tx, intent.payload);
  if (operator.kind === 'refused') return operator;

  const access = { role, status: 'active', operatorCode: operator.code } as const;
  return changeAccess({ tx, now }, user, access, 'approved');
};
