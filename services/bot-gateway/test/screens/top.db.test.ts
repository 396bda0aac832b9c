import type { DbClient } from '@perezvon/db';
import { clockAt, givenCall, givenClinic, givenScore, testDatabase, type Clinic } from '@perezvon/db/testing';
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Address } from '../../src/screens/define-place.js';
import { topCallsPlace, topListenPlace } from '../../src/screens/places/top.js';
import type { Language } from '../../src/text/translate.js';
import { seeScreen, type Seen } from '../support/draw.js';
import { personOf } from '../support/people.js';

const now = clockAt('2026-11-24T09:00:00Z');
const AFTERWARDS = new Date('2026-11-24T09:01:00Z');
const CAME_IN = '2026-11-24T08:30:00Z';

let db: DbClient;
let clinic: Clinic;
beforeEach(async () => {
  ({ db } = await testDatabase());
  clinic = await givenClinic(db);
});

const complaint = async (historyId: number, points: number, overrides = {}): Promise<void> => {
  const call = await givenCall(db, { historyId, createdAt: CAME_IN, ...overrides });
  await givenScore(db, call, { complaintRiskScore: points });
};
const listen = (historyId: number, who: keyof Clinic) =>
  db.callMark.create({
    data: { historyId, kind: 'listened', userId: clinic[who].id, createdAt: AFTERWARDS },
  });

const see = (
  address: Address,
  {
    language = 'ru',
    who = 'admin',
    at = now,
  }: { language?: Language; who?: keyof Clinic; at?: () => Date } = {},
): Promise<Seen> => seeScreen(db, { ...personOf(clinic[who]), language }, address, { now: at });
const press = (seen: Seen, label: string, how?: Parameters<typeof see>[1]): Promise<Seen> => {
  const data = seen.data[label];
  if (data === undefined) throw new Error(`no button ${label} among ${seen.buttons.join(', ')}`);
  return see({ data }, how);
};
const openTop = (how?: Parameters<typeof see>[1]) => see(topCallsPlace.address({ days: 7 }), how);
/** When what was marked after the five were chosen counts. */
const later = clockAt('2026-11-24T09:02:00Z');

describe('«🎯 Топ-5»', () => {
  test('lists what to hear first with the why in words, who has it, and a button a call', async () => {
    await complaint(500_123, 90);
    await complaint(500_124, 80, { operator: null });
    await db.assignment.create({
      data: {
        historyId: 500_124,
        kind: 'callback',
        ownerId: clinic.operator.id,
        givenById: clinic.admin.id,
        dueAt: '2026-11-24T15:00:00Z',
        createdAt: CAME_IN,
      },
    });
    const seen = await openTop();
    expect(seen.text).toBe(
      [
        '🎯 Топ-5 · 7 дней',
        'Кого послушать первым. Выше — где риск и деньги больше; что уже кому-то поручено, стоит ниже, прослушанного здесь нет.',
        '',
        '1. #500123 · 24.11 11:00 · op-1',
        '🔴 Риск жалобы 90 · 🔴 Риск ухода 70 · 📞 Нужно перезвонить',
        '«обещали перезвонить и не перезвонили»',
        '⏳ 60 минут назад · 👤 без ответственного',
        '',
        '2. #500124 · 24.11 11:00 · никто не ответил',
        '🔴 Риск жалобы 80 · 🔴 Риск ухода 70 · 📞 Нужно перезвонить',
        '«обещали перезвонить и не перезвонили»',
        '⏳ 60 минут назад · 👤 Ольга',
      ].join('\n'),
    );
    expect(seen.buttons).toEqual([
      ['▶️ Слушать по порядку (2)'],
      ['1. #500123 · 24.11 11:00'],
      ['2. #500124 · 24.11 11:00'],
      ['• 7 дней', '14 дней', '30 дней'],
      ['⬅️ Назад', '🏠 Меню', '❓'],
    ]);
    expect((await openTop({ language: 'en' })).text).toContain('⏳ 60 minutes ago · 👤 nobody has it');
  });

  test('with nothing to hear it says so; an operator is not shown it', async () => {
    expect((await openTop()).text).toContain('🟢 Слушать нечего');
    expect((await openTop({ language: 'en' })).text).toContain('🟢 Nothing to hear');
    const operator = await see(topCallsPlace.address({ days: 7 }), { who: 'operator' });
    expect(operator.text).toContain('Этот раздел вам сейчас недоступен');
  });
});

