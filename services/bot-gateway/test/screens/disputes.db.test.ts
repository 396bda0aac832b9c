import type { DbClient } from '@perezvon/db';
import { clockAt, givenCall, givenClinic, givenScore, testDatabase, type Clinic } from '@perezvon/db/testing';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { operatorKey } from '../../src/domain/operator-key.js';
import type { Address } from '../../src/screens/define-place.js';
import { auditLogPlace } from '../../src/screens/places/audit-log.js';
import { analyticsPlace } from '../../src/screens/places/calls.js';
import {
  disputeDecisionPlace,
  disputeMetricPlace,
  disputePlace,
  disputeReasonPlace,
  disputeSendPlace,
  disputesPlace,
} from '../../src/screens/places/disputes.js';
import { callCardPlace } from '../../src/screens/places/work.js';
import { LANGUAGES, type Language } from '../../src/text/translate.js';
import { seeScreen, type Seen } from '../support/draw.js';
import {
  DISPUTED_AT as NOW,
  DISPUTED_TAG as TAG,
  givenDispute as disputeOf,
} from '../support/given-dispute.js';
import { personOf } from '../support/people.js';

/** One flag: a complaint. */
const ONLY_COMPLAINT = { churnRiskScore: 10, churnRiskLevel: 'low', followupNeededFlag: false } as const;

let db: DbClient;
let clinic: Clinic;
beforeAll(async () => {
  ({ db } = await testDatabase());
  clinic = await givenClinic(db);
});
beforeEach(() => db.scoreDispute.deleteMany());

const see = (
  who: keyof Clinic,
  address: Address,
  { language = 'ru', at = NOW }: { language?: Language; at?: string } = {},
): Promise<Seen> => seeScreen(db, { ...personOf(clinic[who]), language }, address, { now: clockAt(at) });

const givenScored = async (score: Parameters<typeof givenScore>[2] = ONLY_COMPLAINT): Promise<number> => {
  const call = await givenCall(db);
  await givenScore(db, call, { scoredAt: '2026-11-24T08:00:00Z', ...score });
  return call.historyId;
};

const givenDispute = (historyId: number, dispute?: Parameters<typeof disputeOf>[3]): Promise<number> =>
  disputeOf(db, clinic, historyId, dispute);

describe('the card of one’s own call', () => {
  test('offers to object until 48 hours are over, and says so', async () => {
    const card = callCardPlace.address({ historyId: await givenScored() });
    const fresh = await see('operator', card);
    expect(fresh.text).toContain('⚖️ Не согласны? Оспорить можно до 26.11 11:00');
    expect(fresh.buttons).toContainEqual(['⚖️ Оспорить']);
    const late = await see('operator', card, { at: '2026-11-26T08:00:01Z' });
    expect(late.text).toContain('⚖️ Оспорить можно было до 26.11 11:00');
    expect(late.buttons.flat()).not.toContain('⚖️ Оспорить');
  });

  test('nobody else is offered it, and nothing is where nothing was raised', async () => {
    const historyId = await givenScored();
    await db.assignment.create({
      data: {
        historyId,
        kind: 'callback',
        ownerId: clinic.otherOperator.id,
        givenById: clinic.admin.id,
        dueAt: NOW,
      },
    });
    const calm = await givenScored({ ...ONLY_COMPLAINT, complaintRiskFlag: false, complaintRiskScore: 5 });
    for (const [who, id] of [
      ['admin', historyId],
      ['otherOperator', historyId],
      ['operator', calm],
    ] as const) {
      const seen = await see(who, callCardPlace.address({ historyId: id }));
      expect(seen.text).toContain('Почему');
      expect(seen.text).not.toContain('⚖️');
      expect(seen.buttons.flat()).not.toContain('⚖️ Оспорить');
    }
  });

  test('shows what became of it, to the operator and the administrators; who only calls back does not see it', async () => {
    const historyId = await givenScored();
    const id = await givenDispute(historyId, { state: 'upheld' });
    const card = callCardPlace.address({ historyId });
    for (const who of ['operator', 'admin'] as const) {
      const seen = await see(who, card);
      expect(seen.text).toContain(`⚖️ Жалоба — спор №${id}: оператор прав`);
      expect(seen.data[`⚖️ Спор №${id} · оператор прав`]).toBe(disputePlace.address({ disputeId: id }).data);
      expect(seen.buttons.flat()).not.toContain('⚖️ Оспорить');
    }
    await db.assignment.create({
      data: {
        historyId,
        kind: 'callback',
        ownerId: clinic.otherOperator.id,
        givenById: clinic.admin.id,
        dueAt: NOW,
      },
    });
    expect((await see('otherOperator', card)).text).not.toContain('⚖️');
  });
});

