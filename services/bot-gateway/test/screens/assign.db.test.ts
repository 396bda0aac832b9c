import type { DbClient } from '@perezvon/db';
import { clockAt, givenCall, givenClinic, givenScore, testDatabase, type Clinic } from '@perezvon/db/testing';
import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  assignConfirmPlace,
  assignDatePlace,
  assignDuePlace,
  assignKindPlace,
  assignmentsPlace,
  assignOwnerPlace,
  assignWordsPlace,
} from '../../src/screens/places/assignments.js';
import { callListPlace, wholeList } from '../../src/screens/places/calls.js';
import { forgetOldCallSelections } from '../../src/store/call-selections.js';
import { handOf, type Hand } from '../support/assignment-screens.js';

/** A Tuesday, 13:20 in Moscow. */
const now = clockAt('2026-11-24T10:20:00Z');
const MINUTE_MS = 60_000;
const minuteOf = (iso: string): number => new Date(iso).getTime() / MINUTE_MS;
const WAY_BACK = ['⬅️ Назад', '🏠 Меню', '❓'];
const KINDS = ['Перезвон', 'Разбор', 'Тренинг', 'Маркетинговое действие', 'Задача'];

let db: DbClient;
let clinic: Clinic;
let hand: Hand;
let historyId: number;
beforeAll(async () => {
  ({ db } = await testDatabase());
  clinic = await givenClinic(db);
  hand = handOf(db, clinic, now);
  const call = await givenCall(db, { historyId: 500_123 });
  await givenScore(db, call);
  ({ historyId } = call);
});

/** Somebody has a call already. */
const giveTo = async (call: number, kind: 'callback' | 'review') => {
  const people = { ownerId: clinic.admin.id, givenById: clinic.admin.id };
  await db.assignment.create({
    data: { ...people, historyId: call, kind, dueAt: '2026-11-24T15:00:00Z' },
  });
};

