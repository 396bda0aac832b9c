import { DEFAULT_CLINIC_HOURS, isOpen, type Clinic } from '@perezvon/clinic-hours';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, test } from '@jest/globals';
import {
  duePresets,
  extendPresets,
  fromDueMinute,
  pausePresets,
  toDueMinute,
} from '../src/domain/due-presets.js';
import { momentWords } from '../src/text/clock-words.js';
import { parseDue, printDue } from '../src/text/due-words.js';

const MOSCOW = 'Europe/Moscow';
/** Workdays 8–21, weekends 9–18, closed on public holidays. */
const clinicIn = (timezone: string): Clinic => ({ hours: DEFAULT_CLINIC_HOURS, timezone });
const CLINIC = clinicIn(MOSCOW);
/** A Tuesday, 13:20 in Moscow. */
const NOW = new Date('2026-11-24T10:20:00Z');

const read = (text: string): string | null => {
  const due = parseDue(text, NOW, { clinic: CLINIC });
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
    ['через 1,5 часа', 'at 24.11.2026 14:50'],
    ['через пару часов', 'at 24.11.2026 15:20'],
    ['завтра до обеда', 'at 25.11.2026 13:00'],
    ['завтра после обеда', 'at 25.11.2026 15:00'],
    ['до пятницы', 'at 27.11.2026 12:00'],
    ['в эту пятницу', 'at 27.11.2026 12:00'],
    ['в следующий вторник', 'at 01.12.2026 12:00'],
    ['в следующую пятницу в 10', 'at 04.12.2026 10:00'],
    ['25 числа', 'at 25.11.2026 12:00'],
    ['к 5-го', 'at 05.12.2026 12:00'],
    ['31 числа', 'at 31.12.2026 12:00'],
  ])('«%s»', (text, due) => {
    expect(read(text)).toBe(due);
  });

  test.each([
    ['до конца дня', 'at 24.11.2026 21:00'],
    ['к концу рабочего дня', 'at 24.11.2026 21:00'],
    ['до закрытия', 'at 24.11.2026 21:00'],
    ['Завтра до закрытия', 'at 25.11.2026 21:00'],
    ['до конца недели', 'at 27.11.2026 21:00'],
    ['к концу недели', 'at 27.11.2026 21:00'],
    ['на следующей неделе', 'at 30.11.2026 08:00'],
    ['после выходных', 'at 30.11.2026 08:00'],
    ['после пятницы', 'at 28.11.2026 09:00'],
    ['после 25 ноября', 'at 26.11.2026 08:00'],
    ['через 2 рабочих дня', 'at 26.11.2026 21:00'],
    ['через рабочий день', 'at 25.11.2026 21:00'],
    ['end of the day', 'at 24.11.2026 21:00'],
    ['after the weekend', 'at 30.11.2026 08:00'],
  ])('«%s» goes by when the clinic works', (text, due) => {
    expect(read(text)).toBe(due);
  });

  test('work that goes on on a day goes on when the clinic opens', () => {
    const due = parseDue('в субботу', NOW, { clinic: CLINIC, bareDay: 'opening' });
    expect(due?.at).toEqual(new Date('2026-11-28T06:00:00Z'));
  });

  test('holidays end with the first day on which the clinic works', () => {
    const afterNewYear = parseDue('после праздников', new Date('2026-12-30T09:00:00Z'), { clinic: CLINIC });
    expect(afterNewYear?.at).toEqual(new Date('2027-01-09T06:00:00Z'));
    expect(read('после праздников')).toBeNull();
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
    'через 0 рабочих дней',
    'после',
    'после завтрака',
    'constructor',
    'через valueOf часа',
    '32 числа',
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
      const due = parseDue(words, now, { clinic: clinicIn(timezone) });
      // Where clocks go back an hour has two meanings: the words are the same, the moment may be the other one.
      expect(due && printDue(due.at, now, timezone)).toBe(words);
    }),
  );
});

