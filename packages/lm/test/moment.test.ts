import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { readMoment } from '../src/time/moment.js';

const NOW = DateTime.fromISO('2026-02-03T11:20:00', { zone: 'Europe/Moscow' });
const moment = (words: string): string | undefined =>
  readMoment(words.split(' '), () => NOW)?.toFormat('yyyy-MM-dd HH:mm');

test.each([
  ['завтра после трех', '2026-02-04 15:00'],
  ['перезвоню через час', '2026-02-03 12:20'],
  ['минут через двадцать наберите', '2026-02-03 11:40'],
  ['в четверг в двенадцать', '2026-02-05 12:00'],
  ['во вторник утром', '2026-02-10 10:00'],
  ['завтра в пятнадцать ноль ноль', '2026-02-04 15:00'],
  ['часа в два', '2026-02-03 14:00'],
  ['в полседьмого', '2026-02-03 18:30'],
  ['в половине восьмого вечера', '2026-02-03 19:30'],
  ['в девять утра', '2026-02-04 09:00'],
  ['наберу второго ноября', '2026-11-02 10:00'],
  ['до двадцать третьего числа', '2026-02-23 10:00'],
  ['в начале марта', '2026-03-01 10:00'],
  ['в течение двух дней', '2026-02-05 11:20'],
  ['до конца дня', '2026-02-03 18:00'],
  ['на следующей неделе', '2026-02-09 10:00'],
])('«%s» is %s', (words, expected) => {
  expect(moment(words)).toBe(expected);
});

test.each([
  'пятнадцать тысяч',
  'как нибудь потом',
  'третий раз звоню',
  'через ноль минут',
  'сегодня в девять утра',
])('«%s» names no moment ahead', (words) => {
  expect(moment(words)).toBeUndefined();
});

test('whatever is said, a moment lies ahead and nothing throws', () => {
  const word = fc.constantFrom(
    ...'завтра сегодня в после через до к час два двадцать пятого ноября утром вечером полседьмого конца дня минут среду ноль числа'.split(
      ' ',
    ),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), (words) => {
      const read = readMoment(words, () => NOW);
      if (read !== undefined) expect(read.toMillis()).toBeGreaterThan(NOW.toMillis());
    }),
  );
});
