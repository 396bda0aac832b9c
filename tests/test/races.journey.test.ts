import { withTransaction } from '@perezvon/db';
import { until } from '@perezvon/db/testing';
import { testBackends } from '@perezvon/messaging/testing';
import type { Person } from '@perezvon/telegram-simulator';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { madeCalls } from '../src/made-calls.js';
import { startProduct, type RunningProduct } from '../src/running-product.js';

const HOUR_MS = 3_600_000;
const FIRST_ID = 500_001;
const CALLS = 12;
/** A few dozen taps, on a machine that is busy with other tests. */
const TIMEOUT_MS = 90_000;
/** Every third of the made-up calls is a complaint. */
const COMPLAINTS = { given: 500_002, typed: 500_005, listed: 500_008 } as const;

const [backend] = testBackends();
let product: RunningProduct;

beforeAll(async () => {
  if (backend === undefined) throw new Error('there is always a queue backend to test on');
  product = await startProduct(backend);
  const { db, takeIn } = product;
  await takeIn(
    madeCalls(CALLS, FIRST_ID).map((call, index) => ({
      ...call,
      call_date: new Date(Date.now() - (2 + index) * HOUR_MS).toISOString(),
    })),
  );
  await until(async () => (await db.callScore.count({ where: { isCurrent: true } })) === CALLS, {
    what: 'every call is scored',
  });
}, TIMEOUT_MS);
afterAll(() => product.stop());

/** Each test finds everybody as he was. */
afterEach(async () => {
  const { db, clinic } = product;
  for (const { id, role, status } of Object.values(clinic))
    await db.user.update({ where: { id }, data: { role, status } });
});

/** Up to the last question about a call-back that Ольга is to make. */
const askToGive = async (admin: Person, historyId: number): Promise<void> => {
  await admin.send(`#${historyId}`);
  const { messageId } = await admin.waitFor(({ text }) => text.startsWith(`Звонок #${historyId}`), {
    what: 'the card',
  });
  for (const label of ['👤 Назначить', 'Перезвон', /Ольга/u, 'Через 1 час'])
    await admin.tap(label, { messageId });
  // In this message: an older one may speak of a deadline, too.
  await admin.waitFor((message) => message.messageId === messageId && message.text.includes('Срок:'), {
    what: 'the last question',
  });
};

test(
  'two admins give the same call at the same moment: one does, the other reads so and sees whose it is',
  async () => {
    const { db, clinic, person } = product;
    const admins = [person('admin'), person('otherAdmin')] as const;
    for (const admin of admins) await askToGive(admin, COMPLAINTS.given);
    // Each taps twice: thumbs are quicker than networks.
    await Promise.all(admins.flatMap((admin) => [admin.tap('✅ Подтвердить'), admin.tap('✅ Подтвердить')]));

    const { givenById } = await until(
      () => db.assignment.findFirst({ where: { historyId: COMPLAINTS.given } }),
      {
        what: 'the assignment',
      },
    );
    const [winner, loser] = givenById === clinic.admin.id ? admins : [admins[1], admins[0]];
    await winner.waitFor(({ text }) => text.includes('Поручение создано'), { what: 'the success' });
    const refused = await loser.waitFor(
      ({ text }) => text.includes('Не выполнено: такое поручение по этому звонку уже открыто'),
      { what: 'the refusal' },
    );
    const giver = givenById === clinic.admin.id ? 'Анна' : 'Вера';
    expect(refused.text).toMatch(new RegExp(`📋 Перезвон: Ольга, до .+\\. Поручил\\(а\\): ${giver}\\.`));
    expect(refused.text).toContain('📋 Перезвон: Ольга, новое');
    await loser.tap(/^📋 Перезвон · Ольга/, { messageId: refused.messageId });
    await loser.waitFor(({ text }) => text.includes('Перезвон · нов') && text.includes(giver), {
      what: 'who was quicker',
    });
    expect(await db.assignment.count({ where: { historyId: COMPLAINTS.given } })).toBe(1);
  },
  TIMEOUT_MS,
);

test(
  'a tap on a list that is outdated opens the call as it is now',
  async () => {
    const { db, clinic, person } = product;
    const admin = person('admin');
    await admin.send('/menu');
    await admin.tap('🧠 LM Аналитика');
    await admin.tap(/^🔴 Риски жалоб/);
    await admin.waitFor(({ text }) => text.includes(`#${COMPLAINTS.listed}`), { what: 'the list' });
    // Somebody else has it done meanwhile.
    await db.assignment.create({
      data: {
        historyId: COMPLAINTS.listed,
        kind: 'callback',
        ownerId: clinic.otherOperator.id,
        givenById: clinic.otherAdmin.id,
        dueAt: new Date(Date.now() + HOUR_MS),
      },
    });
    await admin.tap(new RegExp(`^#${COMPLAINTS.listed} · `));
    const card = await admin.waitFor(({ text }) => text.startsWith(`Звонок #${COMPLAINTS.listed}`), {
      what: 'the card',
    });
    expect(card.text).toContain('📋 Перезвон: Павел, новое');
    await admin.tap('⬅️ Назад');
    await admin.waitFor(({ text }) => text.includes('Риски жалоб') && text.includes('Павел'), {
      what: 'the list as it is now',
    });
  },
  TIMEOUT_MS,
);