test('without the change of clocks it is the very same minute', () => {
  fc.assert(
    fc.property(someNow, fc.integer({ min: 1, max: 365 * 24 * 60 }), (now, minutes) => {
      const at = fromDueMinute(toDueMinute(now) + minutes);
      expect(parseDue(printDue(at, now, MOSCOW), now, { clinic: CLINIC })).toEqual({ kind: 'at', at });
    }),
  );
});

test('no text breaks the reader', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), someNow, (text, now) => {
      const due = parseDue(text, now, { clinic: CLINIC });
      expect(due === null || due.kind === (due.at > now ? 'at' : 'past')).toBe(true);
    }),
  );
});

describe('deadlines that are one tap away', () => {
  const at = (presets: ReturnType<typeof duePresets>) =>
    presets.map((preset) => `${preset.name} ${momentWords(preset.at, MOSCOW)}`);
  const presetsAt = (iso: string) => at(duePresets(new Date(iso), CLINIC));

  test('in working hours they are an hour, the evening, tomorrow at noon, a day', () => {
    expect(presetsAt('2026-11-24T10:20:30Z')).toEqual([
      'in-1-hour 24.11 14:20',
      'moment 24.11 18:00',
      'moment 25.11 12:00',
      'in-24-hours 25.11 13:20',
    ]);
  });

  test('in the evening the hour goes over into the morning, and today ends with the clinic', () => {
    // Tuesday, 20:30 in Moscow.
    expect(presetsAt('2026-11-24T17:30:00Z')).toEqual([
      'moment 24.11 21:00',
      'moment 25.11 08:30',
      'moment 25.11 12:00',
      'in-24-hours 25.11 20:30',
    ]);
  });

  test('before New Year’s holidays tomorrow is the day on which the clinic opens', () => {
    // Thursday, 19:30 in Moscow; the clinic opens on Saturday the 9th.
    expect(presetsAt('2026-12-31T16:30:00Z')).toEqual([
      'in-1-hour 31.12 20:30',
      'moment 31.12 21:00',
      'moment 09.01 12:00',
      'moment 09.01 09:00',
    ]);
  });

  test('a deadline is moved on with one tap, however far away it is', () => {
    const extended = (dueAt: string) => at(extendPresets(new Date(dueAt), NOW, CLINIC));
    // Tomorrow noon: neither today nor what the usual buttons call tomorrow.
    expect(extended('2026-11-25T09:00:00Z')).toEqual([
      'in-24-hours 25.11 13:20',
      'moment 26.11 12:00',
      'moment 27.11 12:00',
    ]);
    expect(extended('2026-11-27T15:00:00Z')).toEqual(['moment 28.11 12:00', 'moment 29.11 12:00']);
    // Overdue.
    expect(extended('2026-11-24T09:00:00Z')).toEqual([...at(duePresets(NOW, CLINIC)), 'moment 26.11 12:00']);
  });

  test('work that waits goes on with a morning', () => {
    expect(at(pausePresets(NOW, CLINIC))).toEqual([
      'moment 25.11 08:00',
      'moment 27.11 08:00',
      'moment 30.11 08:00',
      'moment 07.12 08:00',
    ]);
  });

  test('none lies in the past, twice, or where nobody works', () => {
    fc.assert(
      fc.property(someNow, zone, (now, timezone) => {
        const clinic = clinicIn(timezone);
        for (const presets of [duePresets(now, clinic), pausePresets(now, clinic)]) {
          const moments = presets.map((preset) => preset.at);
          for (const moment of moments) {
            expect(moment.getTime()).toBeGreaterThan(now.getTime());
            const before = new Date(moment.getTime() - 60_000);
            expect(isOpen(moment, clinic) || isOpen(before, clinic)).toBe(true);
          }
          expect(new Set(moments.map(toDueMinute)).size).toBe(moments.length);
        }
      }),
    );
  });
});
