import { userAccessRequested, type userRequestAccess } from '@perezvon/contracts';
import { done, refused, type IntentHandler } from '@perezvon/messaging';
import { lockUser, updateAccess } from '../store/users.js';

/** Somebody without access asks for it, for himself only. Who was refused may ask again; who is blocked may not. */
export const requestAccess: IntentHandler<typeof userRequestAccess> = async (intent, { tx, now, actor }) => {
  const user = await lockUser(tx, intent.payload.userId);
  if (!user || user.id !== actor.id) return refused('user.not_found');
  if (user.status === 'requested') return refused('user.already_requested');
  if (user.status === 'active') return refused('user.already_active');
  if (user.status === 'blocked') return refused('user.blocked');

  await updateAccess(tx, user.id, { status: 'requested' }, now());
  return done(userAccessRequested.of({ userId: user.id }), {
    before: { status: user.status },
    after: { status: 'requested' },
  });
};
