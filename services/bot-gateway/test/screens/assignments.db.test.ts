import type { DbClient, Prisma } from '@perezvon/db';
import { clockAt, givenCall, givenClinic, givenScore, testDatabase, type Clinic } from '@perezvon/db/testing';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { assignmentsPlace, laterDatePlace, reasonWordsPlace } from '../../src/screens/places/assignments.js';
import { assignmentCardPlace } from '../../src/screens/places/work.js';
import { handOf, type Hand } from '../support/assignment-screens.js';

const now = clockAt('2026-11-24T10:20:00Z');
const WAY_BACK = ['⬅️ Назад', '🏠 Меню', '❓'];

let db: DbClient;
let clinic: Clinic;
let hand: Hand;
beforeAll(async () => {
  ({ db } = await testDatabase());
  clinic = await givenClinic(db);
  hand = handOf(db, clinic, now);
});

describe('an assignment’s card', () => {
  const give = async (
    state: 'open' | 'in_progress' | 'done' | 'cancelled',
    more: Partial<Prisma.AssignmentUncheckedCreateInput> = {},
  ) => {
    const call = await givenCall(db);
    await givenScore(db, call);
    const isClosed = state === 'done' || state === 'cancelled';
    const { id } = await db.assignment.create({
      data: {
        historyId: call.historyId,
        kind: 'callback',
        state,
        ownerId: clinic.operator.id,
        givenById: clinic.admin.id,
        dueAt: '2026-11-24T15:00:00Z',
        ...(isClosed && { closedAt: '2026-11-24T09:00:00Z' }),
        ...more,
      },
    });
    return { id, historyId: call.historyId };
  };
  const card = (who: keyof Clinic, assignmentId: number) =>
    hand.see(who, assignmentCardPlace.address({ assignmentId }));

  test('says what, why, who and until when', async () => {
    const { id, historyId: about } = await give('open');
    expect((await card('admin', id)).text).toBe(
      [
        'Перезвон · новое',
        `Звонок #${about} · 24.11 11:00 · op-1`,
        'Ответственный: Ольга',
        'Поручил(а): Анна',
        'Срок: 24.11 18:00, через 5 часов',
        '',
        'Почему: «обещали перезвонить и не перезвонили»',
      ]
        .join('\n')
        .replace('Перезвон', '📋 Перезвон'),
    );
  });

  test('each person sees only the moves that are his now', async () => {
    const { id, historyId: about } = await give('open');
    const call = [`Звонок #${about}`];
    expect((await card('operator', id)).buttons).toEqual([
      ['▶️ В работу', '✅ Выполнено'],
      ['❌ Не удалось'],
      ['⏰ Продлить', '⏸ Отложить'],
      call,
      WAY_BACK,
    ]);
    const manager = [['⏰ Продлить', '⏸ Отложить'], ['🔁 Переназначить', '🗑 Отменить'], call, WAY_BACK];
    expect((await card('admin', id)).buttons).toEqual(manager);
    expect((await card('otherAdmin', id)).buttons).toEqual(manager);
    expect((await card('otherOperator', id)).text).toContain('Здесь пусто');
  });

  test('work under way is not started again; finished work can only be returned, cancelled work nothing', async () => {
    const running = await give('in_progress');
    expect((await card('operator', running.id)).buttons[0]).toEqual(['✅ Выполнено']);
    const done = await give('done', { result: 'booked' });
    expect((await card('admin', done.id)).buttons[0]).toEqual(['↩️ Вернуть']);
    expect((await card('operator', done.id)).buttons[0]).toEqual([`Звонок #${done.historyId}`]);
    const off = await give('cancelled');
    expect((await card('admin', off.id)).buttons[0]).toEqual([`Звонок #${off.historyId}`]);
  });

  test('a result says how it is known', async () => {
    const word = await give('done', { result: 'booked' });
    expect((await card('admin', word.id)).text).toContain('Итог: Записался, 24.11 12:00 (со слов)');
    const proven = await give('done', {
      result: 'booked',
      verifiedByCall: 500_123n,
      verifiedAt: '2026-11-24T09:00:00Z',
    });
    expect((await card('admin', proven.id)).text).toContain('(подтверждено звонком #500123)');
  });

  test('each kind asks for the results that it has', async () => {
    const callback = await give('in_progress');
    const question = await hand.tap('operator', await card('operator', callback.id), '✅ Выполнено');
    expect(question.buttons).toEqual([['Записался'], ['Отказался'], ['Думает'], ['Другое'], WAY_BACK]);
    expect(await hand.intentOf('operator', question, 'Думает')).toMatchObject({
      type: 'assignment.complete',
      payload: { assignmentId: callback.id, result: 'thinking' },
    });
    const review = await give('in_progress', { kind: 'review' });
    const shown = await hand.tap('operator', await card('operator', review.id), '✅ Выполнено');
    expect(shown.text).toContain('Что показал разбор?');
    expect(shown.buttons.slice(0, 3)).toEqual([
      ['Ошибка оператора'],
      ['Оператор прав'],
      ['Дело в порядках клиники'],
    ]);
    const training = await give('in_progress', { kind: 'training' });
    expect(
      await hand.intentOf('operator', await card('operator', training.id), '✅ Выполнено'),
    ).toMatchObject({
      payload: { assignmentId: training.id, result: null },
    });
  });

  test('only a later deadline is offered for one that is put off, and a tap on the reason moves it', async () => {
    // 18:00 in Moscow.
    const { id } = await give('open', { dueAt: '2026-11-24T15:00:00Z' });
    const question = await hand.tap('operator', await card('operator', id), '⏰ Продлить');
    expect(question.buttons).toEqual([
      ['Завтра 12:00'],
      ['Через 24 часа'],
      ['Чт 26.11 12:00'],
      ['Другая дата'],
      WAY_BACK,
    ]);
    const why = await hand.tap('operator', question, 'Завтра 12:00');
    expect(why.text).toContain('Срок: 25.11 12:00, через 23 часа');
    expect(why.buttons).toEqual([
      ['Клиент попросил'],
      ['Не дозвонились'],
      ['Не успеваем'],
      ['Ждём врача'],
      ['Другая причина'],
      ['✖️ Отмена'],
      WAY_BACK,
    ]);
    expect(await hand.intentOf('operator', why, 'Не дозвонились')).toMatchObject({
      type: 'assignment.extend',
      payload: { assignmentId: id, dueAt: '2026-11-25T09:00:00.000Z', reason: 'no_answer', noteId: null },
    });
  });

  test('a typed deadline that is no later one is told before anybody is asked why', async () => {
    const { id } = await give('open', { dueAt: '2026-11-26T15:00:00Z' });
    const ask = laterDatePlace.address({ assignmentId: id, move: 'extend' });
    const answer = await hand.type('operator', ask, 'завтра 16:00');
    if (typeof answer === 'string') throw new Error(answer);
    expect(answer.text).toContain('25.11 16:00 не позже нынешнего срока (26.11 18:00)');
    expect(answer.buttons).toEqual([['Выбрать другой срок'], ['✖️ Отмена'], WAY_BACK]);
  });

  test('a reason in one’s own words is shown before it is sent', async () => {
    const { id } = await give('open');
    const ask = reasonWordsPlace.address({ assignmentId: id, move: 'fail' });
    expect(await hand.type('operator', ask, 'а'.repeat(501))).toContain('не больше 500 знаков');
    const send = await hand.type('operator', ask, 'Номер <выключен>');
    if (typeof send === 'string') throw new Error(send);
    expect(send.text).toContain('Причина: Номер <выключен>');
    const { id: noteId } = await db.note.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect(await hand.intentOf('operator', send, '✅ Подтвердить')).toMatchObject({
      type: 'assignment.fail',
      payload: { assignmentId: id, reason: 'other', noteId },
    });
  });

  test('«клиент просил после пятницы»: it rests until the clinic opens, says so, and may go on before', async () => {
    const { id } = await give('in_progress');
    const question = await hand.tap('operator', await card('operator', id), '⏸ Отложить');
    expect(question.buttons.slice(0, 4)).toEqual([
      ['Завтра 08:00'],
      ['Пт 27.11 08:00'],
      ['Пн 30.11 08:00'],
      ['Пн 07.12 08:00'],
    ]);
    const typed = await hand.type(
      'operator',
      laterDatePlace.address({ assignmentId: id, move: 'pause' }),
      'после пятницы',
    );
    if (typeof typed === 'string') throw new Error(typed);
    expect(await hand.intentOf('operator', typed, 'Клиент попросил')).toMatchObject({
      type: 'assignment.pause',
      payload: { assignmentId: id, until: '2026-11-28T06:00:00.000Z', reason: 'client_asked' },
    });

    await db.assignment.update({
      where: { id },
      data: { pausedUntil: '2026-11-28T06:00:00Z', dueAt: '2026-11-28T09:00:00Z', reason: 'client_asked' },
    });
    const rests = await card('operator', id);
    expect(rests.text).toContain('⏸ Отложено до 28.11 09:00\nСрок: 28.11 12:00\nПричина: Клиент попросил');
    expect(await hand.intentOf('operator', rests, '▶️ Возобновить')).toMatchObject({
      type: 'assignment.resume',
      payload: { assignmentId: id },
    });
  });

  test('a number in somebody’s words is read by who wrote it, and by who may see numbers', async () => {
    const note = await db.note.create({
      data: { authorId: clinic.admin.id, text: 'Мужу: +7 912 345-67-89' },
    });
    const { id } = await give('open', { noteId: note.id });
    expect((await card('operator', id)).text).toMatch(/Комментарий: Мужу: .*•••/);
    for (const who of ['admin', 'superadmin'] as const)
      expect((await card(who, id)).text).toContain('Комментарий: Мужу: +7 912 345-67-89');
  });

  test('passing on and calling off lead to their intents', async () => {
    const { id } = await give('open');
    const admin = await card('admin', id);
    const people = await hand.tap('admin', admin, '🔁 Переназначить');
    const other = people.buttons.flat().find((label) => label.includes('Павел')) ?? '';
    expect(people.buttons.flat().some((label) => label.includes('Ольга'))).toBe(false);
    expect(await hand.intentOf('admin', people, other)).toMatchObject({
      type: 'assignment.reassign',
      payload: { assignmentId: id, ownerId: clinic.otherOperator.id },
    });
    const why = await hand.tap('admin', admin, '🗑 Отменить');
    expect(why.text).toContain('Почему отменить поручение?');
    expect(await hand.intentOf('admin', why, 'Клиент пришёл сам')).toMatchObject({
      type: 'assignment.cancel',
      payload: { assignmentId: id, reason: 'client_came' },
    });
  });
});

