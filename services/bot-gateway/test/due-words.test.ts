import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, test } from '@jest/globals';
import { duePresets, fromDueMinute, toDueMinute } from '../src/domain/due-presets.js';
import { momentWords } from '../src/text/clock-words.js';
import { parseDue, printDue } from '../src/text/due-words.js';

const MOSCOW = 'Europe/Moscow';
/** A Tuesday, 13:20 in Moscow. */
const NOW = new Date('2026-11-24T10:20:00Z');

const read = (text: string): string | null => {
  const due = parseDue(text, NOW, MOSCOW);
  return due && `${due.kind} ${DateTime.fromJSDate(due.at, { zone: MOSCOW }).toFormat('dd.MM.yyyy HH:mm')}`;
};

describe('a deadline as people write it', () => {
  test.each([
    ['завтра 12:00', 'at 25.11.2026 12:00'],
    ['Завтра в 12', 'at 25.11.2026 12:00'],
    ['завтра', 'at 25.11.2026 12:00'],
    ['сегодня', 'at 24.11.2026 18:00'],
    ['сегодня до 15:30', 'at 24.11.2026 15:30'],
    ['послезавтра 9.15', 'at 26.11.2026 09:15'],
    ['25.11 18:00', 'at 25.11.2026 18:00'],
    ['1.12.2026 в 8:00', 'at 01.12.2026 08:00'],
    ['1.12.26', 'at 01.12.2026 12:00'],
    ['15.01 10:00', 'at 15.01.2027 10:00'],
    ['25 ноября 18:00', 'at 25.11.2026 18:00'],
    ['в пятницу к 10', 'at 27.11.2026 10:00'],
    ['во вторник', 'at 01.12.2026 12:00'],
    ['через 3 часа', 'at 24.11.2026 16:20'],
    ['через час', 'at 24.11.2026 14:20'],
    ['через полчаса', 'at 24.11.2026 13:50'],
    ['через полтора часа', 'at 24.11.2026 14:50'],
    ['через 45 минут', 'at 24.11.2026 14:05'],
    ['через 2 дня', 'at 26.11.2026 13:20'],
    ['через неделю', 'at 01.12.2026 13:20'],
    ['18:00', 'at 24.11.2026 18:00'],
    ['в 9', 'at 25.11.2026 09:00'],
    ['6 вечера', 'at 24.11.2026 18:00'],
    ['завтра в 7 утра', 'at 25.11.2026 07:00'],
    ['завтра в полдень', 'at 25.11.2026 12:00'],
    ['завтра утром', 'at 25.11.2026 10:00'],
    ['Завтра с утра', 'at 25.11.2026 10:00'],
    ['завтра днём', 'at 25.11.2026 14:00'],
    ['завтра вечером', 'at 25.11.2026 18:00'],
    ['сегодня в 18', 'at 24.11.2026 18:00'],
    ['сегодня к вечеру', 'at 24.11.2026 18:00'],
    ['вечером', 'at 24.11.2026 18:00'],
    ['утром', 'at 25.11.2026 10:00'],
    ['в пятницу 15:00', 'at 27.11.2026 15:00'],
    ['26 ноября 12:00', 'at 26.11.2026 12:00'],
    ['26 ноября утром', 'at 26.11.2026 10:00'],
    ['через два дня', 'at 26.11.2026 13:20'],
    ['через три часа', 'at 24.11.2026 16:20'],
    ['tomorrow morning', 'at 25.11.2026 10:00'],
    ['tomorrow at 12:00', 'at 25.11.2026 12:00'],
    ['in 3 hours', 'at 24.11.2026 16:20'],
  ])('«%s»', (text, due) => {
    expect(read(text)).toBe(due);
  });

  test.each([
    ['сегодня 10:00', 'past 24.11.2026 10:00'],
    ['23.11 18:00', 'past 23.11.2026 18:00'],
    ['24.11.2025 18:00', 'past 24.11.2025 18:00'],
  ])('«%s» is understood and over', (text, due) => {
    expect(read(text)).toBe(due);
  });

  test.each([
    '',
    'как-нибудь',
    '500123',
    '18',
    '25:00',
    'завтра 12:75',
    '31.02 10:00',
    '32.12',
    'через',
    'через сто лет',
    'через 5',
    'через два',
    'вечером в 18',
    'завтра утром вечером',
    '25.11.2036 18:00',
    'завтра 12:00 или позже',
    'а'.repeat(5000),
  ])('«%s» is no deadline', (text) => {
    expect(read(text)).toBeNull();
  });
});

const zone = fc.constantFrom(MOSCOW, 'Asia/Yekaterinburg', 'Europe/Berlin', 'America/New_York');
const someNow = fc.date({ min: new Date('2024-01-01'), max: new Date('2034-01-01'), noInvalidDate: true });

test('what the bot prints, the bot understands: any minute of the coming year', () => {
  fc.assert(
    fc.property(someNow, fc.integer({ min: 1, max: 365 * 24 * 60 }), zone, (now, minutes, timezone) => {
      const words = printDue(new Date(now.getTime() + minutes * 60_000), now, timezone);
      const due = parseDue(words, now, timezone);
      // Where clocks go back an hour has two meanings: the words are the same, the moment may be the other one.
      expect(due && printDue(due.at, now, timezone)).toBe(words);
    }),
  );
});

test('without the change of clocks it is the very same minute', () => {
  fc.assert(
    fc.property(someNow, fc.integer({ min: 1, max: 365 * 24 * 60 }), (now, minutes) => {
      const at = fromDueMinute(toDueMinute(now) + minutes);
      expect(parseDue(printDue(at, now, MOSCOW), now, MOSCOW)).toEqual({ kind: 'at', at });
    }),
  );
});

test('no text breaks the reader', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), someNow, (text, now) => {
      const due = parseDue(text, now, MOSCOW);
      expect(due === null || due.kind === (due.at > now ? 'at' : 'past')).toBe(true);
    }),
  );
});

test('a preset that has passed is not offered', () => {
  const presetsAt = (iso: string) =>
    duePresets(new Date(iso), MOSCOW).map(({ preset, at }) => `${preset} ${momentWords(at, MOSCOW)}`);
  expect(presetsAt('2026-11-24T10:20:30Z')).toEqual([
    'in-1-hour 24.11 14:20',
    'today-18 24.11 18:00',
    'tomorrow-12 25.11 12:00',
    'in-24-hours 25.11 13:20',
  ]);
  expect(presetsAt('2026-11-24T15:00:00Z')).not.toContain('today-18 24.11 18:00');
});

test('every preset lies ahead, whenever it is drawn', () => {
  fc.assert(
    fc.property(someNow, zone, (now, timezone) => {
      for (const { at } of duePresets(now, timezone)) expect(at.getTime()).toBeGreaterThan(now.getTime());
    }),
  );
});
