import { ENGINE_VERSION, rulesetHash, versionTag } from '@perezvon/lm';
import { filesOf, findRulesContent } from '@perezvon/lm-scoring';
import type { DbClient } from '@perezvon/db';
import { until } from '@perezvon/db/testing';
import { testBackends } from '@perezvon/messaging/testing';
import { afterEach, expect, test } from '@jest/globals';
import { madeCalls } from '../src/made-calls.js';
import { startProduct, type RunningProduct } from '../src/running-product.js';

const CALLS = 60;
const TIMEOUT_MS = 120_000;

let product: RunningProduct | undefined;
afterEach(async () => {
  await product?.stop();
  product = undefined;
});

const [backend] = testBackends();

/** The same rules with a remark in one file: another version. @returns its tag */
const givenAnotherVersion = async (db: DbClient): Promise<string> => {
  const { tag: active } = await db.lmRuleset.findFirstOrThrow({ where: { state: 'active' } });
  const content = (await findRulesContent(db, active)) ?? {};
  const changed = { ...content, 'complaint.yaml': `${content['complaint.yaml']}\n# tried\n` };
  const files = filesOf(changed);
  const tag = versionTag(files);
  const version = { tag, content: changed, hash: rulesetHash(files), engineVersion: ENGINE_VERSION };
  await db.lmRuleset.create({ data: { ...version, state: 'shadow', origin: 'published', note: 'a remark' } });
  return tag;
};

const shownDays = async (db: DbClient, lmVersionTag: string): Promise<{ calls: number; shown: number }> => {
  const { _sum } = await db.dailyRollup.aggregate({
    where: { lmVersionTag },
    _sum: { calls: true, shownCalls: true },
  });
  return { calls: _sum.calls ?? 0, shown: _sum.shownCalls ?? 0 };
};

test(
  'new rules are tried on the stored calls, activated, and the past is scored with them',
  async () => {
    if (backend === undefined) throw new Error('there is always a queue backend to test on');
    product = await startProduct(backend);
    const { db, person, takeIn } = product;
    await takeIn(madeCalls(CALLS, 500_001));
    await until(async () => (await db.callScore.count({ where: { isCurrent: true } })) === CALLS, {
      what: 'every call is scored',
    });
    const tag = await givenAnotherVersion(db);
    const developer = person('supremeDev');
    const openCard = async () => {
      await developer.send('/menu');
      await developer.tap('⚙️ Система');
      await developer.tap('Версии LM');
      await developer.tap(new RegExp(tag.replaceAll(/[.+]/g, '\\$&'), 'u'));
      await developer.waitFor(({ text }) => text.includes(tag), { what: 'the version' });
    };

    await openCard();
    await developer.tap('🧪 Проверить на истории');
    await developer.tap('Все звонки');
    await developer.tap('✅ Подтвердить');
    await developer.waitFor(({ text }) => text.includes('Проверка на истории готова'), {
      what: 'the backtest',
    });
    await developer.tap('📊 Отчёт');
    await developer.waitFor(({ text }) => text.includes(`Сравнено звонков: ${CALLS}, оценены иначе: 0`), {
      what: 'the report',
    });
    await developer.tap('📄 Файл');
    await developer.waitFor(({ attachment }) => /^backtest-\d+\.md$/u.test(attachment?.fileName ?? ''), {
      what: 'the file',
    });
    expect(await db.callScore.count({ where: { lmVersionTag: tag } })).toBe(0);

    await openCard();
    await developer.tap('🟢 Активировать');
    await developer.tap('✅ Подтвердить');
    await developer.waitFor(({ text }) => text.includes('По ней оцениваются звонки'), {
      what: 'the active version',
    });
    await developer.tap('🔁 Пересчитать');
    await developer.tap('Все звонки');
    await developer.tap('✅ Подтвердить');
    await developer.waitFor(({ text }) => text.includes('Перерасчёт закончен'), { what: 'the rescore' });

    expect(await db.callScore.count({ where: { lmVersionTag: tag, isCurrent: true } })).toBe(CALLS);
    expect(await db.callScore.count()).toBe(2 * CALLS);
    await until(async () => (await shownDays(db, tag)).shown === CALLS, { what: 'the roll-ups follow' });
    const log = await db.adminActionLog.findMany({ where: { outcome: 'done' }, select: { action: true } });
    expect(log.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['lm_run.start', 'ruleset.activate', 'lm_run.start']),
    );
  },
  TIMEOUT_MS,
);
