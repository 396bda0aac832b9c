import { addOpenMinutes, type Clinic, DEFAULT_CLINIC_HOURS } from '@perezvon/clinic-hours';
import { MINUTE, type Model, type PersonName, type Work } from './small-model.js';

const CLINIC: Clinic = { hours: DEFAULT_CLINIC_HOURS, timezone: 'Europe/Moscow' };
const SOON = 60 * MINUTE;

const isOver = (dueAt: number, openMinutes: number, now: number): boolean =>
  addOpenMinutes(new Date(dueAt), openMinutes, CLINIC).getTime() <= now;

/** Who has to know what of open work by now. */
const dueNow = (
  { owner, giver, dueAt, movedAt }: Work,
  now: number,
): [level: string, person: PersonName][] => {
  if (now < dueAt) return dueAt - now <= Math.min(SOON, (dueAt - movedAt) / 2) ? [['soon', owner]] : [];
  const told: [string, PersonName][] = [['due', owner]];
  if (giver !== owner && isOver(dueAt, 60, now)) told.push(['giver', giver]);
  if (owner !== 'superadmin' && isOver(dueAt, 240, now)) told.push(['superadmin', 'superadmin']);
  return told;
};

/** The clock looks at everything. */
export const tick = ({ now, works, reminders }: Model): void => {
  for (const [id, work] of works) {
    const { state, pausedUntil, seenAt } = work;
    if (state === 'done' || state === 'failed' || state === 'cancelled') continue;
    if (pausedUntil !== null && pausedUntil > now) continue;
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
