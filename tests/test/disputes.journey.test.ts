import { until } from '@perezvon/db/testing';
import { listFeedbackVotes } from '@perezvon/db';
import { testBackends } from '@perezvon/messaging/testing';
import { afterEach, expect, test } from '@jest/globals';
import { COMPLAINT_TALK, recentCall } from '../src/recent-call.js';
import { startProduct, type RunningProduct } from '../src/running-product.js';

/** Two dozen taps through every service, on a machine that is busy with other tests. */
const TIMEOUT_MS = 90_000;
const CALL_ID = 500_321;

let product: RunningProduct | undefined;
afterEach(async () => {
  await product?.stop();
  product = undefined;
});

const [backend] = testBackends();

const startWithComplaint = async (): Promise<RunningProduct> => {
  if (backend === undefined) throw new Error('there is always a queue backend to test on');
  const started = await startProduct(backend);
  product = started;
  await started.takeIn([recentCall(CALL_ID, 3, COMPLAINT_TALK)]);
  await until(async () => (await started.db.callScore.count({ where: { isCurrent: true } })) === 1, {
    what: 'the call is scored',
  });
  return started;
};

test(
  'an operator objects to a score of his own call; of two who decide at once one does, and everybody sees it',
  async () => {
    const { db, clinic, person } = await startWithComplaint();
    const operator = person('operator');
    const deciders = [person('admin'), person('otherAdmin')] as const;

    // From his statistics to his call, and what he says against it.
    await operator.send('/menu');
    await operator.tap('📈 Моя статистика');
    await operator.tap('☎️ Мои звонки');
    await operator.tap(new RegExp(`^#${CALL_ID} · `));
    await operator.waitFor(({ text }) => text.includes('Не согласны? Оспорить можно до'), {
      what: 'his card',
    });
    await operator.tap('⚖️ Оспорить');
    await operator.tap('Жалоба');
    await operator.waitFor(({ text }) => text.includes('Что не так?'), { what: 'the question why' });
    await operator.send('Клиентка говорила о соседней клинике');
    await operator.tap('✅ Отправить');
    await operator.waitFor(({ text }) => text.includes('Спор открыт') && text.includes('ждёт решения'), {
      what: 'his card with the dispute',
    });

    // Everybody who may decide is asked, and sees what the operator saw.
    for (const decider of deciders) {
      const news = await decider.waitFor(({ text }) => text.includes('Новый спор'), { what: 'the dispute' });
      expect(news.text).toContain('💬 «Клиентка говорила о соседней клинике»');
      expect(news.text).toMatch(/Почему\n🔴 Риск жалобы \d+\n\+\d+ .+ · 0:\d\d\n«.+»/);
    }
    expect(person('marketing').messages()).toEqual([]);
    await deciders[0].tap('👍 Оператор прав');
    await deciders[1].tap('👎 Оценка верна');
    for (const decider of deciders)
      await decider.waitFor(({ text }) => text.includes('изменить решение нельзя'), {
        what: 'the last question',
      });
    await Promise.all(deciders.map((decider) => decider.tap('✅ Подтвердить')));

    const { state, decidedById } = await until(
      () => db.scoreDispute.findFirst({ where: { decidedAt: { not: null } } }),
      { what: 'the decision' },
    );
    const wonFirst = decidedById === clinic.admin.id;
    expect(state).toBe(wonFirst ? 'upheld' : 'rejected');
    const [winner, loser] = wonFirst ? deciders : [deciders[1], deciders[0]];
    await winner.waitFor(({ text }) => text.includes('✅ Решено:'), { what: 'his decision' });
    await loser.waitFor(({ text }) => text.includes('Не выполнено: этот спор уже решён'), {
      what: 'the refusal',
    });

    const outcome = wonFirst ? 'Спор решён: вы правы.' : 'Спор решён: оценка верна.';
    await operator.waitFor(({ text }) => text.includes(outcome), { what: 'the outcome' });
    await operator.waitFor(
      ({ text }) => text.startsWith(`Звонок #${CALL_ID}`) && !text.includes('ждёт решения'),
      {
        what: 'his open card as it is now',
      },
    );

    const log = await until(
      async () => {
        const rows = await db.adminActionLog.findMany({
          where: { action: { startsWith: 'dispute.' } },
          orderBy: { seq: 'asc' },
        });
        return rows.length === 3 ? rows : null;
      },
      { what: 'the log has every step' },
    );
    expect(log.map(({ action, actorId }) => [action, actorId])).toEqual(
      expect.arrayContaining([
        ['dispute.open', clinic.operator.id],
        ['dispute.decide', clinic.admin.id],
        ['dispute.decide', clinic.otherAdmin.id],
      ]),
    );
    expect(log.filter(({ outcome: ended }) => ended === 'denied')).toMatchObject([
      { reason: 'dispute.already_decided' },
    ]);
    // What people typed stands in no line of it.
    expect(JSON.stringify(log.map(({ before, after }) => [before, after]))).not.toContain('соседней');

    const votes = await listFeedbackVotes(db, { since: null, lmVersionTag: null });
    expect(votes).toMatchObject([
      { historyId: CALL_ID, says: !wonFirst, isDecision: true, userId: decidedById },
    ]);
    expect(votes[0]?.rules).not.toEqual([]);
  },
  TIMEOUT_MS,
);
