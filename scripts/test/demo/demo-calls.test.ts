import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { demoCalls, demoCallsOfDay, DEMO_DAYS, LONGEST_CALL_MINUTES } from '../../src/demo/demo-calls.js';
import { loadDemoTexts, type DemoTexts } from '../../src/demo/load-texts.js';
import type { DemoCall } from '../../src/demo/make-call.js';
import { DEMO_SOURCES } from '../../src/demo/sources.js';

const OPTIONS = { seed: 'test', zone: 'Europe/Moscow' };
const MS_PER_DAY = 86_400_000;

let texts: DemoTexts;
beforeAll(async () => {
  texts = await loadDemoTexts();
});

const until = (now: Date, after: Date | null = null): DemoCall[] => demoCalls({ now, after }, texts, OPTIONS);
const idsOf = (calls: readonly DemoCall[]): number[] => calls.map(({ history_id }) => history_id);
const someMoment = fc.date({
  min: new Date('2026-01-01T00:00:00Z'),
  max: new Date('2027-12-31T00:00:00Z'),
  noInvalidDate: true,
});

describe('a month of calls', () => {
  const now = new Date('2026-11-25T15:00:00Z');
  let month: DemoCall[];
  beforeAll(() => {
    month = until(now);
  });

  test('there are 900 to 1,200 of them, over thirty clinic days up to now', () => {
    expect(month.length).toBeGreaterThanOrEqual(900);
    expect(month.length).toBeLessThanOrEqual(1_200);
    const days = new Set(
      month.map(({ call_date }) => DateTime.fromISO(call_date, { zone: OPTIONS.zone }).toISODate()),
    );
    expect(days.size).toBe(DEMO_DAYS);
    expect(days).toContain('2026-11-25');
  });

  test('nobody rings from a number that somebody could have', () => {
    const phones = month.flatMap(({ client_phone }) => client_phone ?? []);
    expect(phones.filter((phone) => !/^\+7000\d{7}$/.test(phone))).toEqual([]);
  });

  test('some clients ring more than once', () => {
    const phones = month.flatMap(({ client_phone }) => client_phone ?? []);
    expect(new Set(phones).size).toBeLessThan(phones.length * 0.8);
  });

  test('they come from several sources, and a client always from the same one', () => {
    expect(new Set(month.map(({ source }) => source))).toEqual(new Set(DEMO_SOURCES));
    const sourceOf = new Map(month.map(({ client_phone, source }) => [client_phone, source]));
    for (const { client_phone, source } of month)
      if (client_phone !== null) expect(source).toBe(sourceOf.get(client_phone));
  });

  test('what is said carries no slot that nobody filled', () => {
    const said = month.flatMap(({ transcript }) => transcript ?? []).map(({ text }) => text);
    expect(said.filter((text) => /[{}|]/.test(text) || text.trim() === '')).toEqual([]);
  });

  test('turns follow each other and end before the talk does; a call nobody answered has no operator', () => {
    for (const { transcript, talk_duration, operator } of month) {
      const times = (transcript ?? []).map(({ t }) => t ?? Number.NaN);
      expect(times).toEqual(times.toSorted((one, other) => one - other));
      expect((times.at(-1) ?? -1) < (talk_duration ?? 0) || times.length === 0).toBe(true);
      const operatorSpoke = (transcript ?? []).some(({ speaker }) => speaker === 'operator');
      expect(operatorSpoke && operator === null).toBe(false);
    }
  });

  test('the source is as imperfect as a real one: transcripts and hints are missing now and then', () => {
    const answered = month.filter(({ operator }) => operator !== null);
    const share = (part: readonly DemoCall[]): number => part.length / answered.length;
    expect(share(answered.filter(({ transcript }) => transcript === null))).toBeGreaterThan(0.01);
    expect(share(answered.filter(({ upstream }) => upstream === null))).toBeGreaterThan(0.05);
    expect(share(answered.filter(({ recording_url }) => recording_url !== null))).toBeGreaterThan(0.05);
  });
});

test('every operator has calls, and Mondays more of them than Sundays', () => {
  const month = until(new Date('2026-11-25T15:00:00Z'));
  const operators = new Set(month.flatMap(({ operator }) => operator ?? []));
  expect(operators.size).toBe(texts.operators.length);
  const onWeekday = (weekday: number): number =>
    month.filter(({ call_date }) => DateTime.fromISO(call_date, { zone: OPTIONS.zone }).weekday === weekday)
      .length;
  expect(onWeekday(1)).toBeGreaterThan(2 * onWeekday(7));
});

test('the same day has the same calls whenever it is looked at', () => {
  fc.assert(
    fc.property(someMoment, fc.integer({ min: 0, max: DEMO_DAYS - 2 }), (now, daysLater) => {
      const later = new Date(now.getTime() + daysLater * MS_PER_DAY);
      const seen = new Map(until(later).map((call) => [call.history_id, call]));
      const today = until(now).slice(-5);
      for (const call of today) expect(seen.get(call.history_id)).toEqual(call);
    }),
    { numRuns: 3 },
  );
});

test('a later start adds exactly what has happened since, and nothing twice', () => {
  fc.assert(
    fc.property(someMoment, fc.integer({ min: 1, max: 5 * 24 * 60 }), (now, minutesLater) => {
      const first = until(now);
      const newest = new Date(Math.max(...first.map(({ call_date }) => Date.parse(call_date))));
      const later = new Date(now.getTime() + minutesLater * 60_000);
      const added = until(later, newest);
      const firstIds = new Set(idsOf(first));
      expect(idsOf(added).filter((id) => firstIds.has(id))).toEqual([]);
      const both = new Set([...firstIds, ...idsOf(added)]);
      expect(idsOf(until(later)).filter((id) => !both.has(id))).toEqual([]);
    }),
    { numRuns: 3 },
  );
});

test('no call is from the future or could still be going on', () => {
  fc.assert(
    fc.property(someMoment, (now) => {
      for (const { call_date, talk_duration, await_sec } of until(now)) {
        const seconds = (talk_duration ?? 0) + (await_sec ?? 0);
        expect(Date.parse(call_date) + seconds * 1_000).toBeLessThanOrEqual(now.getTime());
        expect(seconds).toBeLessThan(LONGEST_CALL_MINUTES * 60);
      }
    }),
    { numRuns: 3 },
  );
});

test('ids are unique over the days, also where the clock and the year change', () => {
  const days = Array.from({ length: 80 }, (_, index) => DateTime.utc(2026, 10, 20).plus({ days: index }));
  const ids = days.flatMap((day) =>
    idsOf(demoCallsOfDay(day, texts, { seed: 'test', zone: 'Europe/Berlin' })),
  );
  expect(new Set(ids).size).toBe(ids.length);
});
