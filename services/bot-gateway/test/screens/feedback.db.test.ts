import type { DbClient } from '@perezvon/db';
import { clockAt, givenCall, givenClinic, givenScore, testDatabase, type Clinic } from '@perezvon/db/testing';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { auditLogPlace } from '../../src/screens/places/audit-log.js';
import { judgePlace } from '../../src/screens/places/feedback.js';
import { callCardPlace } from '../../src/screens/places/work.js';
import type { Address } from '../../src/screens/define-place.js';
import { LANGUAGES, type Language } from '../../src/text/translate.js';
import { seeScreen, type Seen } from '../support/draw.js';
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
          after: { metric, verdict: 'false_alarm', lmVersionTag: JUDGED_TAG },
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

test.each(LANGUAGES)('the card and its questions have all their words (%s)', async (language) => {
  const call = await givenCall(db);
  await givenScore(db, call);
  const { historyId } = call;
  for (const address of [
    card(historyId),
    ...(['confirm', 'false_alarm', 'missed'] as const).map((verdict) =>
      judgePlace.address({ historyId, verdict }),
    ),
  ]) {
    const { text, buttons } = await see('supremeDev', address, language);
    expect(text).not.toMatch(/[{}$]/);
    expect(/[А-Яа-яЁё]/.test(buttons.flat().join(' '))).toBe(language === 'ru');
  }
});