describe('an objection', () => {
  test('of several flags asks which, shows the evidence, then takes a reason at one tap', async () => {
    const historyId = await givenScored({});
    const which = await see('operator', disputeMetricPlace.address({ historyId }));
    expect(which.buttons.slice(0, 3)).toEqual([['Жалоба'], ['Нужно перезвонить'], ['Риск ухода']]);
    const why = await see(
      'operator',
      disputeReasonPlace.address({ historyId, metric: 'complaint_risk_flag' }),
    );
    expect(why.text).toContain('🔴 Риск жалобы 80\n+40');
    expect(why.text).toContain('«обещали перезвонить и не перезвонили»');
    expect(why.text).toContain('Выберите или напишите сообщением, до 500 знаков.');
    expect(why.buttons.slice(0, 4)).toEqual([
      ['Расшифровка ошиблась'],
      ['Это сказал другой'],
      ['Слова значат другое'],
      ['Вопрос решён в разговоре'],
    ]);
  });

  test('that cannot be made any more says so, on an old button too', async () => {
    const historyId = await givenScored();
    await givenDispute(historyId);
    const reason = disputeReasonPlace.address({ historyId, metric: 'complaint_risk_flag' });
    expect((await see('operator', reason)).text).toContain('Оспорить здесь уже нечего');
    expect((await see('otherOperator', reason)).text).toContain('Здесь пусто');
    expect((await see('marketing', reason)).text).toContain('недоступен');
  });

  test('in one’s own words is read before it is sent, and by nobody else', async () => {
    const historyId = await givenScored();
    const { id: noteId } = await db.note.create({
      data: { authorId: clinic.operator.id, text: 'Клиент говорил <b>о другой</b> клинике' },
    });
    const send = disputeSendPlace.address({ historyId, metric: 'complaint_risk_flag', noteId });
    const seen = await see('operator', send);
    expect(seen.text).toContain('💬 «Клиент говорил <b>о другой</b> клинике»');
    expect(seen.buttons[0]).toEqual(['✅ Отправить', '✖️ Отмена']);
    await db.note.update({ where: { id: noteId }, data: { authorId: clinic.otherOperator.id } });
    expect((await see('operator', send)).text).toContain('Здесь пусто');
  });
});

describe('the dispute’s card', () => {
  test('shows both sides the same evidence; only who has no part in it is asked to decide', async () => {
    const historyId = await givenScored();
    const disputeId = await givenDispute(historyId, { note: 'Это было в другой клинике' });
    const card = disputePlace.address({ disputeId });
    const [operator, admin] = [await see('operator', card), await see('admin', card)];
    for (const seen of [operator, admin]) {
      expect(seen.text).toContain(`⚖️ Спор №${disputeId} · ждёт решения`);
      expect(seen.text).toContain('Спорит: Ольга, 24.11 12:00\n💬 «Это было в другой клинике»');
    }
    const evidence = (seen: Seen) => seen.text.slice(seen.text.indexOf('Почему\n'));
    expect(evidence(operator)).toContain('🔴 Риск жалобы 80\n+40');
    expect(evidence(admin)).toBe(evidence(operator));
    expect(admin.buttons).toContainEqual(['👍 Оператор прав', '👎 Оценка верна']);
    expect(operator.buttons.flat()).not.toContain('👍 Оператор прав');

    await db.scoreFeedback.create({
      data: {
        historyId,
        metric: 'complaint_risk_flag',
        verdict: 'confirm',
        lmVersionTag: TAG,
        rules: [],
        userId: clinic.admin.id,
      },
    });
    const judged = await see('admin', card);
    expect(judged.text).toContain('спор решит другой');
    expect(judged.buttons.flat()).not.toContain('👍 Оператор прав');
    for (const who of ['otherOperator', 'marketing'] as const)
      expect((await see(who, card)).text).not.toContain(String(historyId));
  });

  test('tells that the call has changed since, and holds when the score is not stored any more', async () => {
    const historyId = await givenScored();
    const card = disputePlace.address({ disputeId: await givenDispute(historyId) });
    await db.callScore.updateMany({ where: { historyId }, data: { revision: 2 } });
    expect((await see('admin', card)).text).toContain('Звонок с тех пор изменился');
    await db.callScore.deleteMany({ where: { historyId } });
    expect((await see('admin', card)).text).toContain(`Оценка версии ${TAG} больше не хранится`);
  });

  test('a decision asks once more with the words for the operator, and says so when it is too late', async () => {
    const disputeId = await givenDispute(await givenScored());
    const { id: noteId } = await db.note.create({
      data: { authorId: clinic.admin.id, text: 'Речь о соседней клинике' },
    });
    const ask = disputeDecisionPlace.address({ disputeId, outcome: 'upheld', noteId });
    const seen = await see('admin', ask);
    expect(seen.text).toContain(
      'Оператор прав, сработало зря? Оператору придёт сообщение, изменить решение нельзя.',
    );
    expect(seen.text).toContain('💬 «Речь о соседней клинике»');
    expect(seen.buttons[0]).toEqual(['✅ Подтвердить', '✖️ Отмена']);
    await db.scoreDispute.update({
      where: { id: disputeId },
      data: { state: 'rejected', decidedById: clinic.otherAdmin.id, decidedAt: NOW, decisionNoteId: noteId },
    });
    expect((await see('admin', ask)).text).toContain('Решать здесь уже нечего');
    const card = await see('operator', disputePlace.address({ disputeId }));
    expect(card.text).toContain('Решение: оценка верна · Вера, 24.11 12:00\n💬 «Речь о соседней клинике»');
  });
});

