import { DateTime } from 'luxon';
import { MINUTE_MS } from './durations.js';

/** The deadlines that are one tap away, in the order of their buttons. */
const DUE_PRESETS = ['in-1-hour', 'today-18', 'tomorrow-12', 'in-24-hours'] as const;
type DuePreset = (typeof DUE_PRESETS)[number];

/** What people mean who say only «сегодня» or «завтра». */
export const TODAY_HOUR = 18;
export const OTHER_DAY_HOUR = 12;

/** A deadline as a button carries it: whole minutes since 1970. Seconds are cut: nobody plans by them. */
export const toDueMinute = (at: Date): number => Math.floor(at.getTime() / MINUTE_MS);
export const fromDueMinute = (minute: number): Date => new Date(minute * MINUTE_MS);

const MOMENT_OF: Readonly<Record<DuePreset, (now: DateTime) => DateTime>> = {
  'in-1-hour': (now) => now.plus({ hours: 1 }),
  'today-18': (now) => now.startOf('day').set({ hour: TODAY_HOUR }),
  'tomorrow-12': (now) => now.startOf('day').plus({ days: 1 }).set({ hour: OTHER_DAY_HOUR }),
  'in-24-hours': (now) => now.plus({ hours: 24 }),
};

/** The presets that still lie ahead, as moments by the clinic's clock. */
export const duePresets = (now: Date, timezone: string): { preset: DuePreset; at: Date }[] => {
  const local = DateTime.fromJSDate(now, { zone: timezone });
  return DUE_PRESETS.map((preset) => ({ preset, at: MOMENT_OF[preset](local).toJSDate() })).filter(
    ({ at }) => fromDueMinute(toDueMinute(at)) > now,
  );
};
