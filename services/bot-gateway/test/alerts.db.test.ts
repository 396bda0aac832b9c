import { assignmentCreated } from '@perezvon/contracts';
import { withTransaction } from '@perezvon/db';
import { givenCall, givenScore, until } from '@perezvon/db/testing';
import { afterEach, expect, test } from '@jest/globals';
import { tellPerson } from '../src/events/settle.js';
import { deliverMessage } from '../src/notifications/deliver.js';
import { rootFor } from '../src/screens/draw.js';
import { openGateway } from '../src/start.js';
import { claimMessages } from '../src/store/notification-messages.js';
import { startClockedBot } from './support/clocked-bot.js';
import type { RunningBot } from './support/running-bot.js';

const MINUTE_MS = 60_000;
/** Noon at the clinic, a Tuesday. */
const NOON = '2026-11-24T09:00:00Z';

let bot: RunningBot | undefined;
afterEach(async () => {
  await bot?.stop();
  bot = undefined;
});

/** A clinic's bot whose clock the test moves. */
const startClinicBot = async (startsAt = NOON) => {
  const clinicBot = await startClockedBot(startsAt);
  bot = clinicBot.running;
  return clinicBot;
};

const alertsOf = (running: RunningBot) =>
  running
    .person('admin')
    .messages()
    .filter(({ from, text }) => from === 'bot' && /нов(ый|ых) красн/.test(text));

