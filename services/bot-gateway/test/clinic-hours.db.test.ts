import { DEFAULT_CLINIC_HOURS } from '@perezvon/clinic-hours';
import { settingsSetHours, type ClinicHoursChange } from '@perezvon/contracts';
import { findClinic, type DbClient } from '@perezvon/db';
import { clockAt, givenClinic, silentLog, testDatabase, type Clinic } from '@perezvon/db/testing';
import { carryOut, outboxMessages } from '@perezvon/messaging/testing';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { intents } from '../src/intents/index.js';
import { clinicHoursPlace, dayHoursPlace, specialDayPlace } from '../src/screens/places/clinic-hours.js';
import { SCREENS } from '../src/screens/index.js';
import { parseOpenSpan } from '../src/text/open-span.js';
import { seeScreen } from './support/draw.js';
import { aPerson, personOf } from './support/people.js';
import { strictTexts } from './support/texts.js';

const timezone = 'Europe/Moscow';
/** A Tuesday noon at the clinic. */
const now = clockAt('2026-11-24T09:00:00Z');
const handlers = intents({ developersChatId: null, timezone });

let db: DbClient;
let people: Clinic;
beforeAll(async () => {
  ({ db } = await testDatabase());
  people = await givenClinic(db);
});
beforeEach(async () => {
  await db.setting.deleteMany();
});

let lastId = 0;
/** @returns null when done, the reason when refused */
const change = (wish: ClinicHoursChange, actor: keyof Clinic = 'superadmin'): Promise<string | null> => {
  lastId += 1;
  const intent = settingsSetHours.of(
    { change: wish },
    { id: `tg-${lastId}`, actorId: people[actor].id, at: now() },
  );
  return carryOut('bot-gateway', intent, handlers, { db, log: silentLog, now });
};
const hours = async () => (await findClinic(db, timezone)).hours;
const see = (actor: keyof Clinic) =>
  seeScreen(db, personOf(people[actor]), clinicHoursPlace.address({}), { now });

test('until somebody sets them, the usual hours hold, and everybody reads them', async () => {
  const seen = await see('operator');
  expect(seen.text).toBe(
    [
      '🕘 Часы работы клиники',
      '🟢 Сейчас открыто, до 24.11 21:00',
      '',
      'Пн–Пт: 08:00–21:00',
      'Сб–Вс: 09:00–18:00',
      'Праздники России: закрыто',
      '',
      'По этим часам считаются сроки и «сколько просрочено»; ночью бот о сроках не напоминает.',
    ].join('\n'),
  );
  expect(seen.buttons).toEqual([['⬅️ Назад', '🏠 Меню', '❓']]);
});

test('a superadmin changes days, holidays and single dates; each change stands in the log', async () => {
  expect(await change({ what: 'days', days: 'saturday', span: null })).toBeNull();
  expect(await change({ what: 'holidays', worksOnHolidays: true })).toBeNull();
  expect(await change({ what: 'special', date: '2026-12-31', span: { from: 540, to: 900 } })).toBeNull();
  expect(await change({ what: 'special', date: '2027-05-02', span: null })).toBeNull();

  const { text, buttons } = await see('superadmin');
  expect(text).toContain('Пн–Пт: 08:00–21:00\nСб: закрыто\nВс: 09:00–18:00\nПраздники России: как обычно');
  expect(text).toContain('Особые дни\n31.12: 09:00–15:00\n02.05.2027: закрыто');
  expect(buttons.flat()).toEqual(expect.arrayContaining(['🎉 Закрывать на праздники', '✖️ Убрать 31.12']));

  const logged = (await outboxMessages(db)).filter(({ type }) => type === 'admin.action').at(0);
  expect(logged).toMatchObject({
    payload: {
      action: 'settings.set_hours',
      subject: { kind: 'setting', id: 'hours' },
      before: { openHours: '09:00–18:00' },
      after: { hoursDays: 'saturday', openHours: 'closed' },
    },
  });
  expect(await change({ what: 'usual', date: '2026-12-31' })).toBeNull();
  expect((await hours()).special).toEqual({ '2027-05-02': null });
});

