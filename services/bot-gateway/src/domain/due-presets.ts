import { addOpenMinutes, isOpen, nextClose, nextOpen, type Clinic } from '@perezvon/clinic-hours';
import { DateTime } from 'luxon';
import { DAY_MS, HOUR_MS, MINUTE_MS } from './durations.js';

/** What people mean who say only «сегодня» or «завтра». */
export const TODAY_HOUR = 18;
export const OTHER_DAY_HOUR = 12;
const HOUR_MINUTES = 60;
const WEEK_DAYS = 7;

/** A deadline as a button carries it: whole minutes since 1970. Seconds are cut: nobody plans by them. */
export const toDueMinute = (at: Date): number => Math.floor(at.getTime() / MINUTE_MS);
export const fromDueMinute = (minute: number): Date => new Date(minute * MINUTE_MS);

/** How a deadline that is one tap away is called: by the time until it, or by its own day and hour. */
type PresetName = 'in-1-hour' | 'in-24-hours' | 'moment';

export interface DuePreset {
  name: PresetName;
  at: Date;
}

const localOf = (at: Date, { timezone }: Clinic): DateTime => DateTime.fromJSDate(at, { zone: timezone });
const moment = (at: Date): DuePreset => ({ name: 'moment', at });

/** An hour from now; when nobody works by then, an hour of the clinic's time. */
const inOneHour = (now: Date, clinic: Clinic): DuePreset => {
  const at = new Date(now.getTime() + HOUR_MS);
  return isOpen(at, clinic) ? { name: 'in-1-hour', at } : moment(addOpenMinutes(now, HOUR_MINUTES, clinic));
};

/** Today at the usual hour, or when the clinic closes where that is earlier; null: today's work is over, or almost. */
const today = (now: Date, clinic: Clinic): DuePreset | null => {
  const local = localOf(now, clinic);
  const usual = local.startOf('day').set({ hour: TODAY_HOUR }).toJSDate();
  const close = nextClose(now, clinic);
  if (!localOf(close, clinic).hasSame(local, 'day'))
    return usual > now && isOpen(usual, clinic) ? moment(usual) : null;
  return moment(usual > now && usual < close ? usual : close);
};

/** The next day on which the clinic works, at the usual hour, or at the end of it that is nearest to that. */
const nextWorkday = (now: Date, clinic: Clinic): DuePreset => {
  const opensAt = nextOpen(localOf(now, clinic).startOf('day').plus({ days: 1 }).toJSDate(), clinic);
  const usual = localOf(opensAt, clinic).startOf('day').set({ hour: OTHER_DAY_HOUR }).toJSDate();
  // A day that begins in the afternoon: its first hour.
  if (usual <= opensAt) return moment(addOpenMinutes(opensAt, HOUR_MINUTES, clinic));
  const close = nextClose(opensAt, clinic);
  return moment(usual < close ? usual : close);
};

/** A day from now; when nobody works then, when somebody comes. */
const inOneDay = (now: Date, clinic: Clinic): DuePreset => {
  const at = new Date(now.getTime() + DAY_MS);
  return isOpen(at, clinic) ? { name: 'in-24-hours', at } : moment(nextOpen(at, clinic));
};

/** Each deadline once: two names of one moment would be a choice between nothing. */
const different = (presets: readonly (DuePreset | null)[], now: Date): DuePreset[] => {
  const ahead = presets
    .filter((preset) => preset !== null)
    .filter(({ at }) => toDueMinute(at) > toDueMinute(now));
  return ahead.filter(
    ({ at }, index) => ahead.findIndex((other) => toDueMinute(other.at) === toDueMinute(at)) === index,
  );
};

/** The deadlines that are one tap away, in the order of their buttons; none of them lies where nobody works. */
export const duePresets = (now: Date, clinic: Clinic): DuePreset[] => {
  const hour = inOneHour(now, clinic);
  const evening = today(now, clinic);
  // An hour that has gone over into the morning is later than what is left of today.
  const soon = hour.name === 'moment' ? [evening, hour] : [hour, evening];
  return different([...soon, nextWorkday(now, clinic), inOneDay(now, clinic)], now);
};

/** Deadlines later than the present one, one tap away: the usual ones that are, and noon of the two workdays after it. */
export const extendPresets = (dueAt: Date, now: Date, clinic: Clinic): DuePreset[] => {
  const first = nextWorkday(dueAt > now ? dueAt : now, clinic);
  const second = nextWorkday(first.at, clinic);
  return different([...duePresets(now, clinic), first, second], dueAt > now ? dueAt : now);
};

/** When work that waits goes on, one tap away: with the clinic's next morning, in three days, with the next week, in two. */
export const pausePresets = (now: Date, clinic: Clinic): DuePreset[] => {
  const start = localOf(now, clinic).startOf('day');
  const nextWeek = start.startOf('week').plus({ days: WEEK_DAYS });
  const mornings = [
    start.plus({ days: 1 }),
    start.plus({ days: 3 }),
    nextWeek,
    nextWeek.plus({ days: WEEK_DAYS }),
  ];
  return different(
    mornings.map((day) => moment(nextOpen(day.toJSDate(), clinic))),
    now,
  );
};