test('red calls ring once as one message, with their words and the way to each; «Не важно» is kept', async () => {
  const { running, people, pass, givenRedCall } = await startClinicBot();
  const admin = running.person('admin');
  const first = await givenRedCall();
  const second = await givenRedCall();
  pass(31_000);
  const alert = await admin.waitFor(({ text }) => text.includes('2 новых красных звонка'), {
    what: 'the alert',
  });
  expect(alert.text).toContain(`1. #${first}`);
  expect(alert.text).toContain('Риск жалобы 80');
  expect(alert.text).toContain('обещали перезвонить и не перезвонили');
  expect(alert.text).toContain('3 минуты назад · 👤 без ответственного');
  expect(running.person('operator').messages()).toEqual([]);

  await admin.tap('🙈 2. Не важно');
  await admin.waitFor(({ text }) => text.includes('Вы отметили: не важно'), { what: 'the mark' });
  const kept = await running.db.notification.findMany({
    where: { userId: people.admin.id, notImportantAt: { not: null } },
  });
  expect(kept.map(({ historyId }) => Number(historyId))).toEqual([second]);
  const logged = await running.db.outbox.findMany({ where: { queue: 'audit' }, select: { message: true } });
  expect(JSON.stringify(logged)).toContain('notification.dismiss');

  await admin.tap(/^1\. #/);
  await admin.waitFor(({ text }) => text.startsWith(`Звонок #${first}`), { what: 'the card' });

  // A restart repeats nothing: the next message is that of the next call.
  await running.stopGateway();
  await running.startGateway();
  pass(6 * MINUTE_MS);
  const third = await givenRedCall();
  pass(31_000);
  await admin.waitFor(({ text }) => text.includes(`#${third}`), { what: 'the next alert' });
  expect(alertsOf(running)).toHaveLength(1);
  expect(admin.messages().filter(({ from }) => from === 'bot')).toHaveLength(2);
});

test('Telegram is away for longer than any queue tries: alert and news arrive once when it is back', async () => {
  const { running, people, happen, pass, meanwhile, givenRedCall } = await startClinicBot();
  const { db, simulator, harness } = running;
  simulator.faults.dropConnection('*', { times: 100_000 });
  const historyId = await givenRedCall();
  const { id: assignmentId } = await db.assignment.create({
    data: {
      historyId: (await givenCall(db)).historyId,
      kind: 'callback',
      ownerId: people.operator.id,
      givenById: people.admin.id,
      dueAt: '2030-01-01T12:00:00Z',
    },
  });
  const created = assignmentCreated.of({
    assignmentId,
    historyId,
    ownerId: people.operator.id,
    givenById: people.admin.id,
  });
  await happen(created, 'tg-1', people.admin.id);
  // Hours pass, and some tries with them.
  pass(3 * 60 * MINUTE_MS);
  const tries = { userId: people.admin.id, attempts: { gte: 3 } };
  await until(
    meanwhile(() => db.notificationMessage.count({ where: tries })),
    { what: 'the third try' },
  );
  const news = await until(() => harness.deps.queues.queue('bot-gateway').getJob('tg-1.1'), {
    what: 'the news',
  });
  expect(news.attemptsMade).toBe(0);

  simulator.faults.clear();
  await until(
    meanwhile(() => alertsOf(running).length > 0),
    { what: 'the alert' },
  );
  await running.person('admin').waitFor(({ text }) => text.includes(`#${historyId}`), { what: 'the alert' });
  await running
    .person('operator')
    .waitFor(({ text }) => text.includes('Вам новое поручение'), { what: 'the news' });
  await until(async () => (await db.outbox.count({ where: { queue: 'bot-gateway' } })) === 0, {
    what: 'the events to be over',
  });
  expect(alertsOf(running)).toHaveLength(1);
  expect(await harness.deps.queues.queue('bot-gateway').getFailedCount()).toBe(0);
});

test('a digest that Telegram did not take all morning is dropped, the night’s red call in it is not', async () => {
  const { running, people, pass, givenRedCall } = await startClinicBot('2026-11-24T20:00:00Z');
  const { db, simulator } = running;
  const historyId = await givenRedCall();
  simulator.faults.dropConnection('*', { times: 100_000 });
  pass(10 * 60 * MINUTE_MS);
  const digest = { userId: people.admin.id, kind: 'digest' } as const;
  await until(() => db.notificationMessage.count({ where: { ...digest, attempts: { gte: 1 } } }), {
    what: 'a try',
  });

  // Dropped before Telegram is back: a try that is under way now would still send it.
  pass(7 * 60 * MINUTE_MS);
  await until(() => db.notificationMessage.count({ where: { ...digest, dropped: 'late' } }), {
    what: 'the end of the digest',
  });
  simulator.faults.clear();
  await running
    .person('admin')
    .waitFor(({ text }) => text.includes('1 новый красный звонок'), { what: 'the alert' });
  expect(
    await db.notificationMessage.findMany({ where: digest, select: { dropped: true, sentAt: true } }),
  ).toEqual([{ dropped: 'late', sentAt: null }]);
  expect(running.person('admin').lastMessage()?.text).toContain(`#${historyId}`);
});

test('an alert that Telegram did not take before the quiet hours waits for their end', async () => {
  const { running, people, pass, meanwhile, givenRedCall } = await startClinicBot('2026-11-24T17:58:00Z');
  const { db, simulator } = running;
  const historyId = await givenRedCall();
  simulator.faults.dropConnection('*', { times: 100_000 });
  pass(31_000);
  const alert = { userId: people.admin.id, kind: 'alert' } as const;
  await until(() => db.notificationMessage.count({ where: { ...alert, attempts: { gte: 1 } } }), {
    what: 'a try',
  });
  // Telegram comes back when the alert already waits: a try that is under way now would still send it.
  pass(2 * 60 * MINUTE_MS);
  const morning = new Date('2026-11-25T05:00:00Z');
  await until(
    meanwhile(() => db.notificationMessage.count({ where: { ...alert, nextTryAt: morning } })),
    { what: 'the wait for the morning' },
  );
  simulator.faults.clear();
  expect(running.person('admin').messages()).toEqual([]);

  pass(10 * 60 * MINUTE_MS);
  await running.person('admin').waitFor(({ text }) => text.includes(`#${historyId}`), { what: 'the alert' });
});

test('an alert that Telegram refuses is given up after some tries, and holds up none that comes after it', async () => {
  const { running, people, pass, meanwhile, givenRedCall } = await startClinicBot();
  const { db, simulator } = running;
  simulator.faults.badRequest('sendMessage', {
    times: 100_000,
    description: "Bad Request: can't parse entities",
  });
  await givenRedCall();
  const mine = { userId: people.admin.id } as const;
  // The many tries in between would take as many seconds; one that is under way must not be touched.
  const tried = { ...mine, attempts: { gte: 1 }, leasedUntil: null } as const;
  const forward = async () =>
    (await db.notificationMessage.updateMany({ where: tried, data: { attempts: 20 } })).count;
  await until(meanwhile(forward), { what: 'a try' });
  await until(
    meanwhile(() => db.notificationMessage.count({ where: { ...mine, dropped: 'refused' } })),
    { what: 'the end of the tries' },
  );
  simulator.faults.clear();

  const historyId = await givenRedCall();
  pass(6 * MINUTE_MS);
  const alert = await running
    .person('admin')
    .waitFor(({ text }) => text.includes('красный звонок'), { what: 'the next alert' });
  expect(alert.text).toContain(`#${historyId}`);
});

test('an alert whose chat is busy for longer than a claim holds rings once', async () => {
  const { running, people, pass } = await startClinicBot();
  const { db } = running;
  await running.stopGateway();
  const { deps, close } = await openGateway(running.harness.deps, running.options);
  const call = await givenCall(db);
  await givenScore(db, call);
  const at = deps.now();
  const { id: userId } = people.admin;
  const { id: messageId } = await db.notificationMessage.create({
    data: { userId, kind: 'alert', nextTryAt: at },
  });
  await db.notification.create({
    data: { userId, historyId: call.historyId, danger: 60, notBefore: at, messageId },
  });

  const claim = () => withTransaction(db, (tx) => claimMessages(tx, deps.now(), 1));
  const first = await claim();
  pass(6 * MINUTE_MS);
  const second = await claim();
  expect([...first, ...second].map(({ id }) => id)).toEqual([messageId, messageId]);
  for (const message of [...first, ...second, ...first]) await deliverMessage(deps, message);
  expect(alertsOf(running)).toHaveLength(1);
  await close();
});

test('news of the night come at once, without a sound', async () => {
  const { running, people, pass } = await startClinicBot();
  const { deps, close } = await openGateway(running.harness.deps, running.options);
  const silent: unknown[] = [];
  deps.api.config.use((prev, method, payload, signal) => {
    if ('disable_notification' in payload) silent.push(payload.disable_notification);
    return prev(method, payload, signal);
  });
  const tell = (eventId: string) =>
    tellPerson(deps, eventId, people.operator.id, {
      trail: (person) => [rootFor(person)],
      words: (t) => t('news-user-unblocked'),
    });
  await tell('noon-1');
  pass(11 * 60 * MINUTE_MS);
  await tell('night-1');
  expect(silent).toEqual([false, true]);
  await close();
});

test('a person sets his own quiet hours in his own words, and the log keeps it', async () => {
  const { running } = await startClinicBot();
  const admin = running.person('admin');
  await admin.send('/menu');
  await admin.tap('🔧 Настройки');
  await admin.tap('🔔 Уведомления');
  await admin.waitFor(({ text }) => text.includes('🌙 Тихие часы: 21:00–08:00'), { what: 'the usual hours' });
  await admin.tap('🌙 Тихие часы');
  await admin.waitFor(({ text }) => text.includes('Когда не беспокоить?'), { what: 'the question' });
  await admin.send('ночью');
  await admin.waitFor(({ text }) => text.includes('Не понял'), { what: 'the hint' });
  await admin.send('с 22:30 до 7');
  await admin.waitFor(({ text }) => text.includes('Верно?'), { what: 'what was understood' });
  await admin.tap('✅ Подтвердить');
  const settings = await admin.waitFor(({ text }) => text.includes('✅ Сохранено'), { what: 'the outcome' });
  expect(settings.text).toContain('🌙 Тихие часы: 22:30–07:00');

  await admin.tap('🔕 Не присылать красные');
  await admin.waitFor(({ text }) => text.includes('🔴 Красные звонки: не присылать'), { what: 'the switch' });
  const logged = await running.db.outbox.findMany({ where: { queue: 'audit' }, orderBy: { id: 'asc' } });
  expect(logged.map(({ message }) => JSON.stringify(message)).join()).toContain('"quietHours":"22:30–07:00"');
});
