import { actionDenied, Envelope, rulesetChanged, type EventBody } from '@perezvon/contracts';
import { givenClinic, until } from '@perezvon/db/testing';
import { publishEvents } from '@perezvon/messaging';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startBot, type RunningBot } from './support/running-bot.js';

const ACTIVE = 'v1.0.1+0000aaaa';
const SHADOW = 'v1.0.1+0000bbbb';

describe('the screens of the versions', () => {
  let bot: RunningBot;
  beforeAll(async () => {
    bot = await startBot({ supremeDevs: ['supremeDev'], given: givenClinic });
  });
  afterAll(() => bot.stop());
  beforeEach(async () => {
    await bot.db.lmRuleset.deleteMany();
    for (const [tag, state] of [
      [ACTIVE, 'active'],
      [SHADOW, 'shadow'],
    ] as const)
      await bot.db.lmRuleset.create({
        data: {
          tag,
          state,
          content: { 'name.yaml': tag },
          hash: tag,
          engineVersion: '1.0.1',
          activatedAt: null,
        },
      });
  });

  /** The intent that a tap on «✅ Подтвердить» has left for the scoring. */
  const theIntent = async (): Promise<Envelope> => {
    const row = await until(
      () => bot.db.outbox.findFirst({ where: { queue: 'lm-scoring' }, orderBy: { id: 'desc' } }),
      { what: 'the intent' },
    );
    await bot.db.outbox.deleteMany({ where: { queue: 'lm-scoring' } });
    return Envelope.parse(row.message);
  };
  /** What the scoring answers. */
  const answer = ({ id: causedBy, actorId, origin }: Envelope, event: EventBody) =>
    publishEvents(bot.harness.deps, [event], { causedBy, actorId, origin, at: new Date() });

  const openCard = async () => {
    const developer = bot.person('supremeDev');
    await developer.send('/menu');
    await developer.tap('⚙️ Система');
    await developer.tap('Версии LM');
    await developer.tap(`👥 ${SHADOW}`);
    return developer;
  };

  test('an activation is confirmed, carried out elsewhere, and seen where it was tapped', async () => {
    const developer = await openCard();
    await developer.tap('🟢 Активировать');
    await developer.tap('✅ Подтвердить');
    const intent = await theIntent();
    expect(intent).toMatchObject({ type: 'ruleset.activate', payload: { tag: SHADOW } });

    await bot.db.lmRuleset.update({ where: { tag: ACTIVE }, data: { state: 'retired' } });
    await bot.db.lmRuleset.update({ where: { tag: SHADOW }, data: { state: 'active' } });
    await answer(intent, rulesetChanged.of({ tag: SHADOW, state: 'active', previousTag: ACTIVE }));

    const card = await developer.waitFor(({ text }) => text.includes('✅ Версия активна'), {
      what: 'the outcome',
    });
    expect(card.text).toContain('По ней оцениваются звонки');
    await developer.tap('⬅️ Назад');
    await developer.waitFor(({ text }) => text.startsWith('Версии LM') && text.includes(`📦 ${ACTIVE}`), {
      what: 'the list as it is now',
    });
  });

  test('a refusal says why, in words', async () => {
    const developer = await openCard();
    await developer.tap('🟢 Активировать');
    await developer.tap('✅ Подтвердить');
    const subject = { kind: 'ruleset' as const, id: SHADOW };

    await answer(
      await theIntent(),
      actionDenied.of({
        action: 'ruleset.activate',
        subject,
        actorRole: 'supreme_dev',
        reason: 'ruleset.cannot_run',
      }),
    );

    await developer.waitFor(({ text }) => text.includes('движок не может прочитать правила этой версии'), {
      what: 'the reason',
    });
  });

  test('what somebody did at the terminal shows on the screens that are open', async () => {
    const developer = await openCard();
    await developer.waitFor(({ text }) => text.includes('в тени · '), { what: 'the card' });
    await bot.db.lmRuleset.update({ where: { tag: SHADOW }, data: { state: 'retired' } });

    await publishEvents(
      bot.harness.deps,
      [rulesetChanged.of({ tag: SHADOW, state: 'retired', previousTag: null })],
      { causedBy: 'cli-1', actorId: null, origin: null, at: new Date() },
    );

    await developer.waitFor(({ text }) => text.includes('в архиве · '), { what: 'the card as it is now' });
  });
});
