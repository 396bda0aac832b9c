import { withTransaction } from '@perezvon/db';
import { until } from '@perezvon/db/testing';
import { ENGINE_VERSION, readRulesetFiles, rulesetHash, versionTag } from '@perezvon/lm';
import { contentOf, keepVersion } from '@perezvon/lm-scoring';
import { testBackends } from '@perezvon/messaging/testing';
import { afterEach, expect, test } from '@jest/globals';
import { madeCalls } from '../src/made-calls.js';
import { startProduct, type RunningProduct } from '../src/running-product.js';

const CALLS = 8;
const TIMEOUT_MS = 120_000;
const [backend] = testBackends();

let product: RunningProduct | undefined;
afterEach(async () => {
  await product?.stop();
  product = undefined;
});

/** The shipped rules with another word in a comment: the same scores under another tag. */
const storeVersion = async ({ db }: RunningProduct): Promise<string> => {
  const [first, ...others] = readRulesetFiles();
  if (first === undefined) throw new Error('the engine ships rules');
  const files = [{ ...first, content: `${first.content}\n# Another word.\n` }, ...others];
  await withTransaction(db, (tx) =>
    keepVersion(tx, {
      tag: versionTag(files),
      engineVersion: ENGINE_VERSION,
      hash: rulesetHash(files),
      content: contentOf(files),
      origin: 'published',
      note: 'another word',
    }),
  );
  return versionTag(files);
};

test(
  'a version is tried in shadow, activated and rolled back with the thumb; calls follow from the next one on',
  async () => {
    if (backend === undefined) throw new Error('there is always a queue backend to test on');
    const running = await startProduct(backend);
    product = running;
    const { db, takeIn, clinic } = running;
    const developer = running.person('supremeDev');
    const shipped = (await db.lmRuleset.findFirstOrThrow({ where: { state: 'active' } })).tag;
    const tag = await storeVersion(running);
    const arrive = (from: number) => takeIn(madeCalls(CALLS, from));
    const count = (lmVersionTag: string, isCurrent: boolean) =>
      db.callScore.count({ where: { lmVersionTag, isCurrent } });
    const scored = (lmVersionTag: string, isCurrent: boolean, calls: number) =>
      until(async () => (await count(lmVersionTag, isCurrent)) === calls, {
        what: `${calls} scores of ${lmVersionTag}`,
      });

    await developer.send('/menu');
    await developer.tap('⚙️ Система');
    await developer.tap('Версии LM');
    await developer.tap(`📦 ${tag}`);
    await developer.tap('👥 В тень');
    await developer.waitFor(({ text }) => text.includes('✅ Версия в тени'), { what: 'the shadow' });
    await arrive(600_001);
    await scored(shipped, true, CALLS);
    await scored(tag, false, CALLS);

    await developer.tap('🟢 Активировать');
    await developer.waitFor(
      ({ text }) => text.includes('Расходится с активной в 0 % общих звонков (0 из 8)'),
      {
        what: 'the question with the comparison',
      },
    );
    await developer.tap('✅ Подтвердить');
    await developer.waitFor(({ text }) => text.includes('✅ Версия активна'), { what: 'the activation' });
    await arrive(600_101);
    await scored(tag, true, CALLS);
    expect(await count(shipped, true)).toBe(CALLS);

    await developer.tap('↩️ Откатить');
    await developer.tap('✅ Подтвердить');
    await developer.waitFor(
      ({ text }) => text.startsWith('✅ Версия активна') && text.includes(`🟢 ${shipped}`),
      {
        what: 'the roll-back',
      },
    );
    await arrive(600_201);
    await scored(shipped, true, 2 * CALLS);

    const mine = { actorId: clinic.supremeDev.id };
    await until(async () => (await db.adminActionLog.count({ where: mine })) === 3, { what: 'the log' });
    const log = await db.adminActionLog.findMany({ where: mine, orderBy: { seq: 'asc' } });
    expect(log.map(({ action, subjectId }) => [action, subjectId])).toEqual([
      ['ruleset.shadow', tag],
      ['ruleset.activate', tag],
      ['ruleset.roll_back', shipped],
    ]);
  },
  TIMEOUT_MS,
);
