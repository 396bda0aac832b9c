import { hashPhone, normalisePhone } from '@perezvon/db';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { dayBounds, parseDay, printDay, todayOf } from '../src/text/day-words.js';
import { readSearch, withDayApart } from '../src/text/search-words.js';

const MOSCOW = 'Europe/Moscow';
/** A Tuesday, 13:20 in Moscow. */
const NOW = new Date('2026-11-24T10:20:00Z');

const read = (text: string) => readSearch(text, NOW, MOSCOW);
const dayOf = (text: string): string | null => {
  const day = parseDay(text, NOW, MOSCOW);
  return day === null ? null : printDay(day, NOW, MOSCOW);
};

describe('a day as people write it', () => {
  test.each([
    ['сегодня', '24.11'],
    ['Вчера', '23.11'],
    ['за позавчера', '22.11'],
    ['yesterday', '23.11'],
    ['24.11', '24.11'],
    ['1.2', '01.02'],
    ['24.11.2025', '24.11.2025'],
    ['24/11/25', '24.11.2025'],
    ['2026-11-01', '01.11'],
    ['3 ноября', '03.11'],
    ['3 ноября 2025 года', '03.11.2025'],
    // It has not come this year yet: the last one.
    ['25.11', '25.11.2025'],
    ['31 декабря', '31.12.2025'],
    ['во вторник', '24.11'],
    ['в понедельник', '23.11'],
    ['среду', '18.11'],
    ['в прошлый понедельник', '16.11'],
    ['прошлую пятницу', '20.11'],
    ['last tuesday', '17.11'],
  ])('«%s»', (text, day) => {
    expect(dayOf(text)).toBe(day);
  });

  test.each([
    '',
    '31.02',
    '24.13',
    '25.11.2026',
    'завтра',
    'вчера утром',
    'ноября',
    '500123',
    '1.2.1890',
    'constructor',
  ])('«%s» is no past day', (text) => {
    expect(dayOf(text)).toBeNull();
  });
});

const zone = fc.constantFrom(MOSCOW, 'Asia/Yekaterinburg', 'America/New_York', 'Pacific/Apia');
/** Ten years back there is every day of the calendar: Apia left 30 December 2011 out. */
const someNow = fc.date({ min: new Date('2022-01-01'), max: new Date('2034-01-01'), noInvalidDate: true });

test('what the bot prints of a day, the bot understands: any day of ten years', () => {
  fc.assert(
    fc.property(someNow, fc.integer({ min: 0, max: 3_650 }), zone, (now, back, timezone) => {
      const day = todayOf(now, timezone) - back;
      expect(parseDay(printDay(day, now, timezone), now, timezone)).toBe(day);
    }),
  );
});

test('days follow each other without a gap and hold their own moments', () => {
  fc.assert(
    fc.property(someNow, zone, (now, timezone) => {
      const today = todayOf(now, timezone);
      const { since, until } = dayBounds(today, timezone);
      expect(since <= now && now < until).toBe(true);
      expect(dayBounds(today + 1, timezone).since).toEqual(until);
      expect(DateTime.fromJSDate(since, { zone: timezone }).startOf('day').toJSDate()).toEqual(since);
    }),
  );
});

/** Ways in which people write the ten digits of a Russian number. */
const WRITINGS = [
  (d: string) => d,
  (d: string) => `8${d}`,
  (d: string) => `+7${d}`,
  (d: string) => `8 (${d.slice(0, 3)}) ${d.slice(3, 6)}-${d.slice(6, 8)}-${d.slice(8)}`,
  (d: string) => `+7 ${d.slice(0, 3)} ${d.slice(3, 6)} ${d.slice(6, 8)} ${d.slice(8)}`,
  (d: string) => `${d.slice(0, 3)}-${d.slice(3, 6)}-${d.slice(6, 8)}-${d.slice(8)}`,
  (d: string) => `  тел. 8-${d.slice(0, 3)}-${d.slice(3)} доб. 12 `,
  (d: string) => `7${d}`,
];
const number = fc
  .tuple(fc.constantFrom('9', '4', '8', '3'), fc.integer({ min: 0, max: 999_999_999 }))
  .map(([first, rest]) => `${first}${String(rest).padStart(9, '0')}`);

test('a number written any way is one client', () => {
  const keys = { hash: Buffer.alloc(32, 7) };
  const hashOf = (text: string) => {
    const { phone, call, day, rest, problem } = read(text);
    expect({ call, day, rest, problem }).toEqual({ call: null, day: null, rest: [], problem: null });
    return phone && hashPhone(phone.phone, keys).toString('hex');
  };
  fc.assert(
    fc.property(number, fc.constantFrom(...WRITINGS), (digits, write) => {
      expect(hashOf(write(digits))).toBe(hashPhone(normalisePhone(digits) ?? '', keys).toString('hex'));
    }),
  );
});

test('an id with its sign is always a call; bare digits are one while they could be no number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (historyId) => {
      expect(read(`#${historyId}`).call).toBe(historyId);
      expect(read(`№ ${historyId}`).call).toBe(historyId);
      const { call, phone } = read(String(historyId));
      expect(call ?? phone?.orCall).toBe(historyId);
      expect(phone === null || String(historyId).length >= 10).toBe(true);
    }),
  );
});

test.each([
  ['345-67-89', 'short-phone'],
  ['+7 912 345', 'short-phone'],
  ['500 123', 'short-phone'],
  ['вчера, 24.11', 'twice'],
  ['89121234567, 89121234568', 'twice'],
])('«%s» is asked again: %s', (text, problem) => {
  expect(read(text).problem).toBe(problem);
});

test('parts joined by commas narrow each other; what has no form of its own is left for names and words', () => {
  const { day, phone, rest, call } = read('больно, вчера, 8 912 345-67-89, Ольга');
  expect(day).toBe(todayOf(NOW, MOSCOW) - 1);
  expect(phone?.phone).toBe('+79123456789');
  expect(rest).toEqual(['больно', 'Ольга']);
  expect(call).toBeNull();
  expect(read('обещали, но не перезвонили').rest).toEqual(['обещали', 'но не перезвонили']);
});

test.each([
  ['терапевт вчера', 'терапевт, вчера'],
  ['вчера ТЕРАПЕВТ', 'ТЕРАПЕВТ, вчера'],
  ['24.11 жалоба на врача', 'жалоба на врача, 24.11'],
  ['Ольга в прошлый понедельник', 'Ольга, в прошлый понедельник'],
  ['жалоба 3 ноября 2025 года', 'жалоба, 3 ноября 2025 года'],
])('a comma is missing in «%s»', (text, apart) => {
  expect(withDayApart(text, NOW, MOSCOW)).toBe(apart);
  expect(read(apart)).toMatchObject({ day: expect.any(Number), problem: null });
});

test.each(['вчера', 'терапевт', 'в понедельник', 'звонила вчера вечером'])('none in «%s»', (text) => {
  expect(withDayApart(text, NOW, MOSCOW)).toBeNull();
});

test('no text breaks the reader, and every word of it is looked for', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), someNow, (text, now) => {
      const { call, phone, day, rest, problem } = readSearch(text, now, MOSCOW);
      const isNothing = call === null && phone === null && day === null && problem === null;
      if (isNothing) expect(rest.join('').length > 0).toBe(/[^\s,;]/.test(text));
    }),
  );
});
