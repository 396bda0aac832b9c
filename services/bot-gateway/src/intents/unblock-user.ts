import type { userUnblock } from '@perezvon/contracts';
import { refused, type IntentHandler } from '@perezvon/messaging';
import { lockUser } from '../store/users.js';
import { changeAccess, mayDecideAbout } from './decide.js';

/** Opens the access again with the role it had; who never had one may ask. */
export const unblockUser: IntentHandler<typeof userUnblock> = async (intent, { tx, now, actor }) => {
  const user = await lockUser(tx, intent.payload.userId);
  if (!user) return refused('user.not_found');
  if (user.status !== 'blocked') return refused('user.not_blocked');
  if (!mayDecideAbout(actor, user)) return refused('user.not_below_you');

  const status = user.role === null ? 'newcomer' : 'active';
  return changeAccess({ tx, now }, user, { status }, 'unblocked');
};