describe('the lists', () => {
  test('wait with the oldest first, are over with the newest first; mine are mine, page by page, each once', async () => {
    const ids: number[] = [];
    for (let index = 0; index < 9; index += 1) ids.push(await givenDispute(await givenScored()));
    const over = await givenDispute(await givenScored(), { state: 'rejected' });
    const idsOf = (seen: Seen) =>
      seen.buttons
        .flat()
        .flatMap((label) => /^№(\d+)/.exec(label)?.[1] ?? [])
        .map(Number);

    const open = await see('admin', disputesPlace.address({ view: 'open', direction: 'on' }));
    expect(open.text).toContain('⚖️ Споры ждут решения · 9');
    expect(idsOf(open)).toEqual(ids.slice(0, 7));
    const next = await see('admin', { data: open.data['▶️'] ?? '' });
    expect(idsOf(next)).toEqual(ids.slice(7));
    expect(idsOf(await see('admin', { data: next.data['◀️'] ?? '' }))).toEqual(ids.slice(0, 7));
    expect(idsOf(await see('admin', { data: open.data['Решённые'] ?? '' }))).toEqual([over]);

    const mine = await see('operator', disputesPlace.address({ view: 'mine', direction: 'on' }));
    expect(mine.text).toContain('⚖️ Мои споры · 10');
    expect(idsOf(mine)).toEqual([over, ...ids.toReversed()].slice(0, 7));
    const his = disputesPlace.address({ view: 'operator', operator: operatorKey('op-1'), direction: 'on' });
    expect((await see('admin', his)).text).toContain('⚖️ Споры: op-1 · 10');
    for (const view of ['open', 'decided'] as const)
      expect((await see('operator', disputesPlace.address({ view, direction: 'on' }))).text).toContain(
        'Здесь пусто',
      );
    expect((await see('operator', his)).text).toContain('Здесь пусто');
    expect((await see('admin', analyticsPlace.address({ days: 7 }))).buttons).toContainEqual([
      '⚖️ Споры (9)',
    ]);
  });
});

test.each(LANGUAGES)(
  'every screen of disputes and its line in the log have all their words (%s)',
  async (language) => {
    const historyId = await givenScored({});
    const disputeId = await givenDispute(historyId, { note: 'x' });
    const decided = await givenDispute(await givenScored(), { state: 'upheld' });
    const { id: noteId } = await db.note.create({ data: { authorId: clinic.operator.id, text: 'x' } });
    for (const [who, address] of [
      ['operator', callCardPlace.address({ historyId })],
      ['operator', disputeMetricPlace.address({ historyId })],
      ['operator', disputeReasonPlace.address({ historyId, metric: 'churn_risk_level' })],
      ['operator', disputeSendPlace.address({ historyId, metric: 'churn_risk_level', noteId })],
      ['operator', disputesPlace.address({ view: 'mine', direction: 'on' })],
      ['admin', disputePlace.address({ disputeId })],
      ['admin', disputePlace.address({ disputeId: decided })],
      ['admin', disputeDecisionPlace.address({ disputeId, outcome: 'rejected' })],
      ['admin', disputesPlace.address({ view: 'decided', direction: 'on' })],
    ] as const) {
      const { text, buttons } = await see(who, address, { language });
      expect(text).not.toMatch(/[{}$]|null|undefined/);
      expect(/[А-Яа-яЁё]/.test(buttons.flat().join())).toBe(language === 'ru');
    }
    if ((await db.adminActionLog.count()) === 0)
      await db.adminActionLog.create({
        data: {
          seq: 1,
          messageId: 'tg-1.1',
          at: new Date(NOW),
          actorId: clinic.admin.id,
          action: 'dispute.decide',
          subjectKind: 'dispute',
          subjectId: String(disputeId),
          historyId,
          outcome: 'done',
          before: { disputeState: 'open' },
          after: { disputeState: 'upheld', metric: 'complaint_risk_flag', lmVersionTag: TAG, noteId: null },
          prevHash: Buffer.alloc(32),
          hash: Buffer.alloc(32),
        },
      });
    const { text } = await see('superadmin', auditLogPlace.address({}), { language });
    expect(text).toContain(
      language === 'ru'
        ? 'спор: ждёт решения → оператор прав'
        : 'dispute: waits for a decision → the operator is right',
    );
  },
);
