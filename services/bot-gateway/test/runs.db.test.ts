import { lmRunFinished, lmRunMoved, lmRunProgressed, type EventBody } from '@perezvon/contracts';
import { givenCall, givenClinic, until, type Clinic } from '@perezvon/db/testing';
import { publishEvents } from '@perezvon/messaging';
import { outboxMessages } from '@perezvon/messaging/testing';
import { afterEach, expect, test } from '@jest/globals';
import { startBot, type RunningBot } from './support/running-bot.js';
import { ACTIVE, givenTwoVersions } from './support/given-backtest.js';

let bot: RunningBot | undefined;
afterEach(async () => {
  await bot?.stop();
  bot = undefined;
});

/** The scoring service's part: what it stores and tells. */
const tell = (running: RunningBot, event: EventBody, context: { causedBy: string; actorId: number | null }) =>
  publishEvents(running.harness.deps, [event], { ...context, origin: null, at: new Date() });

test('a rescore is started, followed in place and ends with a message', async () => {
  let people: Clinic | undefined;
  bot = await startBot({
    supremeDevs: ['supremeDev'],
    given: async (db) => {
      people = await givenClinic(db);
      await givenTwoVersions(db);
      await givenCall(db, { callDate: new Date() });
    },
  });
  if (!people) throw new Error('the clinic was not given');
  const running = bot;
  const { db } = running;
  const { id: actorId } = people.supremeDev;
  const developer = running.person('supremeDev');
  await developer.send('/menu');
  await developer.tap('⚙️ Система');
  await developer.tap('Перерасчёт');
  await developer.tap('🔁 Пересчитать');
  await developer.tap(`🟢 ${ACTIVE}`);
  await developer.tap('30 дней');
  await developer.tap('✅ Подтвердить');

  const intent = await until(
    async () => (await outboxMessages(db)).find(({ type }) => type === 'lm_run.start'),
    { what: 'the intent' },
  );
  expect(intent.payload).toMatchObject({ kind: 'rescore', tag: ACTIVE, until: null });
  const { id: runId } = await db.lmRun.create({
    data: { kind: 'rescore', lmVersionTag: ACTIVE, totalCalls: 1_000, requestedById: actorId },
  });
  await publishEvents(running.harness.deps, [lmRunMoved.of({ runId, move: 'start' })], {
    causedBy: intent.id,
    actorId,
    origin: intent.origin,
    at: new Date(),
  });
  const started = await developer.waitFor(
    ({ text }) => text.includes('Запущено') && text.includes('0 из 1 000'),
    { what: 'the run on the screen that asked for it' },
  );

  await db.lmRun.update({ where: { id: runId }, data: { doneCalls: 400, workedMs: 120_000n } });
  await tell(running, lmRunProgressed.of({ runId }), { causedBy: `lm-run-${runId}-400.1`, actorId: null });
  await developer.waitFor(
    ({ messageId, text }) => messageId === started.messageId && text.includes('▰▰▰▰▱▱▱▱▱▱ 40 %'),
    { what: 'the progress in place' },
  );

  await db.lmRun.update({
    where: { id: runId },
    data: { state: 'done', doneCalls: 1_000, finishedAt: new Date() },
  });
  await tell(running, lmRunFinished.of({ runId }), { causedBy: `lm-run-${runId}-1000.1`, actorId: null });
  const news = await developer.waitFor(({ text }) => text.includes('Перерасчёт закончен'), {
    what: 'the news',
  });
  expect(news.messageId).not.toBe(started.messageId);
  expect(news.text).toContain('Пройдено звонков: 1 000 из 1 000');
});