describe('refused, and nothing is changed', () => {
  test.each<[string, ClinicHoursChange, keyof Clinic, string]>([
    ['who may not', { what: 'holidays', worksOnHolidays: true }, 'admin', 'permission.missing'],
    ['as it is already', { what: 'holidays', worksOnHolidays: false }, 'superadmin', 'settings.already_so'],
    [
      'a day that is over',
      { what: 'special', date: '2026-11-23', span: null },
      'superadmin',
      'settings.day_is_over',
    ],
    ['a date that is usual', { what: 'usual', date: '2026-12-31' }, 'superadmin', 'settings.already_so'],
  ])('%s', async (_, wish, actor, reason) => {
    expect(await change(wish, actor)).toBe(reason);
    expect(await db.setting.count()).toBe(0);
  });

  test('a week without a day', async () => {
    await change({ what: 'days', days: 'workdays', span: null });
    expect(await change({ what: 'days', days: 'weekend', span: null })).toBe('settings.never_open');
    expect((await hours()).week.at(-1)).toEqual(DEFAULT_CLINIC_HOURS.week.at(-1));
  });
});

test('two changes at the same moment are both kept', async () => {
  await Promise.all([
    change({ what: 'days', days: 'saturday', span: null }),
    change({ what: 'days', days: 'sunday', span: null }),
  ]);
  expect((await hours()).week.slice(-2)).toEqual([null, null]);
});

describe('typed', () => {
  test.each([
    ['9–18', { from: 540, to: 1_080 }],
    ['с 8:30 до 20', { from: 510, to: 1_200 }],
    ['10-24', { from: 600, to: 1_440 }],
    ['круглосуточно', { from: 0, to: 1_440 }],
    ['Закрыто', null],
    ['22–6', undefined],
    ['утром', undefined],
  ])('%s', (text, span) => {
    expect(parseOpenSpan(text)).toEqual(span);
  });

  const answer = (data: string, text: string) => {
    const screen = SCREENS.find(({ id }) => data.startsWith(`${id}.`))?.open(data);
    const tools = {
      t: strictTexts.in('ru'),
      person: aPerson({ role: 'superadmin' }),
      now: now(),
      timezone,
      clinic: { hours: DEFAULT_CLINIC_HOURS, timezone },
      moment: String,
    };
    return screen?.typed?.(text, tools);
  };

  test.each([
    ['31.12 9–15', '31.12: 09:00–15:00'],
    ['2 мая закрыто', '02.05.2027: закрыто'],
    ['24.11 с 10 до 12', '24.11: 10:00–12:00'],
  ])('the special day «%s», as it was understood', async (text, understood) => {
    const answered = answer(specialDayPlace.address({}).data, text);
    if (answered?.kind !== 'open') throw new Error('not understood');
    const seen = await seeScreen(db, personOf(people.superadmin), answered.address, { now });
    expect(seen.text).toBe(`${understood}\n\nВерно?`);
    expect(seen.buttons[0]).toEqual(['✅ Подтвердить', '✖️ Отмена']);
  });

  test.each(['вчера 9–15', '31.12', '23.11.2026 закрыто', 'закрыто'])('no special day: «%s»', (text) => {
    expect(answer(specialDayPlace.address({}).data, text)).toMatchObject({ kind: 'say' });
  });

  test('hours of the week', async () => {
    const asked = dayHoursPlace.address({ days: 'workdays' });
    const seen = await seeScreen(db, personOf(people.superadmin), asked, { now });
    expect(seen.text).toContain('Пн–Пт: когда клиника открыта?\nСейчас: 08:00–21:00');
    expect(answer(asked.data, '7:30-22')).toMatchObject({ kind: 'open' });
    expect(answer(asked.data, '22–7')).toMatchObject({ kind: 'say' });
  });
});
