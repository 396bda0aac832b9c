import type { userUnblock } from '@perezvon/contracts';
import { refused, type IntentHandler } from '@perezvon/messaging';
import { isOperatorCodeTaken, lockUser } from '../store/users.js';
import { changeAccess, mayDecideAbout } from './decide.js';

/** Opens the access again with the role it had; who never had one may ask. A code that is somebody else's by now is lost. */
export const unblockUser: IntentHandler<typeof userUnblock> = async (intent, { tx, now, actor }) => {
  const user = await lockUser(tx, intent.payload.userId);
  if (!user) return refused('user.not_found');
  if (user.status !== 'blocked') return refused('user.not_blocked');
  if (!mayDecideAbout(actor, user)) return refused('user.not_below_you');

  const status = user.role === null ? 'newcomer' : 'active';
  const { operatorCode: code } = user;
  const isLost = code !== null && (await isOperatorCodeTaken(tx, code, user.id));
  return changeAccess({ tx, now }, user, { status, ...(isLost && { operatorCode: null }) }, 'unblocked');
};
