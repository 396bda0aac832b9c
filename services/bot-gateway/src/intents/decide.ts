import { isBelow } from '@perezvon/access';
import { userChanged, type RecordState } from '@perezvon/contracts';
import type { Tx } from '@perezvon/db';
import { done, type Actor, type IntentOutcome } from '@perezvon/messaging';
import { updateAccess, type UserAccess } from '../store/users.js';

/** Whether the actor may decide about somebody: only about people below himself, so never about himself. */
export const mayDecideAbout = (actor: Actor, { id, role }: Pick<UserAccess, 'id' | 'role'>): boolean =>
  actor.role !== null && actor.id !== id && isBelow(role, actor.role);

/** What the log keeps of a person: no name. */
const recordOf = ({ role, status, operatorCode }: Omit<UserAccess, 'id'>): RecordState => ({
  role,
  status,
  operatorCode,
});

type Change = Parameters<typeof userChanged.of>[0]['change'];

/** Changes the access and says so. */
export const changeAccess = async (
  { tx, now }: { tx: Tx; now: () => Date },
  user: UserAccess,
  access: Partial<Omit<UserAccess, 'id'>>,
  change: Change,
): Promise<IntentOutcome<never>> => {
  await updateAccess(tx, user.id, access, now());
  return done(userChanged.of({ userId: user.id, change }), {
    before: recordOf(user),
    after: recordOf({ ...user, ...access }),
  });
};
