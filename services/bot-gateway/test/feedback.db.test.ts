import { scoreFeedbackGiven } from '@perezvon/contracts';
import { givenCall, givenClinic, givenScore, type Clinic } from '@perezvon/db/testing';
import { insertEvents } from '@perezvon/messaging';
import { withTransaction } from '@perezvon/db';
import { afterEach, expect, test } from '@jest/globals';
import { startBot, type RunningBot } from './support/running-bot.js';

let bot: RunningBot | undefined;
afterEach(async () => {
  await bot?.stop();
  bot = undefined;
});

test('a double tap asks once; the verdict stands on both open cards, on the second without a sound', async () => {
  let clinic: Clinic | undefined;
  let historyId = 0;
  bot = await startBot({
    given: async (db) => {
      clinic = await givenClinic(db);
      const call = await givenCall(db);
      await givenScore(db, call, { churnRiskScore: 10, churnRiskLevel: 'low', followupNeededFlag: false });
      ({ historyId } = call);
    },
  });
  const { db, harness } = bot;
  if (!clinic) throw new Error('the clinic was not given');
  const [admin, other] = [bot.person('admin'), bot.person('otherAdmin')];
  for (const person of [admin, other]) {
    await person.send(`#${historyId}`);
    await person.waitFor(({ text }) => text.includes('Почему'), { what: 'the card' });
  }

  await Promise.all([
    admin.tap(({ text }) => text === '👍 Верно'),
    admin.tap(({ text }) => text === '👍 Верно'),
  ]);
  await admin.waitFor(({ text }) => text.includes('Выполняется'), { what: 'the tap is taken' });
  const waiting = await db.outbox.findMany({ where: { queue: 'lm-scoring' } });
  expect(waiting.map(({ message }) => Object(message).payload)).toEqual([
    { historyId, metric: 'complaint_risk_flag', verdict: 'confirm' },
  ]);

  // What the scoring service does with it.
  const [intent] = waiting;
  const { id: causedBy, origin } = Object(intent?.message);
  const event = scoreFeedbackGiven.of({ historyId, isWithdrawn: false });
  const context = { causedBy, actorId: clinic.admin.id, origin, at: new Date() };
  const { id: userId } = clinic.admin;
  await withTransaction(db, async (tx) => {
    await tx.scoreFeedback.create({
      data: {
        historyId,
        metric: 'complaint_risk_flag',
        verdict: 'confirm',
        lmVersionTag: 'v1.0.0+00000000',
        rules: ['complaint.broken_promise'],
        userId,
      },
    });
    await insertEvents(tx, [event], context);
  });
  harness.deps.queues.wakeRelay();

  const own = await admin.waitFor(({ text }) => text.includes('Вы: верно'), { what: 'one’s own verdict' });
  expect(own.text).toContain('✅ Оценка записана.');
  const seen = other.messages().length;
  await other.waitFor(({ text }) => text.includes('1 из 1 подтвердили'), { what: 'the other’s verdict' });
  expect(other.messages()).toHaveLength(seen);
  // The second tap has had all the time it wants.
  expect(await db.outbox.count({ where: { queue: 'lm-scoring' } })).toBe(1);
});
