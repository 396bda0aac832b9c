import type { DateTime } from 'luxon';
import type { Random } from './random.js';

const WEEKDAYS = ['понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье'];
const WEEKDAYS_ACCUSATIVE = [
  'понедельник',
  'вторник',
  'среду',
  'четверг',
  'пятницу',
  'субботу',
  'воскресенье',
];
/** What the receptionists offer, as spoken. */
const SLOT_TIMES = [
  'девять тридцать',
  'десять ноль ноль',
  'десять сорок',
  'одиннадцать двадцать',
  'двенадцать тридцать',
  'четырнадцать ноль ноль',
  'пятнадцать пятнадцать',
  'шестнадцать тридцать',
  'семнадцать ноль ноль',
  'восемнадцать двадцать',
  'девятнадцать ноль ноль',
];
const HOURS = [
  'девять',
  'десять',
  'одиннадцать',
  'двенадцать',
  'тринадцать',
  'четырнадцать',
  'пятнадцать',
  'шестнадцать',
  'семнадцать',
  'восемнадцать',
  'девятнадцать',
  'двадцать',
];
const FIRST_HOUR = 9;
const HOURS_UNTIL_URGENT_VISIT = 2;
const SECOND_DAY_FROM = 3;
const SECOND_DAY_TO = 6;
const TUESDAY = 2;

const weekdayIn = (date: DateTime, days: number): number => date.plus({ days }).weekday;
const nameOf = (list: readonly string[], weekday: number): string => list[weekday - 1] ?? '';

/** «завтра», «послезавтра» or a weekday; `preposition` is left out where Russian has none. */
const spokenDay = (date: DateTime, days: number, preposition: 'в' | 'на'): string => {
  const near = days === 1 ? 'завтра' : days === 2 ? 'послезавтра' : null;
  if (near !== null) return preposition === 'в' ? near : `на ${near}`;
  const weekday = weekdayIn(date, days);
  const said = preposition === 'в' && weekday === TUESDAY ? 'во' : preposition;
  return `${said} ${nameOf(WEEKDAYS_ACCUSATIVE, weekday)}`;
};

/** The day and time slots of a call that began at `date` (clinic time). */
export const timeSlots = (date: DateTime, random: Random): Record<string, string> => {
  const first = random.int(1, 2);
  const second = random.int(SECOND_DAY_FROM, SECOND_DAY_TO);
  const urgentHour = Math.min(date.hour + HOURS_UNTIL_URGENT_VISIT - FIRST_HOUR, HOURS.length - 1);
  return {
    day: spokenDay(date, first, 'в'),
    on_day: spokenDay(date, first, 'на'),
    day2: spokenDay(date, second, 'в'),
    on_day2: spokenDay(date, second, 'на'),
    time: `в ${random.pick(SLOT_TIMES)}`,
    time2: `в ${random.pick(SLOT_TIMES)}`,
    time_today: `${HOURS[Math.max(urgentHour, 0)] ?? ''} ${random.pick(['ноль ноль', 'пятнадцать', 'тридцать'])}`,
    weekday: nameOf(WEEKDAYS, date.weekday),
  };
};