test(
  'a role taken away in the middle of a question: its answer does nothing, and the log has no deed',
  async () => {
    const { db, clinic, person } = product;
    const admin = person('admin');
    await askToGive(admin, COMPLAINTS.typed);
    await admin.tap('⬅️ Назад');
    await admin.tap('Другая дата');
    await admin.waitFor(({ text }) => text.includes('Напишите срок'), { what: 'the open question' });
    await db.user.update({ where: { id: clinic.admin.id }, data: { role: 'operator' } });
    const { messageId } = await admin.send('через 3 часа');
    const answer = await admin.waitFor((message) => message.from === 'bot' && message.messageId > messageId, {
      what: 'an answer',
    });
    expect(answer.text).not.toContain('Срок:');
    expect(admin.buttons(answer.messageId).map(({ text }) => text)).not.toContain('✅ Подтвердить');
    expect(await db.assignment.count({ where: { historyId: COMPLAINTS.typed } })).toBe(0);
  },
  TIMEOUT_MS,
);

test(
  'a search that was open when the role went shows nothing any more, neither its next page nor its calls',
  async () => {
    const { db, clinic, person } = product;
    const admin = person('otherAdmin');
    await admin.send('/find жалобу');
    const found = await admin.waitFor(({ from, text }) => from === 'bot' && text.startsWith('🔎'), {
      what: 'the calls found',
    });
    expect(found.text).toContain('#5000');
    await db.user.update({ where: { id: clinic.otherAdmin.id }, data: { role: 'marketing' } });
    await admin.tap(/^#5000/, { messageId: found.messageId });
    const closed = await admin.waitFor(({ text }) => text.includes('Этот раздел вам сейчас недоступен'), {
      what: 'the refusal',
    });
    expect(closed.text).not.toContain('#5000');
  },
  TIMEOUT_MS,
);

test(
  'a block in the middle of a question closes it: what is typed then is no answer, and is kept nowhere',
  async () => {
    const { db, person } = product;
    const [operator, admin] = [person('operator'), person('admin')];
    await operator.send('/menu');
    await operator.tap('❓ Помощь');
    await operator.tap('🆘 Сообщить о проблеме');
    await operator.waitFor(({ text }) => text.includes('Напишите') || text.includes('Опишите'), {
      what: 'the open question',
    });
    await admin.send('/menu');
    await admin.tap('👥 Пользователи');
    await admin.tap(/^Операторы/);
    await admin.tap(/^Ольга/);
    await admin.tap('Заблокировать');
    await operator.waitFor(({ text }) => text.includes('Ваш доступ закрыт'), { what: 'the news' });

    const { messageId } = await operator.send('Карточка не открывается');
    const answer = await operator.waitFor(
      (message) => message.from === 'bot' && message.messageId > messageId,
      {
        what: 'the door',
      },
    );
    expect(answer.text).toContain('Доступ закрыт администратором');
    expect(await db.note.count()).toBe(0);
    expect(
      operator
        .messages()
        .filter(({ from }) => from === 'bot')
        .flatMap(({ buttons }) => buttons.flat()),
    ).toEqual([]);
  },
  TIMEOUT_MS,
);

test(
  'a role taken away while an export runs: no file comes',
  async () => {
    const { db, clinic, person, settled } = product;
    const admin = person('otherAdmin');
    await admin.send('/menu');
    await admin.tap('📤 Экспорт');
    const requestedById = clinic.otherAdmin.id;
    await withTransaction(db, async (tx) => {
      // Nothing of the file can be stored until this is over.
      await tx.$executeRaw`LOCK TABLE export_chunks IN EXCLUSIVE MODE`;
      await admin.tap('✅ Выгрузить');
      await until(() => db.export.findFirst({ where: { requestedById } }), {
        what: 'the job',
      });
      await db.user.update({ where: { id: requestedById }, data: { role: 'operator' } });
    });
    await until(() => db.export.findFirst({ where: { requestedById, state: 'done' } }), {
      what: 'the file',
    });
    await until(() => db.adminActionLog.findFirst({ where: { actorId: requestedById, outcome: 'denied' } }), {
      what: 'the refusal in the log',
    });
    await until(async () => (await db.outbox.count({ where: { queue: 'bot-gateway' } })) === 0, {
      what: 'every event to be over',
    });
    await settled();
    expect(admin.messages().filter(({ attachment }) => attachment !== null)).toEqual([]);
  },
  TIMEOUT_MS,
);
