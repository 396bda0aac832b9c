/** Days of the week as people name them, Monday first; also after «в» and «за». */
const WEEKDAYS: readonly RegExp[] = [
  /^(понедельника?|пн|monday|mon)$/,
  /^(вторника?|вт|tuesday|tue)$/,
  /^(сред[ауы]|ср|wednesday|wed)$/,
  /^(четверга?|чт|thursday|thu)$/,
  /^(пятниц[ауы]|пт|friday|fri)$/,
  /^(суббот[аыу]|сб|saturday|sat)$/,
  /^(воскресень[ея]|вс|sunday|sun)$/,
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

/** Small numbers that people write in words. */
const COUNTS: ReadonlyMap<string, number> = new Map([
  ['один', 1],
  ['одну', 1],
  ['два', 2],
  ['две', 2],
  ['пару', 2],
  ['two', 2],
  ['три', 3],
  ['четыре', 4],
  ['пять', 5],
]);

/** «Три» of something; null: no small number in words. */
export const countNamed = (word: string): number | null => COUNTS.get(word) ?? null;

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