describe('the review, call by call', () => {
  beforeEach(async () => {
    for (const [index, points] of [95, 90, 85].entries()) await complaint(500_001 + index, points);
  });

  test('shows where one stands, why, and what one can do', async () => {
    const first = await press(await openTop(), '▶️ Слушать по порядку (3)');
    expect(first.text).toBe(
      [
        '🎯 1 из 3',
        '',
        'Звонок #500001 · 24.11 11:00',
        'Оператор op-1',
        '🔴 Риск жалобы 95 · 🔴 Риск ухода 70 · 📞 Нужно перезвонить',
        '⏳ 60 минут назад · 👤 без ответственного',
        '',
        'Почему',
        '🔴 Риск жалобы 95',
        '+40 обещание не выполнено · 0:04',
        '«обещали перезвонить и не перезвонили»',
      ].join('\n'),
    );
    expect(first.buttons).toEqual([
      ['🎧 Прослушать', '✅ Прослушано'],
      ['👤 Назначить', 'Следующий ▶️'],
      ['📝 Расшифровка', '🗂 Карточка'],
      ['⬅️ Назад', '🏠 Меню', '❓'],
    ]);
    const second = await press(first, 'Следующий ▶️');
    expect(second.text).toContain('🎯 2 из 3');
    expect((await press(first, 'Следующий ▶️', { language: 'en' })).text).toContain('🎯 2 of 3');
    // The last goes round to the first that nobody has listened to.
    expect((await press(await press(second, 'Следующий ▶️'), 'Следующий ▶️')).text).toContain('🎯 1 из 3');
  });

  test('a call that somebody else has listened to meanwhile gives way to the next, and says who', async () => {
    const top = await openTop();
    const first = await press(top, '▶️ Слушать по порядку (3)');
    await listen(500_002, 'otherAdmin');
    const third = await press(first, 'Следующий ▶️');
    expect(third.text).toContain('🎯 3 из 3 · прослушано 1\n✅ #500002 уже прослушан (Вера), вот следующий.');
    expect(third.text).toContain('Звонок #500003');
    // The list that was open before still leads on, and the one drawn anew has dropped it.
    expect((await press(top, '2. #500002 · 24.11 11:00')).text).toContain('Звонок #500003');
    expect((await openTop({ at: later })).text).not.toContain('500002');
  });

  test('a call that is erased meanwhile gives way too', async () => {
    const top = await openTop();
    await db.call.delete({ where: { historyId: 500_002 } });
    const shown = await press(top, '2. #500002 · 24.11 11:00');
    expect(shown.text).toContain('#500002 в этой пятёрке больше нет');
    expect(shown.text).toContain('🎯 1 из 2');
    await db.call.deleteMany();
    expect((await press(top, '▶️ Слушать по порядку (3)')).text).toContain('Этих звонков больше нет');
  });

  test('the last one has no next; when all are heard it is done, and more can be chosen', async () => {
    const top = await openTop();
    await listen(500_001, 'admin');
    await listen(500_002, 'otherAdmin');
    const last = await press(top, '▶️ Слушать по порядку (3)');
    expect(last.text).toContain('🎯 3 из 3 · прослушано 2\n\nЗвонок #500003');
    expect(last.buttons).toContainEqual(['👤 Назначить']);
    await listen(500_003, 'admin');
    const done = await press(top, '▶️ Слушать по порядку (3)');
    expect(done.text).toBe('🎯 Готово: прослушаны 3 звонка.');
    expect(done.buttons[0]).toEqual(['🎯 Выбрать ещё']);
    expect((await press(done, '🎯 Выбрать ещё', { at: later })).text).toContain('Слушать нечего');
  });

  test('the recording’s own «✅ Прослушано» goes on with the review', async () => {
    await complaint(500_009, 99, { recordingUrl: 'https://pbx.example/9.mp3' });
    const first = await press(await openTop(), '▶️ Слушать по порядку (4)');
    const playing = await press(first, '🎧 Прослушать');
    expect(playing.text).toContain('На что обратить внимание');
    expect(playing.data['✅ Прослушано']).toBe(first.data['✅ Прослушано']);
    const step = { days: 7, at: now().getTime(), historyId: 500_001 } as const;
    const silent = await see(topListenPlace.address(step));
    expect(silent.text).toContain('Записи нет: телефония не прислала');
    expect(silent.buttons).toEqual([['📝 Расшифровка'], ['⬅️ Назад', '🏠 Меню', '❓']]);
  });
});
