import { createHash } from 'node:crypto';
import { settingsSetAverageBooking } from '@perezvon/contracts';
import type { DbClient, Prisma } from '@perezvon/db';
import {
  clockAt,
  givenCall,
  givenClinic,
  givenScore,
  silentLog,
  testDatabase,
  type Clinic,
} from '@perezvon/db/testing';
import { carryOut, outboxTypes } from '@perezvon/messaging/testing';
import { beforeAll, expect, test } from '@jest/globals';
import { intents } from '../../src/intents/index.js';
import type { Address } from '../../src/screens/define-place.js';
import { auditLogPlace } from '../../src/screens/places/audit-log.js';
import {
  averageBookingPlace,
  averageBookingSavePlace,
  controlPlace,
} from '../../src/screens/places/control.js';
import { weeklyPlace } from '../../src/screens/places/notifications.js';
import { menuPlace } from '../../src/screens/places/root.js';
import { LANGUAGES, type Language } from '../../src/text/translate.js';
import { seeScreen, type Seen } from '../support/draw.js';
import { personOf } from '../support/people.js';

/** A Tuesday, noon at the clinic. */
const now = clockAt('2026-11-24T09:00:00Z');
const GIVEN = '2026-11-23T08:00:00Z';

let db: DbClient;
let clinic: Clinic;

const hashOf = (name: string) => createHash('sha256').update(name).digest();
type New = Partial<Prisma.AssignmentUncheckedCreateInput>;

/** Who called an hour before GIVEN; null: nobody knows the number. */
const callOf = (client: string | null) =>
  givenCall(db, {
    callDate: '2026-11-23T07:00:00Z',
    clientPhoneHash: client === null ? null : hashOf(client),
  });

const give = async (data: New, client: string | null = null): Promise<number> => {
  const { historyId } = await callOf(client);
  const { id } = await db.assignment.create({
    data: {
      historyId,
      kind: 'callback',
      ownerId: clinic.operator.id,
      givenById: clinic.admin.id,
      createdAt: GIVEN,
      dueAt: '2026-11-24T15:00:00Z',
      ...data,
    },
  });
  return id;
};

/** A done callback, with the call that proves it two hours after it was given. */
const proven = async (client: string, outcome: 'record' | 'refusal', data: New = {}): Promise<number> => {
  const callDate = new Date('2026-11-23T10:00:00Z');
  const call = await givenCall(db, { callDate, direction: 'outbound', clientPhoneHash: hashOf(client) });
  await givenScore(db, call, { outcome });
  return give(
    {
      state: 'done',
      closedAt: callDate,
      result: 'booked',
      verifiedByCall: call.historyId,
      verifiedAt: callDate,
      list: 'complaint',
      ...data,
    },
    client,
  );
};

const said = (client: string, result: 'booked' | 'thinking', data: New = {}) =>
  give({ state: 'done', closedAt: '2026-11-23T12:00:00Z', result, list: 'followup', ...data }, client);

beforeAll(async () => {
  ({ db } = await testDatabase());
  clinic = await givenClinic(db);
  await proven('olga', 'record');
  await proven('petr', 'refusal', { result: 'refused' });
  // The same client in another list, proven by another call: still one client, one booking.
  await proven('olga', 'record', { list: 'lost', ownerId: clinic.otherOperator.id });
  await said('ivan', 'booked');
  await said('maria', 'thinking');
  await give({ dueAt: '2026-11-24T08:00:00Z', list: 'complaint' });
  await give({ pausedUntil: '2026-11-26T09:00:00Z', dueAt: '2026-11-26T15:00:00Z', reason: 'client_asked' });
  await give({ state: 'failed', closedAt: '2026-11-23T12:00:00Z', reason: 'no_answer' });
  await give({ state: 'cancelled', closedAt: '2026-11-23T12:00:00Z', reason: 'client_came' });
  await give({ kind: 'review', state: 'done', closedAt: '2026-11-23T12:00:00Z', result: 'process' });
  await give({ createdAt: '2026-11-01T08:00:00Z', dueAt: '2026-11-02T08:00:00Z' });
});

const see = (who: keyof Clinic, address: Address, language: Language = 'ru'): Promise<Seen> =>
  seeScreen(db, { ...personOf(clinic[who]), language }, address, { now });
const WEEK = controlPlace.address({ days: 7 });
/** The screen behind a button that begins so. */
const press = async (seen: Seen, label: string, who: keyof Clinic = 'admin'): Promise<Seen> => {
  const data = seen.data[label];
  expect([label, data === undefined ? seen.buttons : 'there']).toEqual([label, 'there']);
  return see(who, { data: data ?? '' });
};

