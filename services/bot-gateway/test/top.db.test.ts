import { callListened } from '@perezvon/contracts';
import { withTransaction, type DbClient } from '@perezvon/db';
import { givenAlwaysOpen, givenCall, givenClinic, givenScore, until } from '@perezvon/db/testing';
import { insertEvents } from '@perezvon/messaging';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startBot, type RunningBot } from './support/running-bot.js';

const HOUR_MS = 60 * 60 * 1_000;

let bot: RunningBot;

const given = async (db: DbClient): Promise<void> => {
  await givenClinic(db);
  await givenAlwaysOpen(db);
  for (const [index, points] of [95, 90, 85].entries()) {
    const call = await givenCall(db, {
      historyId: 500_001 + index,
      callDate: new Date(Date.now() - HOUR_MS),
      createdAt: new Date(Date.now() - HOUR_MS),
    });
    await givenScore(db, call, { complaintRiskScore: points });
  }
};

beforeEach(async () => {
  bot = await startBot({ given });
});
afterEach(() => bot.stop());

type Thumb = ReturnType<RunningBot['person']>;

/** From the menu to the first of the five. */
const beginReview = async (person: Thumb): Promise<void> => {
  await person.send('/menu');
  for (const label of ['🧠 LM Аналитика', '🎯 Топ-5', '▶️ Слушать по порядку (3)']) {
    await person.waitFor(({ buttons }) => buttons.flat().some(({ text }) => text === label), {
      what: `a button ${label}`,
    });
    await person.tap(({ text }) => text === label);
  }
  await shows(person, '🎯 1 из 3');
};

const shows = (person: Thumb, words: string) =>
  person.waitFor(({ text }) => text.includes(words), { what: words });
const tap = (person: Thumb, label: string) => person.tap(({ text }) => text === label);

/** What the assignment service does with the marks that wait. @returns how many there were */
const settleMarks = async (): Promise<void> => {
  const { db, harness } = bot;
  const marks = () => db.outbox.findMany({ where: { queue: 'assignment' }, orderBy: { id: 'asc' } });
  await until(async () => (await marks()).length > 0, { what: 'a mark is published' });
  for (const { id, message } of await marks()) {
    const { id: causedBy, actorId, origin, payload } = Object(message);
    const { historyId } = payload;
    await withTransaction(db, async (tx) => {
      await tx.callMark.create({ data: { historyId, kind: 'listened', userId: actorId } });
      await insertEvents(tx, [callListened.of({ historyId })], { causedBy, actorId, origin, at: new Date() });
      await tx.outbox.delete({ where: { id } });
    });
  }
  harness.deps.queues.wakeRelay();
};

test('one tap a call: after «✅ Прослушано» the next one is there, also after a restart', async () => {
  const admin = bot.person('admin');
  await beginReview(admin);
  await tap(admin, '✅ Прослушано');
  await settleMarks();
  const second = await shows(admin, '🎯 2 из 3');
  expect(second.text).toContain('✅ Отмечено: прослушано.');
  expect(second.text).toContain('Звонок #500002');

  await bot.stopGateway();
  await bot.startGateway();
  await tap(admin, 'Следующий ▶️');
  await shows(admin, '🎯 3 из 3');
  await tap(admin, '✅ Прослушано');
  await settleMarks();
  // Round to the one that was passed over.
  await shows(admin, '🎯 2 из 3 · прослушано 2');
  await tap(admin, '✅ Прослушано');
  await settleMarks();
  await shows(admin, 'Готово: прослушаны 3 звонка');
  // One message all the way: nothing has rung.
  expect(admin.messages().filter(({ from }) => from === 'bot')).toHaveLength(1);
});

test('two people go through the same five: what one listens to is not the other’s next', async () => {
  const [admin, other] = [bot.person('admin'), bot.person('otherAdmin')];
  await beginReview(admin);
  await beginReview(other);
  await tap(other, 'Следующий ▶️');
  await shows(other, '🎯 2 из 3');
  await tap(other, '✅ Прослушано');
  await settleMarks();
  await shows(other, '🎯 3 из 3 · прослушано 1');

  await tap(admin, 'Следующий ▶️');
  const next = await shows(admin, '🎯 3 из 3');
  expect(next.text).toContain('#500002 уже прослушан (Вера)');
});

test('what one listens to leaves the other’s open screens too, and a tap that was under way does not hit the next call', async () => {
  const [admin, other, superadmin] = [
    bot.person('admin'),
    bot.person('otherAdmin'),
    bot.person('superadmin'),
  ];
  await beginReview(admin);
  await beginReview(other);
  await superadmin.send('/menu');
  await tap(superadmin, '🧠 LM Аналитика');
  await tap(superadmin, '🎯 Топ-5');
  await shows(superadmin, '#500001');

  await tap(other, '✅ Прослушано');
  await settleMarks();
  const led = await shows(admin, '🎯 2 из 3');
  expect(led.text).toContain('#500001 уже прослушан (Вера)');
  // The thumb was on its way to «✅ Прослушано» of the call before.
  await tap(admin, '✅ Прослушано');
  await tap(admin, 'Следующий ▶️');
  await shows(admin, '🎯 3 из 3 · прослушано 1');
  await superadmin.waitFor(({ text }) => text.includes('Топ-5') && !text.includes('#500001'), {
    what: 'the list without the call',
  });
  expect(await bot.db.outbox.count({ where: { queue: 'assignment' } })).toBe(0);
  expect(await bot.db.callMark.count()).toBe(1);
});

test('giving a call away comes back to its place in the review', async () => {
  const admin = bot.person('admin');
  await beginReview(admin);
  await tap(admin, 'Следующий ▶️');
  await shows(admin, '🎯 2 из 3');
  for (const [label, then] of [
    ['👤 Назначить', 'Что нужно сделать?'],
    ['Перезвон', 'Кому поручить'],
  ] as const) {
    await tap(admin, label);
    await shows(admin, then);
  }
  await admin.tap(({ text }) => text.includes('Ольга'));
  await shows(admin, 'К какому сроку?');
  await tap(admin, 'Завтра 12:00');
  await shows(admin, 'Ольга');
  await tap(admin, '✅ Подтвердить');
  await until(async () => (await bot.db.outbox.count({ where: { queue: 'assignment' } })) === 1, {
    what: 'the assignment is published',
  });
  const state = await bot.db.botScreen.findFirstOrThrow({ where: { waitingFor: { not: null } } });
  // Where its outcome will be drawn: the review, at the second call, with nothing of the question behind it.
  expect(state.trail.map((step) => step.split('.', 1)[0])).toEqual(['menu', 'lm', 'top', 'top-one']);
});