describe('«Назначить», step by step', () => {
  const chosen = () => ({ historyId, kind: 'callback', ownerId: clinic.operator.id }) as const;

  test('the kinds, then the people with their load and a suggestion, then the deadlines', async () => {
    const kinds = await hand.see('admin', assignKindPlace.address({ historyId }));
    expect(kinds.text).toContain('Поручение по звонку #500123 · 24.11 11:00');
    expect(kinds.buttons).toEqual([...KINDS.map((kind) => [kind]), WAY_BACK]);

    const people = await hand.tap('admin', kinds, 'Разбор');
    expect(people.buttons[0]).toEqual(['⭐ Ольга · 0 · вёл(а) звонок']);
    expect(people.text).toContain('⭐ Ольга: вёл(а) звонок, сегодня на линии');

    const due = await hand.tap('admin', people, '⭐ Ольга · 0 · вёл(а) звонок');
    expect(due.text).toContain('Разбор · Ольга');
    expect(due.buttons).toEqual([
      ['Через 1 час'],
      ['Сегодня 18:00'],
      ['Завтра 12:00'],
      ['Через 24 часа'],
      ['Другая дата'],
      WAY_BACK,
    ]);
  });

  test('the summary names everything, and its button carries the moment itself', async () => {
    const due = await hand.see('admin', assignDuePlace.address(chosen()));
    const confirm = await hand.tap('admin', due, 'Через 1 час');
    expect(confirm.text).toBe(
      '👤 Поручение по звонку #500123 · 24.11 11:00\nПерезвон · Ольга\nСрок: 24.11 14:20, через 60 минут',
    );
    expect(confirm.buttons).toEqual([['✅ Подтвердить', '✖️ Отмена'], ['✏️ Комментарий'], WAY_BACK]);
    expect(await hand.intentOf('admin', confirm, '✅ Подтвердить')).toMatchObject({
      type: 'assignment.create',
      payload: {
        historyId,
        kind: 'callback',
        ownerId: clinic.operator.id,
        dueAt: '2026-11-24T11:20:00.000Z',
        noteId: null,
      },
    });
  });

  test('a summary left lying until its deadline has passed offers another deadline, no confirmation', async () => {
    const address = assignConfirmPlace.address({ ...chosen(), due: minuteOf('2026-11-24T10:00:00Z') });
    const late = await hand.see('admin', address);
    expect(late.text).toContain('⛔️ Срок 24.11 13:00 уже прошёл');
    expect(late.buttons).toEqual([['Выбрать другой срок'], ['✖️ Отмена'], WAY_BACK]);
  });

  test('a typed date is shown as it was understood; other words are asked again', async () => {
    const ask = assignDatePlace.address(chosen());
    expect(await hand.type('admin', ask, 'завтра 12:00')).toMatchObject({
      text: expect.stringContaining('Срок: 25.11 12:00, через 23 часа'),
    });
    expect(await hand.type('admin', ask, '15.01 10:00')).toMatchObject({
      text: expect.stringContaining('Срок: 15.01.2027 10:00'),
    });
    expect(await hand.type('admin', ask, 'сегодня 10:00')).toBe(
      '⛔️ Срок 24.11 10:00 уже прошёл. Нужен другой.',
    );
    expect(await hand.type('admin', ask, 'как-нибудь')).toContain('Не понял срок');
  });

  test('a deadline at night is warned of, and the morning is one tap away', async () => {
    const night = await hand.type('admin', assignDatePlace.address(chosen()), 'сегодня 23:30');
    expect(night).toMatchObject({ text: expect.stringContaining('🌙 Клиника в это время закрыта.') });
    if (typeof night === 'string') throw new Error(night);
    const morning = await hand.tap('admin', night, 'Когда откроется: Завтра 08:00');
    expect(morning.text).toContain('Срок: 25.11 08:00');
    expect(morning.text).not.toContain('🌙');
  });

  test('what somebody does already is told instead of offered', async () => {
    const { historyId: taken } = await givenCall(db);
    await giveTo(taken, 'review');
    const kinds = await hand.see('admin', assignKindPlace.address({ historyId: taken }));
    expect(kinds.text).toContain('📋 Разбор: уже поручено, Анна, до 24.11 18:00');
    expect(kinds.buttons.flat()).not.toContain('Разбор');
  });

  test('a comment is kept, shown, and goes with the assignment by its id', async () => {
    const confirm = await hand.see(
      'admin',
      assignConfirmPlace.address({ ...chosen(), due: minuteOf('2026-11-25T09:00:00Z') }),
    );
    const ask = { data: confirm.data['✏️ Комментарий'] ?? '' };
    const commented = await hand.type('admin', ask, 'Предложить утро <субботы>');
    if (typeof commented === 'string') throw new Error(commented);
    expect(commented.text).toContain('Комментарий: Предложить утро <субботы>');
    const note = await db.note.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect(await hand.intentOf('admin', commented, '✅ Подтвердить')).toMatchObject({
      payload: { noteId: note.id },
    });
    // Somebody else's words are not his to send.
    expect((await hand.see('otherAdmin', { data: ask.data })).text).not.toContain('субботы');
  });

  test('a marketing action has its channel and its words', async () => {
    const kinds = await hand.see('admin', assignKindPlace.address({ historyId }));
    const words = await hand.tap(
      'admin',
      await hand.tap('admin', kinds, 'Маркетинговое действие'),
      'Мессенджер',
    );
    expect(words.text).toContain('Канал: Мессенджер');
    const kind = { historyId, kind: 'marketing', channel: 'messenger' } as const;
    expect(await hand.type('admin', assignWordsPlace.address(kind), '500123')).toContain('Нужны слова');
    const owners = await hand.type('admin', assignWordsPlace.address(kind), 'Скидка на чистку');
    if (typeof owners === 'string') throw new Error(owners);
    const owner = owners.buttons.flat().find((label) => label.includes('Павел')) ?? '';
    const confirm = await hand.tap('admin', await hand.tap('admin', owners, owner), 'Завтра 12:00');
    expect(confirm.text).toContain(
      'Маркетинговое действие · Павел\nКанал: Мессенджер\nЧто сделать: Скидка на чистку',
    );
    expect(await hand.intentOf('admin', confirm, '✅ Подтвердить')).toMatchObject({
      payload: { kind: 'marketing', channel: 'messenger', noteId: expect.any(Number) },
    });
  });

  test('«➕ Задача» needs no call', async () => {
    const list = await hand.see('admin', assignmentsPlace.address({ view: 'mine', direction: 'on' }));
    const ask = { data: list.data['➕ Задача'] ?? '' };
    expect((await hand.see('admin', ask)).text).toContain('👤 Новое поручение\nЗадача');
    const owners = await hand.type('admin', ask, 'Обновить прайс');
    if (typeof owners === 'string') throw new Error(owners);
    const owner = owners.buttons.flat().find((label) => label.includes('Вера')) ?? '';
    const confirm = await hand.tap('admin', await hand.tap('admin', owners, owner), 'Через 24 часа');
    expect(await hand.intentOf('admin', confirm, '✅ Подтвердить')).toMatchObject({
      payload: { historyId: null, kind: 'task', ownerId: clinic.otherAdmin.id },
    });
  });

  test('an operator cannot give work', async () => {
    const seen = await hand.see('operator', assignKindPlace.address({ historyId }));
    expect(seen.text).toContain('Этот раздел вам сейчас недоступен');
    const own = await hand.see('operator', assignmentsPlace.address({ view: 'mine', direction: 'on' }));
    expect(own.buttons.flat()).not.toContain('➕ Задача');
  });

  test('a voice that the client knows comes before others who have as little to do', async () => {
    const owners = await hand.see(
      'admin',
      assignOwnerPlace.address({ historyId, kind: 'callback', page: 0 }),
    );
    expect(owners.buttons.slice(0, 2)).toEqual([['⭐ Ольга · 0 · вёл(а) звонок'], ['Вера · 0']]);
  });
});

