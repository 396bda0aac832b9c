import type { DbClient } from '@perezvon/db';
import { clockAt, givenCall, givenClinic, givenScore, testDatabase, type Clinic } from '@perezvon/db/testing';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Address } from '../../src/screens/define-place.js';
import { renderBase } from '../../src/screens/draw.js';
import { ACTIONS, SCREENS } from '../../src/screens/index.js';
import {
  assignConfirmPlace,
  assignDatePlace,
  assignDuePlace,
  assignKindPlace,
  assignmentsPlace,
  assignOwnerPlace,
  extendConfirmPlace,
} from '../../src/screens/places/assignments.js';
import { assignmentCardPlace } from '../../src/screens/places/work.js';
import { indexScreens } from '../../src/screens/screen-index.js';
import { toPlainText } from '../../src/text/html.js';
import { seeScreen, type Seen } from '../support/draw.js';
import { personOf } from '../support/people.js';
import { strictTexts } from '../support/texts.js';

const now = clockAt('2026-11-24T10:20:00Z');
const MINUTE_MS = 60_000;
const minuteOf = (iso: string): number => new Date(iso).getTime() / MINUTE_MS;
const WAY_BACK = ['⬅️ Назад', '🏠 Меню', '❓'];

let db: DbClient;
let clinic: Clinic;
let historyId: number;
beforeAll(async () => {
  ({ db } = await testDatabase());
  clinic = await givenClinic(db);
  const call = await givenCall(db, { historyId: 500_123 });
  await givenScore(db, call);
  ({ historyId } = call);
});

const see = (who: keyof Clinic, address: Address): Promise<Seen> =>
  seeScreen(db, personOf(clinic[who]), address, { now });

const screens = indexScreens(SCREENS, ACTIONS);

/** What a person's typed words lead to on a screen. */
const type = async (who: keyof Clinic, address: Address, text: string): Promise<Seen | string> => {
  const person = personOf(clinic[who]);
  const base = renderBase({ now, texts: strictTexts, timezone: 'Europe/Moscow' }, person);
  const answer = screens.findScreen(address.data)?.typed?.(text, base);
  if (answer?.kind === 'open') return see(who, answer.address);
  return answer?.kind === 'say' ? toPlainText(answer.text) : 'asks for nothing here';
};

/** The intent that a button publishes. */
const intentOf = async ({ data }: Seen, label: string) => {
  const target = screens.find(data[label] ?? '');
  if (target?.kind !== 'action') throw new Error(`${label} is no action`);
  const context = { id: 'tg-1', actorId: 1, at: now(), origin: { chatId: 1, messageId: 1 } };
  return target.action.intent(context, { db, timezone: 'Europe/Moscow' });
};

describe('«Назначить», step by step', () => {
  const chosen = () => ({ historyId, kind: 'callback', ownerId: clinic.operator.id }) as const;

  test('the kinds, then the people with their load, then the deadlines', async () => {
    const kinds = await see('admin', assignKindPlace.address({ historyId }));
    expect(kinds.text).toContain('Поручение по звонку #500123 · 24.11 11:00');
    expect(kinds.buttons).toEqual([['Перезвон'], ['Разбор'], ['Тренинг'], WAY_BACK]);

    const people = await see('admin', assignOwnerPlace.address({ historyId, kind: 'training', page: 0 }));
    expect(people.buttons[0]).toEqual(['Ольга · 0 · вёл звонок']);

    const due = await see('admin', assignDuePlace.address(chosen()));
    expect(due.text).toContain('Перезвон · Ольга');
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
    const due = await see('admin', assignDuePlace.address(chosen()));
    const confirm = await see('admin', { data: due.data['Через 1 час'] ?? '' });
    expect(confirm.text).toBe(
      '👤 Поручение по звонку #500123 · 24.11 11:00\nПерезвон · Ольга\nСрок: 24.11 14:20, через 60 минут',
    );
    expect(confirm.buttons).toEqual([['✅ Подтвердить', '✖️ Отмена'], WAY_BACK]);
    expect(await intentOf(confirm, '✅ Подтвердить')).toMatchObject({
      type: 'assignment.create',
      payload: {
        historyId,
        kind: 'callback',
        ownerId: clinic.operator.id,
        dueAt: '2026-11-24T11:20:00.000Z',
      },
    });
  });

  test('a summary left lying until its deadline has passed offers another deadline, no confirmation', async () => {
    const address = assignConfirmPlace.address({ ...chosen(), due: minuteOf('2026-11-24T10:00:00Z') });
    const late = await see('admin', address);
    expect(late.text).toContain('⛔️ Срок 24.11 13:00 уже прошёл');
    expect(late.buttons).toEqual([['Выбрать другой срок'], ['✖️ Отмена'], WAY_BACK]);
  });

  test('a typed date is shown as it was understood; other words are asked again', async () => {
    const ask = assignDatePlace.address(chosen());
    expect(await type('admin', ask, 'завтра 12:00')).toMatchObject({
      text: expect.stringContaining('Срок: 25.11 12:00, через 23 часа'),
    });
    expect(await type('admin', ask, '15.01 10:00')).toMatchObject({
      text: expect.stringContaining('Срок: 15.01.2027 10:00'),
    });
    expect(await type('admin', ask, 'сегодня 10:00')).toBe('⛔️ Срок 24.11 10:00 уже прошёл. Нужен другой.');
    expect(await type('admin', ask, 'как-нибудь')).toContain('Не понял срок');
  });

  test('what somebody does already is told instead of offered', async () => {
    const { historyId: taken } = await givenCall(db);
    await db.assignment.create({
      data: {
        historyId: taken,
        kind: 'review',
        ownerId: clinic.admin.id,
        givenById: clinic.admin.id,
        dueAt: '2026-11-24T15:00:00Z',
      },
    });
    const kinds = await see('admin', assignKindPlace.address({ historyId: taken }));
    expect(kinds.text).toContain('📋 Разбор уже поручен: Анна, до 24.11 18:00');
    expect(kinds.buttons).toEqual([['Перезвон'], ['Тренинг'], WAY_BACK]);
  });

  test('an operator cannot give work', async () => {
    const seen = await see('operator', assignKindPlace.address({ historyId }));
    expect(seen.text).toContain('Этот раздел вам сейчас недоступен');
  });
});

