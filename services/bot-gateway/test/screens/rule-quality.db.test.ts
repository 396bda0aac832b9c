import type { DbClient } from '@perezvon/db';
import { clockAt, givenCall, givenClinic, testDatabase, type Clinic } from '@perezvon/db/testing';
import { beforeAll, expect, test } from '@jest/globals';
import { agreementPlace, metricRulesPlace, ruleQualityPlace } from '../../src/screens/places/feedback.js';
import { systemPlace } from '../../src/screens/places/system.js';
import type { Address } from '../../src/screens/define-place.js';
import { LANGUAGES, type Language } from '../../src/text/translate.js';
import { seeScreen, type Seen } from '../support/draw.js';
import { givenJudged as judgedBy, JUDGED_AT } from '../support/given-judged.js';
import { personOf } from '../support/people.js';

const now = clockAt(JUDGED_AT);

let db: DbClient;
let clinic: Clinic;
beforeAll(async () => {
  ({ db } = await testDatabase());
  clinic = await givenClinic(db);
});

const see = (who: keyof Clinic, address: Address, language: Language = 'ru'): Promise<Seen> =>
  seeScreen(db, { ...personOf(clinic[who]), language }, address, { now });
const givenJudged = (verdicts: Parameters<typeof judgedBy>[2], options?: Parameters<typeof judgedBy>[3]) =>
  judgedBy(db, clinic, verdicts, options);

const all = ruleQualityPlace.address({ isActiveOnly: false });

test('with nothing judged it says where judgements come from', async () => {
  expect((await see('supremeDev', all)).text).toContain('Оценок ещё нет.');
  expect((await see('supremeDev', agreementPlace.address({}))).text).toContain('Пар ещё нет');
});

test('precision with its interval a metric and rule; a suspect rule stands out', async () => {
  for (let index = 0; index < 9; index += 1)
    await givenJudged({ admin: 'confirm' }, { rules: ['complaint.wait'] });
  for (let index = 0; index < 11; index += 1)
    await givenJudged({ admin: 'false_alarm' }, { rules: ['complaint.wait', 'complaint.broken_promise'] });
  await givenJudged({ admin: 'confirm', otherAdmin: 'false_alarm' });
  await givenJudged({ admin: 'missed' }, { metric: 'cross_sell_potential' });

  const seen = await see('supremeDev', all);
  expect(seen.text).toContain('Жалоба: точность 45 % (26–66), n 20\nпропущено 0, спорных 1');
  expect(seen.text).toContain(
    'Дополнительная услуга: верно или ложное ещё не ставили\nпропущено 1, спорных 0',
  );
  expect(seen.text).toContain('⚠️ 1 правило под подозрением');
  expect(seen.buttons).toEqual([
    ['Жалоба · правил: 2'],
    ['Только активная версия'],
    ['🤝 Согласие людей'],
    ['⬅️ Назад', '🏠 Меню', '❓'],
  ]);

  const rules = await see(
    'supremeDev',
    metricRulesPlace.address({ metric: 'complaint_risk_flag', isActiveOnly: false, page: 0 }),
  );
  expect(rules.text).toMatch(
    /⚠️ .+ complaint\.wait\nточность 45 % \(26–66\), n 20\n(?!⚠️).+ complaint\.broken_promise\nточность 0 % \(0–26\), n 11/,
  );
});

test('of the active version only, when asked for', async () => {
  await db.lmRuleset.create({
    data: { tag: 'v2.0.0+22222222', content: {}, hash: '22', state: 'active', engineVersion: '2.0.0' },
  });
  const seen = await see('supremeDev', ruleQualityPlace.address({ isActiveOnly: true }));
  expect(seen.text).toContain('только активная версия');
  expect(seen.text).toContain('Оценок ещё нет.');
});

test('agreement has its base, says when it is too little, and κ beside AC1', async () => {
  for (const [answer, firstAnswer, drawnAs, wasRaised] of [
    [true, true, 'judged', true],
    [false, true, 'judged', true],
    [false, null, 'random', false],
    [true, null, 'random', false],
  ] as const) {
    const { historyId } = await givenCall(db);
    await db.blindReview.create({
      data: {
        week: new Date('2026-11-23'),
        historyId,
        askedMetric: 'followup_needed_flag',
        drawnAs,
        wasRaised,
        firstUserId: firstAnswer === null ? null : clinic.admin.id,
        firstAnswer,
        answer,
        answeredById: clinic.otherAdmin.id,
        answeredAt: now(),
      },
    });
  }
  const { text } = await see('supremeDev', agreementPlace.address({}));
  expect(text).toContain('Нужно перезвонить: совпало 50 %, κ 0.00, AC1 0.20, «да» в 75 %, n 2');
  expect(text).toContain('Пока мало: 2 из 30.');
  expect(text).toContain('Из того, что люди нашли в случайных звонках, программа заметила 0 из 1.');
  expect(text).toContain('κ занижает, AC1 нет');
});

test.each(LANGUAGES)('is the developer’s, from «Система» (%s)', async (language) => {
  const system = await see('supremeDev', systemPlace.address({}), language);
  expect(system.buttons.flat()).toContain(language === 'ru' ? '🎯 Качество правил' : '🎯 Quality of rules');
  expect((await see('supremeDev', all, language)).text).toMatch(/45 ?%/);
  for (const who of ['superadmin', 'admin', 'operator', 'marketing'] as const)
    expect((await see(who, all, language)).text).not.toMatch(/45 ?%/);
});

test.each(LANGUAGES)(
  'the rooms of quality have all their words, with something to show (%s)',
  async (language) => {
    for (const address of [
      all,
      metricRulesPlace.address({ metric: 'complaint_risk_flag', isActiveOnly: false, page: 0 }),
      agreementPlace.address({}),
    ]) {
      const { text, buttons } = await see('supremeDev', address, language);
      expect(text).not.toMatch(/[{}$]/);
      // Names of people are Russian in both languages; words of screens are not.
      const words = [...buttons.flat(), ...(address.data.startsWith('quality') ? [text] : [])].join(' ');
      expect(/[А-Яа-яЁё]/.test(words)).toBe(language === 'ru');
    }
  },
);
