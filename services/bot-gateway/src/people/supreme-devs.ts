import { adminAction, type Role, type UserStatus } from '@perezvon/contracts';
import { withTransaction, type Tx } from '@perezvon/db';
import { insertEvents } from '@perezvon/messaging';
import type { GatewayDeps } from '../deps.js';

interface Access {
  role: Role | null;
  status: UserStatus;
}

/** Any number that no other lock of the product has. */
const APPLY_LOCK = 7_270_001;
const SUPREME: Access = { role: 'supreme_dev', status: 'active' };
/** Taken off the list: as if he had never been let in. He may ask, and an admin decides. */
const NOBODY: Access = { role: null, status: 'newcomer' };

/** Changes the access as the configuration says, and puts it into the log as the system's own act. */
const setAccess = async (tx: Tx, user: Access & { id: number }, access: Access, now: Date): Promise<void> => {
  await tx.user.update({ where: { id: user.id }, data: { ...access, updatedAt: now } });
  const { role, status } = user;
  const changed = adminAction.of({
    action: 'user.set_role',
    subject: { kind: 'user', id: String(user.id) },
    actorRole: null,
    before: { role, status },
    after: { ...access },
  });
  const causedBy = `supreme-devs-${user.id}-${now.getTime()}`;
  await insertEvents(tx, [changed], { causedBy, actorId: null, origin: null, at: now });
};

/** Lets somebody in at once when the configuration names him. */
export const admitSupremeDev = async (
  tx: Tx,
  user: Access & { id: number; telegramId: bigint },
  { supremeDevIds, now }: Pick<GatewayDeps, 'supremeDevIds' | 'now'>,
): Promise<boolean> => {
  if (!supremeDevIds.has(user.telegramId)) return false;
  if (user.role === SUPREME.role && user.status === SUPREME.status) return false;
  await setAccess(tx, user, SUPREME, now());
  return true;
};

/**
 * Makes the stored supreme_devs those of the configuration: it alone gives and takes this role. Who is taken off
 * the list loses his access until an admin lets him in again.
 */
export const applySupremeDevs = (deps: Pick<GatewayDeps, 'db' | 'supremeDevIds' | 'now'>): Promise<void> =>
  withTransaction(deps.db, async (tx) => {
    // Several gateways may start at once: the first one makes the changes and the lines in the log.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${APPLY_LOCK}::bigint)`;
    const users = await tx.user.findMany({
      where: { OR: [{ telegramId: { in: [...deps.supremeDevIds] } }, { role: 'supreme_dev' }] },
      select: { id: true, telegramId: true, role: true, status: true },
    });
    for (const user of users) {
      if (deps.supremeDevIds.has(user.telegramId)) await admitSupremeDev(tx, user, deps);
      else await setAccess(tx, user, NOBODY, deps.now());
    }
  });
