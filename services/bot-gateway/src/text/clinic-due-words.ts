import { addOpenDays, holidayOn, nextClose, nextOpen, type Clinic } from '@perezvon/clinic-hours';
import { DateTime } from 'luxon';

const WEEK_DAYS = 7;
const FRIDAY = 5;
/** Further ahead nobody says «после праздников» without saying which. */
const NEAR_HOLIDAY_DAYS = 21;

const inZone = (at: Date, { timezone }: Clinic): DateTime => DateTime.fromJSDate(at, { zone: timezone });

/** When work begins again on a day or after it. */
export const openingFrom = (day: DateTime, clinic: Clinic): DateTime =>
  inZone(nextOpen(day.startOf('day').toJSDate(), clinic), clinic);

/** The end of the work day that is going on, or of the next one. */
const endOfWork = (now: DateTime, clinic: Clinic): DateTime =>
  inZone(nextClose(now.toJSDate(), clinic), clinic);

/** The end of the week's work: Friday's, or the last day's that is left of the week; next week's when this one is over. */
const endOfWeek = (now: DateTime, clinic: Clinic): DateTime => {
  const monday = now.startOf('week');
  const ends = Array.from({ length: WEEK_DAYS }, (_, index) => monday.plus({ days: index })).flatMap(
    (day) => {
      const close = endOfWork(day, clinic);
      return close.hasSame(day, 'day') && close > now ? [close] : [];
    },
  );
  const workdays = ends.filter(({ weekday }) => weekday <= FRIDAY);
  return workdays.at(-1) ?? ends.at(-1) ?? endOfWeek(monday.plus({ weeks: 1 }), clinic);
};

/** The end of the month's work; the next month's when this one is over. */
const endOfMonth = (now: DateTime, clinic: Clinic): DateTime => {
  const month = now.startOf('month');
  const days = Array.from({ length: now.daysInMonth ?? 0 }, (_, index) => month.plus({ days: index }));
  const ends = days.flatMap((day) => {
    const close = endOfWork(day, clinic);
    return close.hasSame(day, 'day') && close > now ? [close] : [];
  });
  return ends.at(-1) ?? endOfMonth(month.plus({ months: 1 }), clinic);
};

const isHoliday = (day: DateTime): boolean => holidayOn(day.toFormat('yyyy-MM-dd')) !== null;

/** The first work day after the coming public holidays, or after those that are now; null: there are none near. */
const afterHolidays = (now: DateTime, clinic: Clinic): DateTime | null => {
  const days = Array.from({ length: NEAR_HOLIDAY_DAYS }, (_, index) =>
    now.startOf('day').plus({ days: index }),
  );
  const first = days.findIndex(isHoliday);
  if (first < 0) return null;
  const after = days.slice(first).find((day) => !isHoliday(day));
  return after ? openingFrom(after, clinic) : null;
};

/** Monday's morning, or of the first day of the next week on which the clinic works. */
const nextWeek = (now: DateTime, clinic: Clinic): DateTime =>
  openingFrom(now.startOf('week').plus({ weeks: 1 }), clinic);

const MAX_WORK_DAYS = 60;

/** «через 2 рабочих дня»: the end of that work day. */
const workDays = (count: string | undefined, now: DateTime, clinic: Clinic): DateTime | null => {
  const days = count === undefined ? 1 : Number(count);
  if (!Number.isInteger(days) || days < 1 || days > MAX_WORK_DAYS) return null;
  return inZone(addOpenDays(now.toJSDate(), days, clinic), clinic);
};

type Phrase = readonly [
  words: RegExp,
  read: (now: DateTime, clinic: Clinic, count: string | undefined) => DateTime | null,
];

/** What is named by the clinic's hours; the words are in small letters, «е» for «ё», numbers in digits. */
const PHRASES: readonly Phrase[] = [
  [/^(?:до|к|в)?\s?(?:конца|концу|конце) (?:рабочего )?дня(?: сегодня)?$/, endOfWork],
  [/^(?:сегодня )?(?:до|к|перед) (?:закрытия|закрытию|закрытием)$/, endOfWork],
  [
    /^(?:в течение дня|сегодня до конца дня|(?:by )?(?:the )?end of (?:the )?day|(?:by )?eod|today by closing)$/,
    endOfWork,
  ],
  [
    /^завтра (?:до|к) (?:конца|концу|закрытия|закрытию)(?: (?:рабочего )?дня)?$/,
    (now, clinic) => endOfWork(now.startOf('day').plus({ days: 1 }), clinic),
  ],
  [/^(?:до|к|в)?\s?(?:конца|концу|конце) (?:этой )?недели$/, endOfWeek],
  [/^(?:на этой неделе|(?:by )?(?:the )?end of (?:the )?week|this week)$/, endOfWeek],
  [
    /^(?:(?:до|к|в) (?:конца|концу|конце) (?:этого )?месяца|(?:by )?(?:the )?end of (?:the )?month)$/,
    endOfMonth,
  ],
  [/^(?:на следующей неделе|в начале (?:следующей )?недели|next week)$/, nextWeek],
  [/^(?:после выходных|after the weekend)$/, nextWeek],
  [/^(?:после праздников|после праздника|after the holidays?)$/, afterHolidays],
  [
    /^через (?:(\d{1,2}) )?рабочи(?:й|х) (?:день|дня|дней)$/,
    (now, clinic, count) => workDays(count, now, clinic),
  ],
  [/^in (?:(\d{1,2}) )?working days?$/, (now, clinic, count) => workDays(count, now, clinic)],
];

/** A moment that is named by when the clinic works: «до конца дня», «после выходных»; null: it is named otherwise. */
export const readClinicTime = (text: string, now: DateTime, clinic: Clinic): DateTime | null => {
  for (const [words, read] of PHRASES) {
    const match = words.exec(text);
    if (match) return read(now, clinic, match[1]);
  }
  return null;
};
