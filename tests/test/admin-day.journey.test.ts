import { until } from '@perezvon/db/testing';
import { testBackends } from '@perezvon/messaging/testing';
import { afterEach, describe, expect, test } from '@jest/globals';
import { recentCall } from '../src/recent-call.js';
import { startProduct, type RunningProduct } from '../src/running-product.js';

const HOUR_MS = 3_600_000;
/** A day of thirty taps through every service, on a machine that is busy with other tests. */
const DAY_TIMEOUT_MS = 90_000;
const COMPLAINT_ID = 500_123;

/** A complaint and an ordinary booking of the last days, in words of our own. */
const CALLS = [
  recentCall(COMPLAINT_ID, 30, [
    ['operator', 'Клиника «Образец», Ольга, здравствуйте.'],
    ['client', 'Вы обещали перезвонить ещё вчера, никто не перезвонил! Я напишу жалобу главному врачу.'],
    ['operator', 'Приношу извинения, сейчас всё проверю.'],
    [
      'client',
      'Это уже третий раз, безобразие. Номер мой восемь девятьсот шестнадцать сто двадцать три сорок пять шестьдесят семь.',
    ],
  ]),
  recentCall(500_124, 26, [
    ['operator', 'Клиника «Образец», Павел, слушаю.'],
    ['client', 'Добрый день, хочу записаться к терапевту на завтра.'],
    ['operator', 'Есть время в десять тридцать, подойдёт?'],
    ['client', 'Да, записывайте, меня устраивает.'],
    ['operator', 'Записала вас на завтра, десять тридцать. До встречи.'],
  ]),
] as const;

let product: RunningProduct | undefined;
afterEach(async () => {
  await product?.stop();
  product = undefined;
});

const startWithScoredCalls = async (
  ...[backend]: Parameters<typeof startProduct>
): Promise<RunningProduct> => {
  const started = await startProduct(backend);
  product = started;
  await started.takeIn(CALLS);
  await until(
    async () => (await started.db.callScore.count({ where: { isCurrent: true } })) === CALLS.length,
    {
      what: 'both calls are scored',
    },
  );
  await until(async () => (await started.db.dailyRollup.count()) > 0, { what: 'the day is rolled up' });
  return started;
};

