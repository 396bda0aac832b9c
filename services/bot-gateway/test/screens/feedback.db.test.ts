import type { DbClient } from '@perezvon/db';
import { clockAt, givenCall, givenClinic, givenScore, testDatabase, type Clinic } from '@perezvon/db/testing';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { auditLogPlace } from '../../src/screens/places/audit-log.js';
import { analyticsPlace } from '../../src/screens/places/calls.js';
import {
  agreementPlace,
  blindPlace,
  judgePlace,
  metricRulesPlace,
  ruleQualityPlace,
} from '../../src/screens/places/feedback.js';
import { systemPlace } from '../../src/screens/places/system.js';
import { callCardPlace } from '../../src/screens/places/work.js';
import type { Address } from '../../src/screens/define-place.js';
import { LANGUAGES, type Language } from '../../src/text/translate.js';
import { seeScreen, type Seen } from '../support/draw.js';
import { personOf } from '../support/people.js';

const now = clockAt('2026-11-24T09:00:00Z');
const TAG = 'v1.0.0+00000000';
/** One flag: a complaint. */
const ONLY_COMPLAINT = { churnRiskScore: 10, churnRiskLevel: 'low', followupNeededFlag: false } as const;

let db: DbClient;
let clinic: Clinic;
beforeAll(async () => {
  ({ db } = await testDatabase());
  clinic = await givenClinic(db);
});

const see = (who: keyof Clinic, address: Address, language: Language = 'ru'): Promise<Seen> =>
  seeScreen(db, { ...personOf(clinic[who]), language }, address, { now });

const givenJudged = async (
  verdicts: Partial<Record<keyof Clinic, 'confirm' | 'false_alarm' | 'missed'>>,
  {
    score = ONLY_COMPLAINT,
    metric = 'complaint_risk_flag',
    lmVersionTag = TAG,
    rules = ['complaint.wait'],
  } = {},
): Promise<number> => {
  const call = await givenCall(db);
  await givenScore(db, call, score);
  for (const [who, verdict] of Object.entries(verdicts)) {
    const person = Object.entries(clinic).find(([name]) => name === who)?.[1];
    await db.scoreFeedback.create({
      data: {
        historyId: call.historyId,
        metric,
        verdict,
        lmVersionTag,
        rules: verdict === 'missed' ? [] : rules,
        userId: person?.id ?? 0,
        createdAt: now(),
        updatedAt: now(),
      },
    });
  }
  return call.historyId;
};
const card = (historyId: number): Address => callCardPlace.address({ historyId });

describe('the card', () => {
  test('one flag: a tap judges it; what one said is shown and can be changed or taken back', async () => {
    const fresh = await see('admin', card(await givenJudged({})));
    expect(fresh.buttons).toContainEqual(['👍 Верно', '👎 Ложное', 'Пропущено']);
    expect(fresh.text).not.toContain('💬');

    const mine = await see('admin', card(await givenJudged({ admin: 'confirm' })));
    expect(mine.text).toContain('💬 Жалоба — Вы: верно');
    expect(mine.buttons).toContainEqual(['↩️ Снять оценку', '👎 Ложное', 'Пропущено']);
  });

  test('what others said is counted, mine first', async () => {
    const historyId = await givenJudged({
      admin: 'confirm',
      otherAdmin: 'confirm',
      superadmin: 'false_alarm',
    });
    expect((await see('admin', card(historyId))).text).toContain(
      '💬 Жалоба — Вы: верно · 2 из 3 подтвердили',
    );
    expect((await see('supremeDev', card(historyId))).text).toContain('💬 Жалоба — 2 из 3 подтвердили');
  });

  test('a word about an earlier version says so, and can be given anew', async () => {
    const historyId = await givenJudged({ admin: 'confirm' }, { lmVersionTag: 'v0.9.0+00000000' });
    const seen = await see('admin', card(historyId));
    expect(seen.text).toContain('💬 Жалоба — Вы: верно (о прежней версии)');
    expect(seen.buttons).toContainEqual(['👍 Верно', '👎 Ложное', 'Пропущено']);
  });

  test('several flags: the next screen asks which; what was missed is asked of the others', async () => {
    const call = await givenCall(db);
    await givenScore(db, call);
    const { historyId } = call;
    const confirm = await see('admin', judgePlace.address({ historyId, verdict: 'confirm' }));
    expect(confirm.text).toContain('👍 Верно. Сработало несколько показателей: какой подтверждаете?');
    expect(confirm.buttons.slice(0, -1)).toEqual([['Жалоба'], ['Нужно перезвонить'], ['Риск ухода']]);
    const missed = await see('admin', judgePlace.address({ historyId, verdict: 'missed' }));
    expect(missed.buttons.slice(0, -1)).toEqual([['Упущенная выручка'], ['Дополнительная услуга']]);
  });

  test('without a score, without words, and on one’s own call there is nothing to judge', async () => {
    const unscored = await givenCall(db);
    const unread = await givenCall(db, { turns: null });
    await givenScore(db, unread);
    for (const call of [unscored, unread])
      expect((await see('admin', card(call.historyId))).buttons.flat()).not.toContain('Пропущено');

    const own = await givenJudged({ otherAdmin: 'confirm' });
    const address = card(own);
    const operatorAdmin = { ...personOf(clinic.admin), operatorCode: 'op-1' };
    const seen = await seeScreen(db, operatorAdmin, address, { now });
    expect(seen.buttons.flat()).not.toContain('👍 Верно');
  });

  test('an operator sees neither the buttons nor what was said of his call; marketing sees no card', async () => {
    const historyId = await givenJudged({ admin: 'false_alarm' });
    const operator = await see('operator', card(historyId));
    expect(operator.text).toContain('Почему');
    expect(operator.text).not.toContain('💬');
    expect(operator.buttons.flat()).not.toContain('👍 Верно');
    expect((await see('marketing', card(historyId))).text).not.toContain(String(historyId));
    for (const who of ['operator', 'marketing'] as const)
      expect((await see(who, judgePlace.address({ historyId, verdict: 'confirm' }))).text).toContain(
        'недоступен',
      );
  });

  test('in English it is the same', async () => {
    const historyId = await givenJudged({ admin: 'confirm', otherAdmin: 'false_alarm' });
    const seen = await see('admin', card(historyId), 'en');
    expect(seen.text).toContain('💬 Complaint — You: right · 1 of 2 confirm');
    expect(seen.buttons).toContainEqual(['↩️ Take back', '👎 False', 'Missed']);
  });
});

