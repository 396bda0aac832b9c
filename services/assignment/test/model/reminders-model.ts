import { addOpenMinutes, type Clinic, DEFAULT_CLINIC_HOURS } from '@perezvon/clinic-hours';
import { MINUTE, type Model, type PersonName, type Work } from './small-model.js';

const CLINIC: Clinic = { hours: DEFAULT_CLINIC_HOURS, timezone: 'Europe/Moscow' };
const SOON = 60 * MINUTE;
const GIVER_AFTER = 60;
const SUPERADMIN_AFTER = 240;

/** So many open minutes after its owner could have done it in time, or has had it after that. */
const late = ({ dueAt, heldSince }: Work, openMinutes: number): number =>
  addOpenMinutes(new Date(Math.max(dueAt, heldSince)), openMinutes, CLINIC).getTime();
const soon = ({ dueAt, movedAt }: Work): number => Math.floor(dueAt - Math.min(SOON, (dueAt - movedAt) / 2));
const isClosed = ({ state }: Work): boolean => ['done', 'failed', 'cancelled'].includes(state);

/** When something has to be told next, the earliest first: where a clock may be wrong. */
export const edges = ({ now, works }: Model): number[] =>
  [...works.values()]
    .filter((work) => !isClosed(work))
    .flatMap((work) => {
      const { dueAt, pausedUntil } = work;
      return [soon(work), dueAt, pausedUntil ?? 0, late(work, GIVER_AFTER), late(work, SUPERADMIN_AFTER)];
    })
    .filter((moment) => moment > now)
    .sort((one, other) => one - other);

/** Who has to know what of open work by now. */
const dueNow = (work: Work, { now, deaf }: Model): [level: string, person: PersonName][] => {
  const { owner, giver, dueAt, heldSince } = work;
  if (now < dueAt) return now >= soon(work) ? [['soon', owner]] : [];
  // Whoever cannot be told holds up nobody.
  const giverAt = late(work, deaf.has(owner) ? 0 : GIVER_AFTER);
  const superadminAt = deaf.has(giver) ? giverAt : late(work, SUPERADMIN_AFTER);
  const told: [string, PersonName][] = heldSince < dueAt ? [['due', owner]] : [];
  if (giver !== owner && giverAt <= now) told.push(['giver', giver]);
  if (owner !== 'superadmin' && superadminAt <= now) told.push(['superadmin', 'superadmin']);
  return told;
};

/** Whether this moment has nothing new: the clock was put back, and everybody who was told then could be. */
const isSeen = ({ owner, giver, dueAt, seenAt }: Work, { now, deaf }: Model): boolean =>
  seenAt !== null && now <= seenAt && !(dueAt <= now && (deaf.has(owner) || deaf.has(giver)));

/** The clock looks at everything. */
export const tick = (model: Model): void => {
  const { now, works, reminders } = model;
  for (const [id, work] of works) {
    const { pausedUntil, seenAt } = work;
    if (isClosed(work) || (pausedUntil !== null && pausedUntil > now) || isSeen(work, model)) continue;
    work.seenAt = Math.max(now, seenAt ?? now);
    const isWoken = pausedUntil !== null && now < work.dueAt;
    const told = isWoken ? [['woken', work.owner] as const] : dueNow(work, model);
    for (const [level, person] of told)
      reminders.add(`#${id} ${level} ${work.dueAt} ${work.heldSince} ${person}`);
    if (isWoken) work.movedAt = now;
    work.pausedUntil = null;
  }
};