describe.each(testBackends())('an admin’s day on $name', (backend) => {
  test(
    'from the list to the finished call-back, and the log knows every step',
    async () => {
      const { db, clinic, person } = await startWithScoredCalls(backend);
      const admin = person('admin');
      const owner = person('otherOperator');

      // A red call is found, and why it is red.
      await admin.send('/start');
      await admin.tap('🧠 LM Аналитика');
      await admin.tap('30 дней');
      await admin.waitFor(({ text }) => text.includes('LM Аналитика · 30 дней'), { what: 'the month' });
      await admin.tap('🔴 Риски жалоб (1)');
      const list = await admin.waitFor(({ text }) => text.includes('Риски жалоб · 30 дней'), {
        what: 'the list',
      });
      expect(list.text).toContain('👤 без ответственного');
      await admin.tap(new RegExp(`^#${COMPLAINT_ID} · `));
      const card = await admin.waitFor(({ text }) => text.startsWith(`Звонок #${COMPLAINT_ID}`), {
        what: 'the card',
      });
      expect(card.text).toMatch(/Почему\n🔴 Жалоба|Почему\n🔴 Риск жалобы/);
      expect(card.text).toMatch(/\+\d+ .+ · 0:\d\d\n«.+»/);
      expect(card.text).toContain('+7 ••• •••-45-67');

      // It is read and marked; the phone in the talk stays hidden from an admin.
      await admin.tap('📝 Расшифровка');
      const words = await admin.waitFor(({ text }) => text.startsWith('📝'), { what: 'the transcript' });
      expect(words.text).toContain('Номер мой •••');
      await admin.tap('⬅️ Назад');
      await admin.tap('✅ Прослушано');
      await admin.waitFor(({ text }) => text.includes('✅ Прослушано: вы'), { what: 'the mark' });

      // It is given to somebody.
      await admin.tap('👤 Назначить');
      await admin.tap('Перезвон');
      await admin.tap(/Павел · 0/);
      await admin.tap('Завтра 12:00');
      const summary = await admin.waitFor(({ text }) => text.includes('Срок:'), { what: 'the summary' });
      expect(summary.text).toContain('Перезвон · Павел');
      await admin.tap('✅ Подтвердить');
      await admin.waitFor(({ text }) => text.includes('📋 Перезвон: Павел, новое'), {
        what: 'the card with its owner',
      });

      // Its owner is told, takes it on and finishes it.
      const news = await owner.waitFor(({ text }) => text.includes('Вам новое поручение'), {
        what: 'the new work',
      });
      expect(news.text).toContain(`Звонок #${COMPLAINT_ID}`);
      await owner.tap('▶️ В работу');
      await owner.waitFor(({ text }) => text.includes('Перезвон · в работе'), { what: 'the work under way' });
      await owner.tap('✅ Выполнено');
      await owner.tap('Записался');
      await owner.waitFor(({ text }) => text.includes('Итог: Записался'), { what: 'the finished work' });

      // The giver is told.
      const done = await admin.waitFor(({ text }) => text.includes('Поручение выполнено'), {
        what: 'the news',
      });
      expect(done.text).toMatch(/Итог: Записался, \d\d\.\d\d \d\d:\d\d \(со слов\)/);

      const { id } = await db.assignment.findFirstOrThrow();
      const log = await until(
        async () => {
          const entries = await db.adminActionLog.findMany({
            where: { historyId: COMPLAINT_ID },
            orderBy: { seq: 'asc' },
          });
          return entries.length === 4 ? entries : null;
        },
        { what: 'the log has every step' },
      );
      expect(log.map(({ action, actorId, outcome }) => [action, actorId, outcome])).toEqual([
        ['call.mark_listened', clinic.admin.id, 'done'],
        ['assignment.create', clinic.admin.id, 'done'],
        ['assignment.start', clinic.otherOperator.id, 'done'],
        ['assignment.complete', clinic.otherOperator.id, 'done'],
      ]);
      expect(log[3]).toMatchObject({
        subjectKind: 'assignment',
        subjectId: String(id),
        before: { state: 'in_progress', result: null },
        after: { state: 'done', result: 'booked' },
      });
    },
    DAY_TIMEOUT_MS,
  );

  test(
    'a typed deadline is shown as understood, and a call that is taken already says so',
    async () => {
      const { db, clinic, person } = await startWithScoredCalls(backend);
      const admin = person('admin');
      await admin.send(`#${COMPLAINT_ID}`);
      await admin.tap('👤 Назначить');
      await admin.tap('Разбор');
      await admin.tap(/Ольга/);
      await admin.tap('Другая дата');
      await admin.waitFor(({ text }) => text.includes('Напишите срок'), { what: 'the question for a date' });
      await admin.send('когда-нибудь');
      await admin.waitFor(({ text }) => text.includes('Не понял срок'), { what: 'the hint' });
      await admin.send('через 3 часа');
      const summary = await admin.waitFor(({ text }) => text.includes('Срок:'), {
        what: 'the understood date',
      });
      expect(summary.text).toMatch(/Срок: \d\d\.\d\d \d\d:\d\d, через 3 часа/);

      // Somebody else was quicker.
      await db.assignment.create({
        data: {
          historyId: COMPLAINT_ID,
          kind: 'review',
          ownerId: clinic.operator.id,
          givenById: clinic.otherAdmin.id,
          dueAt: new Date(Date.now() + HOUR_MS),
        },
      });
      await admin.tap('✅ Подтвердить');
      await admin.waitFor(
        ({ text }) => text.includes('Не выполнено: такое поручение по этому звонку уже открыто'),
        {
          what: 'the refusal',
        },
      );
      const entry = await until(() => db.adminActionLog.findFirst({ where: { historyId: COMPLAINT_ID } }), {
        what: 'the log keeps the attempt',
      });
      expect(entry).toMatchObject({ outcome: 'denied', reason: 'assignment.already_open' });
    },
    DAY_TIMEOUT_MS,
  );
});
