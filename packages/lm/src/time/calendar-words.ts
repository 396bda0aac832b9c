const WEEKDAYS: readonly string[] = [
  'понедельник',
  'вторник',
  'сред',
  'четверг',
  'пятниц',
  'суббот',
  'воскресен',
];
const MONTHS: readonly string[] = [
  'январ',
  'феврал',
  'март',
  'апрел',
  'ма',
  'июн',
  'июл',
  'август',
  'сентябр',
  'октябр',
  'ноябр',
  'декабр',
];
const MONTH_ENDINGS: readonly string[] = ['', 'ь', 'я', 'е', 'й', 'ю', 'а'];
const WEEKDAY_ENDINGS: readonly string[] = ['', 'а', 'у', 'е', 'ы', 'ье', 'ья', 'ью', 'и', 'ю'];

/** Every form of the words, with the number of the word from 1. */
const formsOf = (stems: readonly string[], endings: readonly string[]): ReadonlyMap<string, number> =>
  new Map(
    stems.flatMap((stem, index) =>
      endings.map((ending): [string, number] => [`${stem}${ending}`, index + 1]),
    ),
  );

/** Every form of the months' names, from January = 1. */
export const MONTH_FORMS = formsOf(MONTHS, MONTH_ENDINGS);
/** Every form of the weekdays' names, from Monday = 1. */
export const WEEKDAY_FORMS = formsOf(WEEKDAYS, WEEKDAY_ENDINGS);
