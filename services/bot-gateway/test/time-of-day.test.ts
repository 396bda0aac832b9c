import * as fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import { parseSpanOfDay, parseTimeOfDay, timeOfDay } from '../src/text/time-of-day.js';

const DAY_MINUTES = 24 * 60;

describe('a time of day as people write it', () => {
  test.each([
    ['8', '08:00'],
    ['08:30', '08:30'],
    ['8.30', '08:30'],
    ['в 9', '09:00'],
    ['9 утра', '09:00'],
    ['9 часов', '09:00'],
    ['в 10 часов вечера', '22:00'],
    ['22 вечера', '22:00'],
    ['8:30 pm', '20:30'],
    ['12 дня', '12:00'],
    ['12 ночи', '00:00'],
    ['2 ночи', '02:00'],
    ['11 ночи', '23:00'],
    ['12 am', '00:00'],
  ])('«%s»', (text, time) => {
    const minute = parseTimeOfDay(text);
    expect(minute === null ? null : timeOfDay(minute)).toBe(time);
  });

  test.each(['', '24', '25:00', '8:60', 'утром', 'девять', '8 30', '9 апреля'])('«%s» is none', (text) => {
    expect(parseTimeOfDay(text)).toBeNull();
  });

  test('what is printed is read as the same time', () => {
    fc.assert(
      fc.property(fc.nat(DAY_MINUTES - 1), (minute) => {
        expect(parseTimeOfDay(timeOfDay(minute))).toBe(minute);
      }),
    );
  });
});

describe('a part of the day as people write it', () => {
  test.each([
    ['22-7', '22:00', '07:00'],
    ['22:30–7:00', '22:30', '07:00'],
    ['22 7', '22:00', '07:00'],
    ['с 22 до 8', '22:00', '08:00'],
    ['с 10 вечера до 7 утра', '22:00', '07:00'],
    ['10 вечера - 7.30 утра', '22:00', '07:30'],
    ['from 10 pm to 7 am', '22:00', '07:00'],
  ])('«%s»', (text, from, to) => {
    const span = parseSpanOfDay(text);
    expect(span && [timeOfDay(span.from), timeOfDay(span.to)]).toEqual([from, to]);
  });

  test.each(['22', '22-22', '22-25', 'с 22', '1-2-3', 'ночью'])('«%s» is none', (text) => {
    expect(parseSpanOfDay(text)).toBeNull();
  });
});
