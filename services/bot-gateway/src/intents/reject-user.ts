import type { userReject } from '@perezvon/contracts';
import { refused, type IntentHandler } from '@perezvon/messaging';
import { lockUser } from '../store/users.js';
import { changeAccess, mayDecideAbout } from './decide.js';

/** Answers a request with no; the person may ask again. */
export const rejectUser: IntentHandler<typeof userReject> = async (intent, { tx, now, actor }) => {
  const user = await lockUser(tx, intent.payload.userId);
  if (!user) return refused('user.not_found');
  if (user.status !== 'requested') return refused('user.not_requested');
  if (!mayDecideAbout(actor, user)) return refused('user.not_below_you');

  return changeAccess({ tx, now }, user, { status: 'rejected' }, 'rejected');
};
