import { decidersAmong, rolesWith } from '@perezvon/access';
import { addOpenMinutes, nightUntil } from '@perezvon/clinic-hours';
import { findClinic, findCompensationLimits, sumApprovedCompensations, withTransaction } from '@perezvon/db';
import type { ClockDeps } from '../clock/tell-due.js';
import { insertUndecidedReminders, listUndecided, type Undecided } from './store.js';

/**
 * While the clinic is open: half a working day, as long as an overdue assignment takes to the superadmins. A client who
 * was promised money this morning hears of it today.
 */
const UNDECIDED_AFTER_OPEN_MINUTES = 240;
const MINUTE_MS = 60_000;

/**
 * Notes for everybody who can approve a compensation that it has waited for long; the gateway tells it, once, if nobody
 * has decided by then. Where nobody can, it is asked again: a superadmin may come.
 * @returns how many compensations somebody is reminded of
 */
export const remindOfUndecided = async ({ db, now, log, timezone }: ClockDeps): Promise<number> => {
  const at = now();
  const old = await listUndecided(db, new Date(at.getTime() - UNDECIDED_AFTER_OPEN_MINUTES * MINUTE_MS));
  if (old.length === 0) return 0;
  const clinic = await findClinic(db, timezone);
  const isLate = ({ proposedAt }: Undecided): boolean =>
    addOpenMinutes(proposedAt, UNDECIDED_AFTER_OPEN_MINUTES, clinic) <= at;

  const limits = await findCompensationLimits(db);
  const people = await db.user.findMany({
    where: { status: 'active', role: { in: rolesWith('compensation.approve') } },
    select: { id: true, role: true },
  });
  const notBefore = nightUntil(at, clinic) ?? at;
  let reminded = 0;
  for (const one of old.filter(isLate)) {
    const callKopecks = one.amountKopecks + (await sumApprovedCompensations(db, one.historyId));
    const deciders = decidersAmong(people, { ...one, callKopecks }, limits);
    if (deciders.length === 0) continue;
    const userIds = deciders.map(({ id }) => id);
    await withTransaction(db, (tx) => insertUndecidedReminders(tx, one, { userIds, notBefore, now: at }));
    reminded += 1;
  }
  if (reminded > 0) log.info({ compensations: reminded }, 'undecided compensations noted');
  return reminded;
};
