import type { DateTime } from 'luxon';
import type { Random } from './random.js';

/** When a call comes in, and how busy the line is then. */
export interface PlannedCall {
  at: DateTime;
  /** 0–1: nobody else on the line – everybody. */
  load: number;
  /** Outside working hours: nobody is there. */
  isNight: boolean;
}

/** Calls a day, Monday first: Mondays are the worst, Sundays half asleep. */
const CALLS_BY_WEEKDAY = [46, 40, 41, 39, 36, 24, 12];
const SPREAD = 0.15;
/** Share of the day's calls by clinic hour; 8–21, on Sundays 10–18. */
const WEIGHT_BY_HOUR: readonly (readonly [hour: number, weight: number])[] = [
  [8, 0.6],
  [9, 1.7],
  [10, 1.9],
  [11, 1.5],
  [12, 1.1],
  [13, 0.8],
  [14, 1],
  [15, 1.1],
  [16, 1.1],
  [17, 1.3],
  [18, 1],
  [19, 0.6],
  [20, 0.4],
];
const BUSIEST = 1.9;
const SUNDAY = 7;
const SUNDAY_HOURS = { from: 10, to: 18 };
const MONDAY_LOAD = 1.2;
/** Somebody always tries at night; the first just after midnight, so that no day is empty for long. */
const NIGHT_MINUTES: readonly (readonly [from: number, to: number])[] = [
  [1, 4],
  [90, 420],
  [1290, 1410],
];
const SECONDS_PER_MINUTE = 60;
const MINUTES_PER_HOUR = 60;

const isOpen = (hour: number, weekday: number): boolean =>
  weekday !== SUNDAY || (hour >= SUNDAY_HOURS.from && hour < SUNDAY_HOURS.to);

/** The calls of one clinic day, in order of time; `day` is its midnight. */
export const planDay = (day: DateTime, random: Random): PlannedCall[] => {
  const usual = CALLS_BY_WEEKDAY[day.weekday - 1] ?? 0;
  const count = Math.round(usual * (1 - SPREAD + 2 * SPREAD * random.next()));
  const hours = WEIGHT_BY_HOUR.filter(([hour]) => isOpen(hour, day.weekday));
  const at = (minute: number): DateTime =>
    // `set`, not `plus`: a day with a change of the clock keeps its opening hours.
    day.set({
      hour: Math.floor(minute / MINUTES_PER_HOUR),
      minute: minute % MINUTES_PER_HOUR,
      second: random.int(0, SECONDS_PER_MINUTE - 1),
    });

  const working = Array.from({ length: count }, (): PlannedCall => {
    const [hour, weight] = random.weighted(hours, ([, share]) => share);
    const load = Math.min(1, (weight / BUSIEST) * (day.weekday === 1 ? MONDAY_LOAD : 1));
    return { at: at(hour * MINUTES_PER_HOUR + random.int(0, MINUTES_PER_HOUR - 1)), load, isNight: false };
  });
  const nightly = NIGHT_MINUTES.map(([from, to]): PlannedCall => ({
    at: at(random.int(from, to)),
    load: 0,
    isNight: true,
  }));
  return [...working, ...nightly].toSorted((one, other) => one.at.toMillis() - other.at.toMillis());
};
