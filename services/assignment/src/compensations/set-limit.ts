import { limitObjection } from '@perezvon/access';
import {
  areLimitsOrdered,
  COMPENSATION_LIMITS_KEY,
  type compensationSetLimit,
  settingsChanged,
} from '@perezvon/contracts';
import { findCompensationLimits, lockSetting, saveSetting } from '@perezvon/db';
import { done, refused, type IntentHandler } from '@perezvon/messaging';

/** Another limit of a role below one's own, as long as whatever can be proposed can still be approved. */
export const setCompensationLimit: IntentHandler<typeof compensationSetLimit> = async (
  { payload: { limit, kopecks } },
  { tx, actor, now },
) => {
  const objection = limitObjection(limit, actor);
  if (objection) return refused(objection);
  await lockSetting(tx, COMPENSATION_LIMITS_KEY);
  const before = await findCompensationLimits(tx);
  if (before[limit] === kopecks) return refused('compensation.limit_same');
  const after = { ...before, [limit]: kopecks };
  if (!areLimitsOrdered(after)) return refused('compensation.limits_crossed');
  await saveSetting(tx, { key: COMPENSATION_LIMITS_KEY, value: after, changedBy: actor.id, now: now() });
  return done(settingsChanged.of({ setting: 'compensation_limit' }), {
    before: { limitKopecks: before[limit] },
    after: { limitKopecks: kopecks },
  });
};
