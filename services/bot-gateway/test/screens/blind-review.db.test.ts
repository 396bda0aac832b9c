import type { DbClient } from '@perezvon/db';
import { clockAt, givenClinic, testDatabase, type Clinic } from '@perezvon/db/testing';
import { beforeAll, expect, test } from '@jest/globals';
import { analyticsPlace } from '../../src/screens/places/calls.js';
import { blindPlace } from '../../src/screens/places/feedback.js';
import type { Address } from '../../src/screens/define-place.js';
import { LANGUAGES, type Language } from '../../src/text/translate.js';
import { seeScreen, type Seen } from '../support/draw.js';
import { givenDispute } from '../support/given-dispute.js';
import { givenJudged as judgedBy, JUDGED_AT, JUDGED_TAG } from '../support/given-judged.js';
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

const givenReview = async (overrides: { firstUserId?: number; skippedByIds?: number[] } = {}) => {
  await db.blindReview.deleteMany();
  const historyId = await givenJudged({});
  const { id } = await db.blindReview.create({
    data: {
      week: new Date('2026-11-23'),
      historyId,
      askedMetric: 'complaint_risk_flag',
      drawnAs: 'judged',
      wasRaised: true,
      ...overrides,
    },
  });
  return { id, historyId };
};
const next = blindPlace.address({ page: 0 });

test('a second opinion shows the talk and one question; no score, no marks, no rules, no call’s number', async () => {
  const { historyId } = await givenReview({ firstUserId: clinic.admin.id });
  const seen = await see('otherAdmin', next);
  expect(seen.text).toContain('🙈 Вторая оценка · осталось 1');
  expect(seen.text).toContain('❓ Клиент недоволен и винит клинику или грозит жалобой?');
  expect(seen.text).toContain('Звонок 24.11 11:00 · op-1 · Входящий · ждал 10 с · разговор 1:00');
  expect(seen.text).toContain('0:04 Клиент: Здравствуйте, вы обещали перезвонить и не перезвонили');
  expect(seen.html).not.toContain('<u>');
  expect(seen.text).not.toMatch(/🔴|🟡|80|обещание не выполнено|Анна/);
  expect(seen.text).not.toContain(String(historyId));
  expect(seen.buttons).toEqual([
    ['Да', 'Нет', 'Пропустить'],
    ['⬅️ Назад', '🏠 Меню', '❓'],
  ]);
  expect((await see('otherAdmin', next, 'en')).buttons[0]).toEqual(['Yes', 'No', 'Pass over']);
});

test('it is offered with the lists, and only to whom it is a second one', async () => {
  const button = (seen: Seen) => seen.buttons.flat().find((label) => label.includes('Вторая оценка'));
  const lists = analyticsPlace.address({ days: 7 });
  const { historyId } = await givenReview({
    firstUserId: clinic.admin.id,
    skippedByIds: [clinic.superadmin.id],
  });
  expect(button(await see('otherAdmin', lists))).toBe('🙈 Вторая оценка (1)');
  for (const who of ['admin', 'superadmin'] as const) {
    expect(button(await see(who, lists))).toBeUndefined();
    expect((await see(who, next)).text).toContain('Вопросов для вас нет');
  }
  await db.scoreFeedback.create({
    data: {
      historyId,
      metric: 'complaint_risk_flag',
      verdict: 'confirm',
      lmVersionTag: JUDGED_TAG,
      rules: [],
      userId: clinic.supremeDev.id,
    },
  });
  expect((await see('supremeDev', next)).text).toContain('Вопросов для вас нет');
  for (const who of ['operator', 'marketing'] as const)
    expect((await see(who, next)).text).toContain('недоступен');
});

test('who has decided a dispute of the call is no second reader of it', async () => {
  const { historyId } = await givenReview();
  await givenDispute(db, clinic, historyId, { state: 'upheld' });
  expect((await see('admin', next)).text).toContain('Вопросов для вас нет');
  expect((await see('otherAdmin', next)).text).toContain('осталось 1');
});

test('a question that somebody has just answered says so and leads to the next', async () => {
  const { id } = await givenReview();
  await db.blindReview.create({
    data: {
      week: new Date('2026-11-23'),
      historyId: await givenJudged({}),
      askedMetric: 'churn_risk_level',
      drawnAs: 'random',
      wasRaised: false,
    },
  });
  await db.blindReview.update({ where: { id }, data: { answer: true, answeredAt: now() } });
  const seen = await see('admin', blindPlace.address({ reviewId: id, page: 0 }));
  expect(seen.text).toBe('На этот вопрос уже ответили. Откройте следующий.');
  expect(seen.buttons[0]).toEqual(['Следующий ▶️']);
});

test('an old week is not asked any more', async () => {
  const { id } = await givenReview();
  await db.blindReview.update({ where: { id }, data: { week: new Date('2026-11-02') } });
  expect((await see('admin', next)).text).toContain('Вопросов для вас нет');
});

test.each(LANGUAGES)('it has all its words (%s)', async (language) => {
  const { id } = await givenReview();
  for (const address of [next, blindPlace.address({ reviewId: id, page: 0 })]) {
    const { text, buttons } = await see('supremeDev', address, language);
    expect(text).not.toMatch(/[{}$]/);
    expect(/[А-Яа-яЁё]/.test(buttons.flat().join(' '))).toBe(language === 'ru');
  }
});
