import { DEFAULT_CLINIC_HOURS, type Clinic } from '@perezvon/clinic-hours';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, test } from '@jest/globals';
import { parseDue } from '../src/text/due-words.js';
import { withDigits } from '../src/text/said-numbers.js';

const MOSCOW = 'Europe/Moscow';
/** Workdays 8–21, weekends 9–18. */
const CLINIC: Clinic = { hours: DEFAULT_CLINIC_HOURS, timezone: MOSCOW };
/** A Tuesday, 13:20 in Moscow. */
const NOW = new Date('2026-11-24T10:20:00Z');

const read = (text: string): string | null => {
  const due = parseDue(text, NOW, { clinic: CLINIC });
  return due && DateTime.fromJSDate(due.at, { zone: MOSCOW }).toFormat('dd.MM HH:mm');
};

describe('a deadline as it is said', () => {
  test.each([
    ['до вечера', '24.11 18:00'],
    ['до завтрашнего вечера', '25.11 18:00'],
    ['в пятницу после обеда', '27.11 15:00'],
    ['28-го к десяти', '28.11 10:00'],
    ['двадцать восьмого в десять', '28.11 10:00'],
    ['первого декабря', '01.12 12:00'],
    ['1-го декабря в 15:00', '01.12 15:00'],
    ['к среде', '25.11 12:00'],
    ['ко вторнику', '01.12 12:00'],
    ['завтра около 11', '25.11 11:00'],
    ['к десяти утра', '25.11 10:00'],
    ['к шести вечера', '24.11 18:00'],
    ['в час дня', '25.11 13:00'],
    ['полпятого', '24.11 16:30'],
    ['пол шестого', '24.11 17:30'],
    ['завтра в половине пятого', '25.11 16:30'],
    ['к 15:00 завтра', '25.11 15:00'],
    ['в 18:00 в пятницу', '27.11 18:00'],
    ['до конца месяца', '30.11 21:00'],
    ['через месяц', '24.12 13:20'],
    ['через часок', '24.11 14:20'],
    ['часа через два', '24.11 15:20'],
    ['минут через 15', '24.11 13:35'],
    ['через два рабочих дня', '26.11 21:00'],
  ])('«%s»', (text, due) => {
    expect(read(text)).toBe(due);
  });

  test.each([
    ['in half an hour', '24.11 13:50'],
    ['in an hour', '24.11 14:20'],
    ['in a couple of hours', '24.11 15:20'],
    ['in two hours', '24.11 15:20'],
    ['by 6pm', '24.11 18:00'],
    ['tonight', '24.11 18:00'],
    ['friday 3 pm', '27.11 15:00'],
    ['3pm on friday', '27.11 15:00'],
    ['on friday afternoon', '27.11 14:00'],
    ['day after tomorrow', '26.11 12:00'],
    ['the day after tomorrow in the morning', '26.11 10:00'],
    ['on the 28th by ten', '28.11 10:00'],
    ['Nov 28', '28.11 12:00'],
    ['november 28 at 3 pm', '28.11 15:00'],
    ['end of day', '24.11 21:00'],
    ['by EOD', '24.11 21:00'],
  ])('«%s», in English', (text, due) => {
    expect(read(text)).toBe(due);
  });

  test.each([
    // So early the clinic does not work: the other half of the day is meant.
    ['до 6', '24.11 18:00'],
    ['завтра в три', '25.11 15:00'],
    ['завтра 3:30', '25.11 15:30'],
    // Whoever says which half is meant, or writes the hour in full, is taken at his word.
    ['завтра в 6 утра', '25.11 06:00'],
    ['завтра 03:30', '25.11 03:30'],
    ['07:00', '25.11 07:00'],
    ['в 12 ночи', '25.11 00:00'],
    ['в 11 ночи', '24.11 23:00'],
    ['завтра в 8', '25.11 08:00'],
  ])('«%s» is the hour that is meant', (text, due) => {
    expect(read(text)).toBe(due);
  });

  test('an hour at which the clinic works is no other one', () => {
    const allNight: Clinic = {
      timezone: MOSCOW,
      hours: {
        ...DEFAULT_CLINIC_HOURS,
        week: DEFAULT_CLINIC_HOURS.week.map(() => ({ from: 0, to: 24 * 60 })),
      },
    };
    const due = parseDue('завтра в 3', NOW, { clinic: allNight });
    expect(due?.at).toEqual(new Date('2026-11-25T00:00:00Z'));
  });

  test.each([
    ['2 часа', '24.11 15:20'],
    ['30 минут', '24.11 13:50'],
    ['полчаса', '24.11 13:50'],
    ['18 часов', '24.11 18:00'],
    ['30 min', '24.11 13:50'],
    ['10 дней', '04.12 13:20'],
    ['полтора часа', '24.11 14:50'],
  ])('«%s» without a preposition', (text, due) => {
    expect(read(text)).toBe(due);
  });

  test.each(['через два', 'в пять минут', 'половина', 'двадцать', 'тридцать второго', 'час', 'nov', 'the'])(
    '«%s» is no deadline',
    (text) => {
      expect(read(text)).toBeNull();
    },
  );
});

test('a number in words is the same deadline as in digits', () => {
  const said = fc.constantFrom(
    ['трех', '3'],
    ['четырем', '4'],
    ['девяти', '9'],
    ['одиннадцати', '11'],
    ['двенадцать', '12'],
    ['двадцати', '20'],
  );
  const frame = fc.constantFrom('завтра к N', 'в пятницу в N', '28-го до N', 'через N часа', 'к N завтра');
  fc.assert(
    fc.property(said, frame, ([words = '', digits = ''], text) => {
      expect(read(text.replace('N', words))).toBe(read(text.replace('N', digits)));
    }),
  );
});

test('words that are no numbers stay as they are', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z0-9:.-]{1,8}$/u), { maxLength: 6 }), (words) => {
      const english = new Set(withDigits(words).filter((word) => !words.includes(word)));
      for (const word of english) expect(word).toMatch(/^\d/u);
    }),
  );
  expect(withDigits(['двадцать', 'один', 'пол', 'шестого', 'половина', 'дела'])).toEqual([
    '21',
    '5:30',
    'половина',
    'дела',
  ]);
});