const handlers = intents({ developersChatId: null, timezone: 'Europe/Moscow' });
const setAverage = (kopecks: number | null, by: keyof Clinic, id: string) =>
  carryOut(
    'bot-gateway',
    settingsSetAverageBooking.of({ kopecks }, { id, actorId: clinic[by].id, at: now() }),
    handlers,
    { db, log: silentLog, now },
  );

test('the person in charge sees what became of everything, and what money it brought once a booking has its price', async () => {
  const before = await see('admin', WEEK);
  expect(before.text).toBe(
    [
      '🎯 Контроль · 7 дней, 18.11–24.11',
      '',
      '📋 Поручено: 10',
      '✅ Подтверждено звонком: 3',
      '💬 Со слов: 2',
      '✔️ Прочее выполнено: 1',
      '❌ Не удалось: 1',
      '🗑 Отменено: 1',
      '⏳ Открыто: 2',
      '⏰ Просрочено: 1',
      '⏸ Отложено: 1',
      '📌 Открыто с прежних дней: 1',
      '',
      '⏱ Медиана: перезвонили через 2 часа после поручения, через 3 часа после звонка клиента (n=5)',
      '',
      '💰 Записались после перезвона: 1–2 из 5 сделанных',
      '☎️ Запись слышна в звонке: 1, 💭 только со слов: 1. Клиент посчитан один раз.',
      'Сколько приносит запись, не указано: в деньгах не считаем.',
    ].join('\n'),
  );
  expect(before.buttons.flat()).not.toContain('💳 Средняя запись');

  expect(await setAverage(350_000, 'admin', 'tg-1')).toBe('permission.missing');
  expect(await setAverage(350_000, 'superadmin', 'tg-2')).toBeNull();
  expect(await outboxTypes(db)).toEqual(expect.arrayContaining(['settings.changed', 'admin.action']));
  expect((await see('admin', WEEK)).text).toContain(
    'Это 3\u00A0500\u00A0₽–7\u00A0000\u00A0₽, если запись приносит 3\u00A0500\u00A0₽.',
  );
  expect((await see('superadmin', averageBookingPlace.address({}))).text).toContain(
    'Сейчас: 3\u00A0500\u00A0₽',
  );
  expect(await setAverage(null, 'superadmin', 'tg-3')).toBeNull();
  expect((await see('superadmin', WEEK)).buttons.flat()).toContain('💳 Средняя запись');
});

