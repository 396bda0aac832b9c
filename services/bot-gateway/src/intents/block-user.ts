import type { userBlock, UserStatus } from '@perezvon/contracts';
import { refused, type IntentHandler } from '@perezvon/messaging';
import { isLastSuperadmin, lockUser } from '../store/users.js';
import { changeAccess, mayDecideAbout } from './decide.js';

/** People who ask again and again are shut out like those who had access. */
const BLOCKABLE: readonly UserStatus[] = ['active', 'requested', 'rejected'];

/** Closes the access at once, also on old messages. The role is kept for the day it is opened again. */
export const blockUser: IntentHandler<typeof userBlock> = async (intent, { tx, now, actor }) => {
  const user = await lockUser(tx, intent.payload.userId);
  if (!user) return refused('user.not_found');
  if (!BLOCKABLE.includes(user.status)) return refused('user.not_active');
  if (!mayDecideAbout(actor, user)) return refused('user.not_below_you');
  if (await isLastSuperadmin(tx, user.id)) return refused('user.last_superadmin');

  return changeAccess({ tx, now }, user, { status: 'blocked' }, 'blocked');
};