describe('an assignment’s card', () => {
  const give = async (
    state: 'open' | 'in_progress' | 'done' | 'cancelled',
    more: { kind?: 'callback' | 'review'; result?: 'booked'; verifiedByCall?: bigint; dueAt?: string } = {},
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
    see(who, assignmentCardPlace.address({ assignmentId }));

  test('says what, why, who and until when', async () => {
    const { id, historyId: about } = await give('open');
    expect((await card('admin', id)).text).toBe(
      [
        'Перезвон · новое',
        `Звонок #${about} · 24.11 11:00 · op-1`,
        'Ответственный: Ольга',
        'Поручил: Анна',
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
      ['❌ Не удалось', '⏰ Продлить'],
      call,
      WAY_BACK,
    ]);
    const manager = [['⏰ Продлить'], ['🔁 Переназначить', '🗑 Отменить'], call, WAY_BACK];
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
    const proven = await give('done', { result: 'booked', verifiedByCall: 500_123n });
    expect((await card('admin', proven.id)).text).toContain('(подтверждено звонком #500123)');
  });

  test('a callback asks for its result, a review is simply done', async () => {
    const callback = await give('in_progress');
    const ask = (await card('operator', callback.id)).data['✅ Выполнено'] ?? '';
    const question = await see('operator', { data: ask });
    expect(question.buttons).toEqual([['Записался'], ['Отказался'], ['Думает'], ['Другое'], WAY_BACK]);
    expect(await intentOf(question, 'Думает')).toMatchObject({
      type: 'assignment.complete',
      payload: { assignmentId: callback.id, result: 'thinking' },
    });
    const review = await give('in_progress', { kind: 'review' });
    expect(await intentOf(await card('operator', review.id), '✅ Выполнено')).toMatchObject({
      payload: { assignmentId: review.id, result: null },
    });
  });

  test('only a later deadline is offered for one that is put off', async () => {
    // 18:00 in Moscow.
    const { id } = await give('open', { dueAt: '2026-11-24T15:00:00Z' });
    const question = await see('operator', { data: (await card('operator', id)).data['⏰ Продлить'] ?? '' });
    expect(question.buttons).toEqual([['Завтра 12:00'], ['Через 24 часа'], ['Другая дата'], WAY_BACK]);
  });

  test('extending, passing on and calling off lead to their intents', async () => {
    const { id } = await give('open');
    const extend = await see(
      'operator',
      extendConfirmPlace.address({ assignmentId: id, due: minuteOf('2026-11-25T09:00:00Z') }),
    );
    expect(await intentOf(extend, '✅ Подтвердить')).toMatchObject({
      type: 'assignment.extend',
      payload: { assignmentId: id, dueAt: '2026-11-25T09:00:00.000Z' },
    });
    const admin = await card('admin', id);
    const people = await see('admin', { data: admin.data['🔁 Переназначить'] ?? '' });
    const other = people.buttons.flat().find((label) => label.startsWith('Павел')) ?? '';
    expect(people.buttons.flat().some((label) => label.startsWith('Ольга'))).toBe(false);
    expect(await intentOf(people, other)).toMatchObject({
      type: 'assignment.reassign',
      payload: { assignmentId: id, ownerId: clinic.otherOperator.id },
    });
    const sure = await see('admin', { data: admin.data['🗑 Отменить'] ?? '' });
    expect(await intentOf(sure, '✅ Подтвердить')).toMatchObject({ type: 'assignment.cancel' });
  });
});

describe('«Поручения»', () => {
  const list = (who: keyof Clinic, view: 'mine' | 'given' | 'all' | 'overdue') =>
    see(who, assignmentsPlace.address({ view, direction: 'on' }));

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
      ['Мои', 'Просроченные'],
      WAY_BACK,
    ]);
    const given = await list('otherAdmin', 'given');
    expect(given.text).toContain('📋 Выданные мной: 1');
    expect(given.buttons.slice(-3)).toEqual([['Мои', 'Выданные'], ['Все', 'Просроченные'], WAY_BACK]);
    expect((await list('superadmin', 'overdue')).text).toContain(`#${about} · Павел`);
    expect((await list('superadmin', 'mine')).text).toContain('Открытых поручений у вас нет.');
  });

  test('marketing has no assignments', async () => {
    expect((await list('marketing', 'mine')).text).toContain('недоступен');
  });
});