test('one tap from a number to exactly its assignments, each with how it ended and the way to its card', async () => {
  const screen = await see('admin', WEEK);
  const late = await press(screen, '⏰ 1');
  expect(late.text).toMatch(
    /^⏰ Просрочено: 1\nпоручено за 7 дней, 18\.11–24\.11\n\n⏰ 24\.11 11:00 · Перезвон · #\d+\nОльга · новое$/,
  );
  expect((await press(late, late.buttons[0]?.[0] ?? '')).text).toContain('просрочено');

  const { text: confirmed } = await press(screen, '✅ 3');
  expect(confirmed).toMatch(/Павел · Записался, подтверждено звонком #\d+/);
  expect(confirmed).toMatch(/Ольга · Отказался, подтверждено звонком #\d+/);
  expect((await press(screen, '💬 2')).text).toContain('Ольга · Думает, со слов');
  expect((await press(screen, '❌ 1')).text).toContain('Ольга · не удалось · Не дозвонились');
  expect((await press(screen, '🗑 1')).text).toContain('Ольга · отменено · Клиент пришёл сам');
  expect((await press(screen, '✔️ 1')).text).toContain('Ольга · Дело в порядках клиники');
  expect((await press(screen, '⏸ 1')).text).toContain('Ольга · отложено до 26.11 12:00');
  const left = await press(screen, '📌 1');
  expect(left.text).toMatch(/поручено раньше 18\.11\n\n⏰ 02\.11 11:00/);
  // One client, two proven callbacks: the first of them stands for both.
  expect((await press(screen, '☎️ 1')).text).toContain('Ольга · Записался');

  // More than a page: the rest is a tap away.
  const given = await press(screen, '📋 10');
  expect(given.buttons.filter(([label]) => label?.includes(' · '))).toHaveLength(5);
  const rest = await press(given, '▶️');
  expect(rest.buttons.filter(([label]) => label?.includes(' · '))).toHaveLength(5);
});

test('a phone shows it whole: the numbers stand four in a row, each with the sign of its line', async () => {
  const { text, buttons } = await see('admin', WEEK);
  expect(buttons).toEqual([
    ['📋 10', '✅ 3', '💬 2', '✔️ 1'],
    ['❌ 1', '🗑 1', '⏳ 2', '⏰ 1'],
    ['⏸ 1', '📌 1', '☎️ 1', '💭 1'],
    ['👤 По сотрудникам', '🗂 По спискам'],
    ['• 7 дней', '14 дней', '30 дней'],
    ['⬅️ Назад', '🏠 Меню', '❓'],
  ]);
  for (const label of buttons.slice(0, 3).flat()) {
    const [sign = '', count = ''] = label.split(' ');
    expect(text).toMatch(new RegExp(`${sign} [^\n☎💭]*: ${count}`, 'u'));
  }
});

test('the same numbers by person and by list; a tap narrows to one, another takes it off', async () => {
  const screen = await see('admin', WEEK);
  const people = await press(screen, '👤 По сотрудникам');
  expect(people.text).toContain(
    [
      'Ольга · поручено 9',
      '⏰ просрочено 1 · открыто 2 · подтверждено звонком 2 · со слов 2 · прочее выполнено 1 · не удалось 1 · отменено 1 · 📌 с прежних дней 1',
      '⏱ перезвон через 3 часа (n=4) · 💰 записались 1–2',
      '',
      'Павел · поручено 1',
      'подтверждено звонком 1',
      '⏱ перезвон через 2 часа (n=1)',
    ].join('\n'),
  );
  const pavel = await press(people, 'Павел · 1');
  expect(pavel.text).toContain('🔎 ответственный: Павел');
  expect(pavel.text).toContain('💰 Записались после перезвона: 0 из 1 сделанного');

  const byList = await press(screen, '🗂 По спискам');
  expect(byList.text).toContain(
    'риски жалоб · поручено 3\n⏰ просрочено 1 · открыто 1 · подтверждено звонком 2',
  );
  expect(byList.text).toContain('упущенная выручка · поручено 1');
  const lost = await press(byList, 'упущенная выручка · 1');
  expect(lost.text).toContain('🔎 упущенная выручка');
  expect((await press(lost, '✖️ Все списки')).text).not.toContain('🔎');
});

test('the weekly summary tells what became of the week’s assignments, to who manages them', async () => {
  const weekly = async (who: keyof Clinic): Promise<Seen> => {
    const { id: messageId } = await db.notificationMessage.create({
      data: { userId: clinic[who].id, kind: 'weekly', day: new Date('2026-11-24'), nextTryAt: now() },
    });
    return see(who, weeklyPlace.address({ messageId }));
  };
  const { text, data } = await weekly('admin');
  expect(text).toContain(
    [
      'Что поручали',
      '📋 Поручено 10: подтверждено звонком 3, со слов 2, прочее выполнено 1, не удалось 1, отменено 1, открыто 2, из них просрочено 1',
      '💰 Записались после перезвона: 1–2 из 5 сделанных',
    ].join('\n'),
  );
  expect(data['🎯 Контроль']).toBe(WEEK.data);
  for (const who of ['operator', 'marketing'] as const)
    expect((await weekly(who)).text).not.toMatch(/Что поручали|Записались после/);
});

test('only who manages assignments sees them, only a superadmin sets the price', async () => {
  for (const who of ['operator', 'marketing'] as const) {
    expect((await see(who, WEEK)).text).toContain('недоступен');
    expect((await see(who, menuPlace.address({}))).buttons.flat()).not.toContain('🎯 Контроль');
  }
  expect((await see('admin', menuPlace.address({}))).data['🎯 Контроль']).toBe(WEEK.data);
  expect((await see('admin', averageBookingPlace.address({}))).text).toContain('недоступен');
});

test('a clinic without assignments reads that there are none', async () => {
  const { db: empty } = await testDatabase();
  const { admin } = await givenClinic(empty);
  const seen = await seeScreen(empty, personOf(admin), WEEK, { now });
  expect(seen.text).toContain('За эти дни ничего не поручали');
});

test.each(LANGUAGES)('every screen of the control has all its words (%s)', async (language) => {
  const screen = await see('superadmin', WEEK, language);
  const addresses = [
    ...Object.values(screen.data).filter((data) => data.startsWith('ctl')),
    averageBookingPlace.address({}).data,
    averageBookingSavePlace.address({ kopecks: 350_050 }).data,
    auditLogPlace.address({}).data,
  ];
  expect(addresses.length).toBeGreaterThan(15);
  for (const data of addresses) {
    const { text, buttons } = await see('superadmin', { data }, language);
    expect(text).not.toMatch(/[{}$]|none|null|undefined|NaN/);
    expect(
      /[А-Яа-яЁё]/.test(
        buttons
          .flat()
          .join()
          .replaceAll(/Ольга|Павел/gu, ''),
      ),
    ).toBe(language === 'ru');
  }
});
