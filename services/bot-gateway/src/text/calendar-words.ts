/** Days of the week as people name them, Monday first; also after «в», «за» and «к». */
const WEEKDAYS: readonly RegExp[] = [
  /^(понедельник[ау]?|пн|monday|mon)$/,
  /^(вторник[ау]?|вт|tuesday|tue)$/,
  /^(сред[ауые]|ср|wednesday|wed)$/,
  /^(четверг[ау]?|чт|thursday|thu)$/,
  /^(пятниц[ауые]|пт|friday|fri)$/,
  /^(суббот[аыуе]|сб|saturday|sat)$/,
  /^(воскресень[еяю]|вс|sunday|sun)$/,
];
/** Months as they follow a day: «24 ноября». */
const MONTHS: readonly RegExp[] = [
  /^(янв|jan)/,
  /^(фев|feb)/,
  /^(мар|mar)/,
  /^(апр|apr)/,
  /^(мая|май|may)/,
  /^(июн|jun)/,
  /^(июл|jul)/,
  /^(авг|aug)/,
  /^(сен|sep)/,
  /^(окт|oct)/,
  /^(ноя|nov)/,
  /^(дек|dec)/,
];

/** 1 (Monday) to 7; 0: no day of the week. */
export const weekdayNamed = (word: string): number => WEEKDAYS.findIndex((pattern) => pattern.test(word)) + 1;

/** 1 (January) to 12; 0: no month. */
export const monthNamed = (word: string): number => MONTHS.findIndex((pattern) => pattern.test(word)) + 1;

/** «26» and «2026» are the same year. */
export const yearOf = (digits: string): number =>
  digits.length === 2 ? 2000 + Number(digits) : Number(digits);

/** The words of a typed time or day: small letters, «е» for «ё», no commas. */
export const timeWordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .split(/[\s,]+/)
    .filter((word) => word !== '');
