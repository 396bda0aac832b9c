import { afterEach, describe, expect, test } from '@jest/globals';
import { scoreFeedback } from '@perezvon/contracts';
import { givenCall, givenClinic, givenScore, silentLog, testDatabase, until } from '@perezvon/db/testing';
import { publishIntent } from '@perezvon/messaging';
import { startHarness, testBackends, type Harness } from '@perezvon/messaging/testing';
import { compileWith, createRulesets, handlersWith } from '../src/index.js';

const CALLS = 12;
const AT = new Date('2026-11-24T12:00:00Z');

const harnesses: Harness[] = [];
afterEach(async () => {
  for (const harness of harnesses.splice(0)) await harness.stop();
});

const rulesets = createRulesets({ compile: compileWith({ timezone: 'Europe/Moscow' }), log: silentLog });

describe.each(testBackends())('feedback with queues on $name', ({ backend }) => {
  test('two people judge the same calls, two processes share the work: each word is kept, told and logged once', async () => {
    const { db, url } = await testDatabase();
    const { admin, otherAdmin } = await givenClinic(db);
    const queues = backend(url);
    for (let started = 0; started < 2; started += 1) {
      const harness = await startHarness({ db, backend: queues });
      harnesses.push(harness);
      harness.consume('lm-scoring', handlersWith({ rulesets, log: silentLog }));
    }
    const [first] = harnesses;
    if (first === undefined) throw new Error('two processes were started');
    const metric = 'complaint_risk_flag';
    for (let index = 0; index < CALLS; index += 1) {
      const call = await givenCall(db);
      await givenScore(db, call);
      const { historyId } = call;
      for (const [who, verdict] of [
        [admin, 'confirm'],
        [otherAdmin, 'false_alarm'],
      ] as const) {
        const context = { id: `tg-${index}-${who.id}`, actorId: who.id, at: AT };
        await publishIntent(first.deps, scoreFeedback.of({ historyId, metric, verdict }, context));
      }
    }
    first.relay();

    await until(async () => (await db.outbox.count({ where: { queue: 'lm-scoring' } })) === 0, {
      what: 'every word is processed',
    });
    expect(await db.scoreFeedback.count({ where: { verdict: 'confirm', userId: admin.id } })).toBe(CALLS);
    expect(await db.scoreFeedback.count({ where: { verdict: 'false_alarm', userId: otherAdmin.id } })).toBe(
      CALLS,
    );
    // Nobody consumes these here: one line of the log and one redrawn card a word.
    expect(await db.outbox.count({ where: { queue: 'audit' } })).toBe(2 * CALLS);
    expect(await db.outbox.count({ where: { queue: 'bot-gateway' } })).toBe(2 * CALLS);
  });
});