describe('«Поручения»', () => {
  const list = (who: keyof Clinic, view: 'mine' | 'given' | 'all' | 'overdue') =>
    hand.see(who, assignmentsPlace.address({ view, direction: 'on' }));

  test('an operator has his own and what is late of it, an admin has everybody’s', async () => {
    const { historyId: about } = await givenCall(db);
    await db.assignment.create({
      data: {
        historyId: about,
        kind: 'callback',
        ownerId: clinic.otherOperator.id,
        givenById: clinic.otherAdmin.id,
        dueAt: '2026-11-24T09:00:00Z',
      },
    });
    const own = await list('otherOperator', 'mine');
    expect(own.text).toBe(
      `📋 Мои поручения: 1\n⏰ Просрочено: 1\n\n⏰ 24.11 12:00 · Перезвон · #${about} · новое`,
    );
    expect(own.buttons).toEqual([
      [`⏰ 24.11 12:00 · Перезвон · #${about}`],
      ['• Мои', 'Просроченные'],
      WAY_BACK,
    ]);
    const given = await list('otherAdmin', 'given');
    expect(given.text).toContain('📋 Выданные мной: 1');
    expect(given.buttons).toEqual(
      expect.arrayContaining([
        ['Мои', '• Выданные'],
        ['Все', 'Просроченные'],
      ]),
    );
    expect((await list('superadmin', 'overdue')).text).toContain(`#${about} · Павел`);
    expect((await list('superadmin', 'mine')).text).toContain('Открытых поручений у вас нет.');
  });

  test('a task is named by its words, and what rests says until when', async () => {
    const note = await db.note.create({
      data: { authorId: clinic.admin.id, text: 'Обновить прайс на сайте и в чате' },
    });
    await db.assignment.create({
      data: {
        kind: 'task',
        noteId: note.id,
        ownerId: clinic.otherAdmin.id,
        givenById: clinic.admin.id,
        dueAt: '2026-11-26T09:00:00Z',
        pausedUntil: '2026-11-26T07:00:00Z',
      },
    });
    const mine = await list('otherAdmin', 'mine');
    expect(mine.text).toContain('⏸ до 26.11 10:00 · Задача · Обновить прайс на сайте и в чате');
    expect(mine.buttons[0]).toEqual(['⏸ 26.11 10:00 · Задача · Обновить прайс на…']);
    const card = await hand.tap('otherAdmin', mine, '⏸ 26.11 10:00 · Задача · Обновить прайс на…');
    expect(card.text).toContain('📋 Задача · новое\nОтветственный: Вера');
    expect(card.text).toContain('Что сделать: Обновить прайс на сайте и в чате');
    // No client to reach: nobody fails for that.
    const why = await hand.tap('otherAdmin', card, '❌ Не удалось');
    expect(why.buttons.slice(0, 2)).toEqual([['Сделать нельзя'], ['Другая причина']]);
  });

  test('marketing has no assignments', async () => {
    expect((await list('marketing', 'mine')).text).toContain('недоступен');
  });
});
