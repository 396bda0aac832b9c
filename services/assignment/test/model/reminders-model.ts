import { addOpenMinutes, type Clinic, DEFAULT_CLINIC_HOURS } from '@perezvon/clinic-hours';
import { MINUTE, type Model, type PersonName, type Work } from './small-model.js';

const CLINIC: Clinic = { hours: DEFAULT_CLINIC_HOURS, timezone: 'Europe/Moscow' };
const SOON = 60 * MINUTE;
const GIVER_AFTER = 60;
const SUPERADMIN_AFTER = 240;

const late = (dueAt: number, openMinutes: number): number =>
  addOpenMinutes(new Date(dueAt), openMinutes, CLINIC).getTime();
const soon = ({ dueAt, movedAt }: Work): number => Math.floor(dueAt - Math.min(SOON, (dueAt - movedAt) / 2));
const isClosed = ({ state }: Work): boolean => ['done', 'failed', 'cancelled'].includes(state);

/** When something has to be told next, the earliest first: where a clock may be wrong. */
export const edges = ({ now, works }: Model): number[] =>
  [...works.values()]
    .filter((work) => !isClosed(work))
    .flatMap((work) => {
      const { dueAt, pausedUntil } = work;
      return [soon(work), dueAt, pausedUntil ?? 0, late(dueAt, GIVER_AFTER), late(dueAt, SUPERADMIN_AFTER)];
    })
    .filter((moment) => moment > now)
    .sort((one, other) => one - other);

/** Who has to know what of open work by now. */
const dueNow = (work: Work, now: number): [level: string, person: PersonName][] => {
  const { owner, giver, dueAt } = work;
  if (now < dueAt) return now >= soon(work) ? [['soon', owner]] : [];
  const told: [string, PersonName][] = [['due', owner]];
  if (giver !== owner && late(dueAt, GIVER_AFTER) <= now) told.push(['giver', giver]);
  if (owner !== 'superadmin' && late(dueAt, SUPERADMIN_AFTER) <= now) told.push(['superadmin', 'superadmin']);
  return told;
};

/** The clock looks at everything. */
export const tick = ({ now, works, reminders }: Model): void => {
  for (const [id, work] of works) {
    const { pausedUntil, seenAt } = work;
    if (isClosed(work) || (pausedUntil !== null && pausedUntil > now)) continue;
    // The clock was put back: it has seen this moment.
    if (seenAt !== null && now <= seenAt) continue;
    work.seenAt = now;
    const isWoken = pausedUntil !== null && now < work.dueAt;
    const told = isWoken ? [['woken', work.owner] as const] : dueNow(work, now);
    for (const [level, person] of told) reminders.add(`#${id} ${level} ${work.dueAt} ${person}`);
    if (isWoken) work.movedAt = now;
    work.pausedUntil = null;
  }
};