describe('«👥 Назначить списком»', () => {
  let calls: number[];
  beforeAll(async () => {
    calls = [];
    for (let index = 0; index < 12; index += 1) {
      const call = await givenCall(db, { operator: 'op-7' });
      await givenScore(db, call, { operator: 'op-7', complaintRiskScore: 99 - index });
      calls.push(call.historyId);
    }
  });

  const open = async () => {
    const list = await hand.see('admin', callListPlace.address(wholeList('complaint', 7)));
    return hand.tap('admin', list, '👥 Назначить списком');
  };

  test('the first ten of the list, the worst first, go to one person with one deadline', async () => {
    const [first = 0] = calls;
    await giveTo(first, 'callback');
    const many = await open();
    expect(many.text).toContain('Риски жалоб · 7 дней');
    expect(many.text).toContain('Перезвон уже поручен по 1 из них');
    expect(many.buttons.slice(0, 2)).toEqual([['Первые 5', 'Первые 10'], ['Все 13']]);

    const owners = await hand.tap('admin', many, 'Первые 10');
    expect(owners.text).toContain('👥 10 звонков');
    const owner = owners.buttons.flat().find((label) => label.includes('Павел')) ?? '';
    const confirm = await hand.tap('admin', await hand.tap('admin', owners, owner), 'Сегодня 18:00');
    expect(confirm.text).toContain('Перезвон · Павел\nСрок: 24.11 18:00');
    expect(await hand.intentOf('admin', confirm, '✅ Подтвердить')).toMatchObject({
      type: 'assignment.create_many',
      payload: {
        historyIds: calls.slice(0, 10),
        kind: 'callback',
        ownerId: clinic.otherOperator.id,
        dueAt: '2026-11-24T15:00:00.000Z',
      },
    });
  });

  test('those are given that were seen, whatever comes into the list meanwhile', async () => {
    const many = await open();
    const worse = await givenCall(db, { operator: 'op-7' });
    await givenScore(db, worse, { operator: 'op-7', complaintRiskScore: 100 });
    const owners = await hand.tap('admin', many, 'Первые 5');
    expect(owners.text).not.toContain(`#${worse.historyId}`);
  });

  test('somebody else’s choice, and one of yesterday, are gone', async () => {
    const many = await open();
    const owners = { data: many.data['Первые 5'] ?? '' };
    expect((await hand.see('otherAdmin', owners)).text).toContain('Здесь пусто');
    await db.callSelection.updateMany({ data: { createdAt: '2026-11-23T10:00:00Z' } });
    expect((await hand.see('admin', owners)).text).toContain('Здесь пусто');
    await forgetOldCallSelections(db, now());
    expect(await db.callSelection.count()).toBe(0);
  });

  test('a review of many is one tap away', async () => {
    const reviews = await hand.tap('admin', await open(), 'Разбор');
    expect(reviews.text).toContain('Разбор: сколько первых звонков');
    expect(reviews.buttons.flat()).toContain('• Разбор');
  });
});
