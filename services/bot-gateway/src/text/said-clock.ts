import { isOpen, type Clinic } from '@perezvon/clinic-hours';
import type { DateTime } from 'luxon';
import { hourOfDay, PART_OF_HOUR } from './time-of-day.js';

/** A time of day that somebody typed. */
interface SaidClock {
  hour: number;
  minute: number;
  /** «до 6»: nothing says which half of the day is meant. */
  isHalfOpen: boolean;
}

const NOON = 12;
/** «в 7» and less is the evening or the afternoon, unless the clinic works that early. */
const LAST_NIGHT_HOUR = 7;

/** What people mean by a part of the day; the bot shows the hour before anything is done. */
const PARTS_OF_DAY: readonly [RegExp, hour: number][] = [
  [/^(утром|утру|утра|morning)$/, 10],
  [/^(полдень|полудню|noon)$/, NOON],
  [/^(днем|afternoon)$/, 14],
  [/^(обед|обеда|обеду|lunch)$/, 13],
  [/^(вечером|вечеру|вечера|evening)$/, 18],
];
/** «после обеда» */
const AFTER_LUNCH_HOUR = 15;

const whole = (hour: number): SaidClock => ({ hour, minute: 0, isHalfOpen: false });

const readPartOfDay = ([word = '', next, ...more]: readonly string[]): SaidClock | null => {
  if (word === 'после' && next === 'обеда' && more.length === 0) return whole(AFTER_LUNCH_HOUR);
  const hour = next === undefined ? PARTS_OF_DAY.find(([pattern]) => pattern.test(word))?.[1] : undefined;
  return hour === undefined ? null : whole(hour);
};

/** «18:00», «18.00», «18-00», «18», «6 вечера», «утром», «полдень», «после обеда»; null: no time of day. */
export const readClock = (words: readonly string[]): SaidClock | null => {
  const partOfDay = readPartOfDay(words);
  if (partOfDay) return partOfDay;
  const [word = '', part, ...more] = words;
  if (part !== undefined && !PART_OF_HOUR.test(part)) return null;
  const match = /^(\d{1,2})(?:[:.-](\d{2}))?$/.exec(word);
  if (!match || more.length > 0) return null;
  const [, said = '', minutes = '0'] = match;
  const hour = hourOfDay(Number(said), part);
  const minute = Number(minutes);
  if (hour >= 24 || minute >= 60) return null;
  return { hour, minute, isHalfOpen: part === undefined && said.length === 1 };
};

/** That time on a day; «в 3» is the afternoon where the clinic does not work at night. */
export const setClock = (
  day: DateTime,
  { hour, minute, isHalfOpen }: SaidClock,
  clinic: Clinic,
): DateTime => {
  const at = day.set({ hour, minute });
  const mayBeLater = isHalfOpen && hour >= 1 && hour <= LAST_NIGHT_HOUR;
  return mayBeLater && !isOpen(at.toJSDate(), clinic) ? day.set({ hour: hour + NOON, minute }) : at;
};