describe('a second opinion', () => {
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

  test('shows the talk and one question; no score, no marks, no rules, no call’s number', async () => {
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

  test('is offered with the lists, and only to whom it is a second one', async () => {
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
        lmVersionTag: TAG,
        rules: [],
        userId: clinic.supremeDev.id,
      },
    });
    expect((await see('supremeDev', next)).text).toContain('Вопросов для вас нет');
    for (const who of ['operator', 'marketing'] as const)
      expect((await see(who, next)).text).toContain('недоступен');
  });

  test('that somebody has just answered says so and leads to the next', async () => {
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
});

describe('«Качество правил»', () => {
  const all = ruleQualityPlace.address({ isActiveOnly: false });

  beforeAll(async () => {
    ({ db } = await testDatabase());
    clinic = await givenClinic(db);
  });

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
    expect((await see('supremeDev', all, language)).text).toContain('45 %');
    for (const who of ['superadmin', 'admin', 'operator', 'marketing'] as const)
      expect((await see(who, all, language)).text).not.toContain('45 %');
  });
});

describe('«Журнал»', () => {
  const givenLine = (seq: number, line: { action: string; before: object | null; after: object }) =>
    db.adminActionLog.create({
      data: {
        seq,
        messageId: `tg-${seq}.1`,
        at: now(),
        actorId: clinic.admin.id,
        action: line.action,
        subjectKind: 'call',
        subjectId: '500123',
        historyId: 500_123,
        outcome: 'done',
        ...(line.before && { before: line.before }),
        after: line.after,
        prevHash: Buffer.alloc(32),
        hash: Buffer.alloc(32),
      },
    });

  test.each([
    [
      'ru',
      ['показатель: Жалоба', 'оценка: верно → ложное', 'версия LM: v1.0.0+00000000', 'ответ: да'],
      ['Оценить срабатывание: #500123', 'Дать вторую оценку: #500123'],
    ],
    [
      'en',
      ['metric: Complaint', 'judgement: right → false', 'LM version: v1.0.0+00000000', 'answer: yes'],
      ['Judge a flag: #500123', 'Give a second opinion: #500123'],
    ],
  ] as const)(
    'says in words what was judged, and what was said before (%s)',
    async (language, fields, acts) => {
      const metric = 'complaint_risk_flag';
      if ((await db.adminActionLog.count()) === 0) {
        await givenLine(1, {
          action: 'score.feedback',
          before: { verdict: 'confirm' },
          after: { metric, verdict: 'false_alarm', lmVersionTag: TAG },
        });
        await givenLine(2, {
          action: 'blind_review.answer',
          before: null,
          after: { metric, blindAnswer: 'yes' },
        });
      }
      const { text } = await see('superadmin', auditLogPlace.address({}), language);
      for (const words of [...fields, ...acts]) expect(text).toContain(words);
    },
  );
});

test.each(LANGUAGES)(
  'every screen of feedback has all its words, with something to show (%s)',
  async (language) => {
    const call = await givenCall(db);
    await givenScore(db, call);
    const { historyId } = call;
    const { id } = await db.blindReview.create({
      data: {
        week: new Date('2026-11-23'),
        historyId,
        askedMetric: 'followup_needed_flag',
        drawnAs: 'random',
        wasRaised: true,
      },
    });
    for (const address of [
      card(historyId),
      ...(['confirm', 'false_alarm', 'missed'] as const).map((verdict) =>
        judgePlace.address({ historyId, verdict }),
      ),
      blindPlace.address({ reviewId: id, page: 0 }),
      ruleQualityPlace.address({ isActiveOnly: false }),
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
