import {
  areLimitsOrdered,
  COMPENSATION_LIMITS_KEY,
  type compensationSetLimit,
  settingsChanged,
} from '@perezvon/contracts';
import { findCompensationLimits } from '@perezvon/db';
import { done, refused, type IntentHandler } from '@perezvon/messaging';

/** Key of the advisory lock under which the limits change one after the other, also before there is a row to lock. */
const LIMITS_LOCK = 6_020_027;

/** Another limit, as long as whatever can be proposed can still be approved. */
export const setCompensationLimit: IntentHandler<typeof compensationSetLimit> = async (
  { payload: { limit, kopecks } },
  { tx, actor, now },
) => {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LIMITS_LOCK}::bigint)`;
  const before = await findCompensationLimits(tx);
  if (before[limit] === kopecks) return refused('compensation.limit_same');
  const after = { ...before, [limit]: kopecks };
  if (!areLimitsOrdered(after)) return refused('compensation.limits_crossed');
  const changed = { value: after, updatedById: actor.id, updatedAt: now() };
  await tx.setting.upsert({
    where: { key: COMPENSATION_LIMITS_KEY },
    create: { key: COMPENSATION_LIMITS_KEY, ...changed },
    update: changed,
    select: { key: true },
  });
  return done(settingsChanged.of({ setting: 'compensation_limit' }), {
    before: { limitKopecks: before[limit] },
    after: { limitKopecks: kopecks },
  });
};
