import type { CompensationReason, CompensationState } from '@perezvon/contracts';
import type { DbClient } from '@perezvon/db';
import { clockAt, givenCall, givenClinic, givenScore, testDatabase, type Clinic } from '@perezvon/db/testing';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Address } from '../../src/screens/define-place.js';
import { auditLogPlace } from '../../src/screens/places/audit-log.js';
import {
  compensationAmountPlace,
  compensationEndPlace,
  compensationLimitPlace,
  compensationLimitSavePlace,
  compensationLimitsPlace,
  compensationPlace,
  compensationReasonPlace,
  compensationSendPlace,
  compensationsPlace,
} from '../../src/screens/places/compensations.js';
import { menuPlace } from '../../src/screens/places/root.js';
import { settingsPlace } from '../../src/screens/places/settings.js';
import { assignmentCardPlace, callCardPlace } from '../../src/screens/places/work.js';
import { LANGUAGES, type Language } from '../../src/text/translate.js';
import { seeScreen, type Seen } from '../support/draw.js';
import { personOf } from '../support/people.js';

/** A Tuesday: three working days end on Friday. */
const NOW = '2026-11-24T09:00:00Z';
const WORDS = 'Марья Ивановна ждала два часа, +7 916 123-45-67';

let db: DbClient;
let clinic: Clinic;
let historyId: number;
beforeAll(async () => {
  ({ db } = await testDatabase());
  clinic = await givenClinic(db);
});
beforeEach(async () => {
  await db.compensation.deleteMany();
  await db.setting.deleteMany();
  const call = await givenCall(db);
  await givenScore(db, call);
  ({ historyId } = call);
});

/** Groups of digits stand apart by blanks that no line breaks at; here they are plain ones. */
const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, ' ');

const see = async (
  who: keyof Clinic,
  address: Address,
  { language = 'ru', at = NOW }: { language?: Language; at?: string } = {},
): Promise<Pick<Seen, 'text' | 'buttons' | 'data'>> => {
  const person = { ...personOf(clinic[who]), language };
  const { text, buttons, data } = await seeScreen(db, person, address, { now: clockAt(at) });
  return {
    text: plain(text),
    buttons: buttons.map((row) => row.map(plain)),
    data: Object.fromEntries(Object.entries(data).map(([label, to]) => [plain(label), to])),
  };
};

interface Given {
  by?: keyof Clinic;
  amountKopecks?: number;
  reason?: CompensationReason;
  state?: CompensationState;
  words?: string;
}

/** A proposal; another state is the superadmin's decision, an approval with the assignment to pay. @returns its id */
const givenCompensation = async ({
  by = 'admin',
  amountKopecks = 150_050,
  reason = 'long_wait',
  state = 'proposed',
  words,
}: Given = {}): Promise<number> => {
  const proposedById = clinic[by].id;
  const note =
    words === undefined ? null : await db.note.create({ data: { authorId: proposedById, text: words } });
  const payment =
    state === 'approved'
      ? await db.assignment.create({
          data: {
            historyId,
            kind: 'compensation',
            ownerId: proposedById,
            givenById: clinic.superadmin.id,
            dueAt: '2026-11-27T18:00:00Z',
          },
        })
      : null;
  const { id } = await db.compensation.create({
    data: {
      historyId,
      amountKopecks,
      reason,
      noteId: note?.id ?? null,
      proposedById,
      proposedAt: NOW,
      state,
      ...(state !== 'proposed' && { decidedById: clinic.superadmin.id, decidedAt: NOW }),
      assignmentId: payment?.id ?? null,
    },
  });
  return id;
};
const closePayment = (state: 'done' | 'failed' | 'cancelled') =>
  db.assignment.updateMany({ where: { historyId }, data: { state, closedAt: '2026-11-26T09:00:00Z' } });

/** What the log keeps of an approval. */
const approvalLine = (seq: number, compensationId: number, assignmentId: number) => ({
  seq,
  messageId: `tg-${seq}.1`,
  at: NOW,
  actorId: clinic.superadmin.id,
  actorRole: 'superadmin' as const,
  action: 'compensation.approve',
  subjectKind: 'compensation',
  subjectId: String(compensationId),
  historyId,
  outcome: 'done' as const,
  before: { compensationState: 'proposed' },
  after: {
    compensationState: 'approved',
    amountKopecks: 150_050,
    compensationReason: 'price_differs',
    proposedById: clinic.admin.id,
    decidedById: clinic.superadmin.id,
    assignmentId,
  },
  prevHash: Buffer.from('made up'),
  hash: Buffer.from('made up'),
});

describe('the way to a proposal', () => {
  test('is three taps from the call: for what, how much, send; sums over one’s limit are not offered', async () => {
    await db.setting.create({
      data: {
        key: 'compensation.limits',
        value: { propose_admin: 200_000, propose_superadmin: 200_000, approve_superadmin: 200_000 },
      },
    });
    const card = await see('admin', callCardPlace.address({ historyId }));
    const why = compensationReasonPlace.address({ historyId });
    expect(card.data['💰 Компенсация']).toBe(why.data);

    const amount = compensationAmountPlace.address({ historyId, reason: 'quality' });
    expect((await see('admin', why)).data['Качество услуги']).toBe(amount.data);

    const howMuch = await see('admin', amount);
    expect(howMuch.text).toContain('Ваш предел по этому звонку: 2 000 ₽');
    expect(howMuch.buttons.slice(0, -1)).toEqual([['500 ₽', '1 000 ₽'], ['2 000 ₽']]);

    const send = await see(
      'admin',
      compensationSendPlace.address({ historyId, reason: 'quality', kopecks: 150_050 }),
    );
    expect(send.text).toContain(
      '1 500,50 ₽\nЗа что: Качество услуги\nРешает: Игорь\n\nОтправить на одобрение?',
    );
    expect(send.buttons).toContainEqual(['✅ Отправить']);
  });

  test('says what is missing instead of offering to send', async () => {
    const address = (kopecks: number) =>
      compensationSendPlace.address({ historyId, reason: 'other', kopecks });
    const words = await see('admin', address(150_000));
    expect(words.text).toContain('Напишите сообщением, за что');
    const much = await see('admin', address(1_500_000));
    expect(much.text).toContain('Больше вашего предела: по этому звонку вам осталось 10 000 ₽.');
    for (const seen of [words, much]) expect(seen.buttons.flat()).not.toContain('✅ Отправить');
  });

  test('is closed while another of the call is under way, and leads to it; what was approved before is said', async () => {
    const id = await givenCompensation();
    const why = compensationReasonPlace.address({ historyId });
    const waiting = await see('otherAdmin', why);
    expect(waiting.text).toContain('одна компенсация уже ждёт решения');
    expect(waiting.data[`💰 Компенсация №${id}`]).toBe(
      compensationPlace.address({ compensationId: id }).data,
    );
    await db.compensation.deleteMany();

    await givenCompensation({ state: 'approved' });
    expect((await see('otherAdmin', why)).text).toContain('ещё не выплачена');
    await closePayment('done');
    const again = await see('otherAdmin', why);
    expect(again.text).toContain('уже одобрено: 1 500,50 ₽');
    expect(again.buttons.flat()).toContain('Грубость');
  });

  test('warns when nobody could approve it', async () => {
    const alone = await see(
      'superadmin',
      compensationSendPlace.address({ historyId, reason: 'quality', kopecks: 100 }),
    );
    expect(alone.text).toContain('Решает: Дарья');
    await db.user.update({ where: { id: clinic.supremeDev.id }, data: { status: 'blocked' } });
    const nobody = await see(
      'superadmin',
      compensationSendPlace.address({ historyId, reason: 'quality', kopecks: 100 }),
    );
    await db.user.update({ where: { id: clinic.supremeDev.id }, data: { status: 'active' } });
    expect(nobody.text).toContain('Одобрить сейчас некому');
  });
});

describe('a compensation', () => {
  test('is decided by whoever may, never by its proposer; the words are masked as those of calls', async () => {
    const id = await givenCompensation({ words: WORDS });
    const card = compensationPlace.address({ compensationId: id });

    const mine = await see('admin', card);
    expect(mine.text).toContain(`💰 Компенсация №${id} · 1 500,50 ₽\nждёт решения\nЗвонок #${historyId}`);
    expect(mine.text).toContain(
      `За что: Долго ждал\n💬 «${WORDS}»\nПредложил(а): Анна, 24.11 12:00\nРешает: Игорь`,
    );
    expect(mine.buttons[0]).toEqual(['↩️ Отозвать']);

    const decider = await see('superadmin', card);
    expect(decider.text).toContain(WORDS);
    expect(decider.buttons[0]).toEqual(['✅ Одобрить', '✖️ Отклонить']);

    const other = await see('otherAdmin', card);
    expect(other.text).toContain('💬 «••• ждала два часа, •••»');
    expect(other.buttons[0]).toEqual([`☎️ Звонок #${historyId}`]);

    for (const who of ['operator', 'marketing'] as const)
      expect((await see(who, card)).text).toContain('недоступен');
  });

  test('of one’s own, or over the limit, says why there is no «Одобрить»', async () => {
    const own = compensationPlace.address({ compensationId: await givenCompensation({ by: 'superadmin' }) });
    const seen = await see('superadmin', own);
    expect(seen.text).toContain('Это ваше предложение: решает другой.');
    expect(seen.buttons[0]).toEqual(['↩️ Отозвать']);
    await db.compensation.deleteMany();

    const much = compensationPlace.address({
      compensationId: await givenCompensation({ amountKopecks: 6_000_000 }),
    });
    const over = await see('superadmin', much);
    expect(over.text).toContain('Одобрить сейчас некому');
    expect(over.text).toContain('Сумма больше вашего предела');
    expect(over.buttons[0]).toEqual(['✖️ Отклонить']);
  });

  test('asks once more, and says who pays until when; an old button says why not', async () => {
    const compensationId = await givenCompensation();
    const approve = compensationEndPlace.address({ compensationId, move: 'approve' });
    const asked = await see('superadmin', approve);
    expect(asked.text).toContain('Одобрить? Выплатит Анна до 27.11 21:00. Отменить решение нельзя.');
    expect(asked.buttons[0]).toEqual(['✅ Подтвердить', '✖️ Отмена']);

    expect((await see('admin', approve)).text).toContain('Так уже нельзя: ваша роль этого не позволяет');
    await db.compensation.update({
      where: { id: compensationId },
      data: { state: 'withdrawn', decidedById: clinic.admin.id, decidedAt: NOW },
    });
    expect((await see('superadmin', approve)).text).toContain(
      'Так уже нельзя: по этой компенсации уже решили',
    );
  });

  test('shows its payment: to whom it falls, late, done, failed or dropped', async () => {
    const card = compensationPlace.address({
      compensationId: await givenCompensation({ state: 'approved' }),
    });
    const toPay = await see('admin', card);
    expect(toPay.text).toContain('✅ Одобрил(а): Игорь, 24.11 12:00\nВыплатит Анна до 27.11 21:00');
    expect(toPay.buttons[0]?.[0]).toBe('✅ Выплачено');
    const late = await see('superadmin', card, { at: '2026-11-28T09:00:00Z' });
    expect(late.text).toContain('🔴 Не выплачено в срок: Анна, до 27.11 21:00');
    expect(late.buttons.flat()).not.toContain('✅ Выплачено');

    await closePayment('failed');
    expect((await see('admin', card)).text).toContain('⚠️ Выплатить не удалось: Анна, 26.11 12:00');
    await closePayment('cancelled');
    expect((await see('admin', card)).text).toContain('🗑 Выплату отменили 26.11 12:00');
    await closePayment('done');
    const paid = await see('admin', card);
    expect(paid.text).toContain('\nвыплачена\n');
    expect(paid.text).toContain('💸 Выплачено: Анна, 26.11 12:00');
  });
});

test('the assignment to pay it says how much, also to whom compensations are closed otherwise', async () => {
  const compensationId = await givenCompensation({ state: 'approved' });
  const { id: assignmentId } = await db.assignment.findFirstOrThrow({ where: { historyId } });
  const address = assignmentCardPlace.address({ assignmentId });
  await db.adminActionLog.create({ data: approvalLine(1, compensationId, assignmentId) });
  const payer = await see('admin', address);
  expect(payer.text).toContain('💰 1 500,50 ₽ · Долго ждал');
  expect(payer.text).toMatch(/История\n24\.11 12:00 · одобрено · Игорь$/);
  expect(payer.data[`💰 Компенсация №${compensationId}`]).toBe(
    compensationPlace.address({ compensationId }).data,
  );

  // Who took the call learns nothing of the clinic's money, unless he pays it.
  const call = callCardPlace.address({ historyId });
  expect((await see('operator', call)).text).not.toContain('Компенсация');
  await db.assignment.updateMany({ where: { historyId }, data: { ownerId: clinic.operator.id } });
  expect((await see('operator', call)).text).toContain('Компенсация');
  const operator = await see('operator', address);
  expect(operator.text).toContain('💰 1 500,50 ₽ · Долго ждал');
  expect(operator.buttons.flat()).not.toContain(`💰 Компенсация №${compensationId}`);
});

describe('«💰 Компенсации»', () => {
  test('shows what waits for me first, and every compensation in exactly one view', async () => {
    const waiting = await givenCompensation();
    historyId = (await givenCall(db)).historyId;
    const unpaid = await givenCompensation({ state: 'approved' });
    historyId = (await givenCall(db)).historyId;
    const paid = await givenCompensation({ state: 'approved' });
    await closePayment('done');
    historyId = (await givenCall(db)).historyId;
    const dropped = await givenCompensation({ state: 'approved' });
    await closePayment('cancelled');
    const refused = await givenCompensation({ state: 'refused' });

    const numbers = async (view: 'waiting' | 'unpaid' | 'paid' | 'closed') => {
      const { buttons } = await see('admin', compensationsPlace.address({ view, direction: 'on' }));
      return buttons.flatMap(([label = '']) => /^№(\d+)/.exec(label)?.slice(1).map(Number) ?? []);
    };
    expect(await numbers('waiting')).toEqual([waiting]);
    expect(await numbers('unpaid')).toEqual([unpaid]);
    expect(await numbers('paid')).toEqual([paid]);
    expect(await numbers('closed')).toEqual([refused, dropped]);

    const list = compensationsPlace.address({ view: 'waiting', direction: 'on' });
    const forMe = await see('superadmin', list);
    expect(forMe.text).toContain(`👉 №${waiting} · 1 500,50 ₽ — решите вы\n24.11 12:00 · Анна · Долго ждал`);
    expect(forMe.buttons).toContainEqual(['💸 Выплатить (1)', '✅ Выплачены (1)']);
    expect(forMe.buttons).toContainEqual(['📤 Для бухгалтерии']);
    const proposer = await see('admin', list);
    expect(proposer.text).toContain(`№${waiting} · 1 500,50 ₽ — ждёт решения`);
    expect(proposer.buttons.flat()).not.toContain('📤 Для бухгалтерии');
  });

  test('the menu tells who decides that somebody waits, and nobody else', async () => {
    await givenCompensation();
    expect((await see('superadmin', menuPlace.address({}))).text).toContain(
      '💰 Ждёт вашего решения: 1 компенсация',
    );
    expect((await see('admin', menuPlace.address({}))).text).not.toContain('💰');
    await db.compensation.deleteMany();
    expect((await see('superadmin', menuPlace.address({}))).text).not.toContain('💰');
  });
});

test('each limit is set by those above its role, and says what cannot be', async () => {
  expect((await see('superadmin', settingsPlace.address({}))).buttons).toContainEqual([
    '💰 Пределы компенсаций',
  ]);
  expect((await see('admin', settingsPlace.address({}))).buttons.flat()).not.toContain(
    '💰 Пределы компенсаций',
  );
  expect((await see('superadmin', compensationLimitsPlace.address({}))).text).toContain(
    'Предлагает администратор: 10 000 ₽\nПредлагает суперадмин: 50 000 ₽\nОдобряет суперадмин: 50 000 ₽',
  );
  const changed = async (who: 'superadmin' | 'supremeDev') =>
    (await see(who, compensationLimitsPlace.address({}))).buttons
      .flat()
      .filter((text) => text.startsWith('✏️'));
  expect(await changed('superadmin')).toEqual(['✏️ Предлагает администратор']);
  expect(await changed('supremeDev')).toHaveLength(3);
  const own = { limit: 'approve_superadmin' } as const;
  for (const address of [
    compensationLimitPlace.address(own),
    compensationLimitSavePlace.address({ ...own, kopecks: 9_000_000 }),
  ]) {
    const seen = await see('superadmin', address);
    expect(seen.text).toContain('Предел своей роли никто не меняет');
    expect(seen.buttons.flat()).not.toContain('✅ Сохранить');
  }
  const save = (kopecks: number) => compensationLimitSavePlace.address({ limit: 'propose_admin', kopecks });
  const possible = await see('superadmin', save(1_500_000));
  expect(possible.text).toContain('Предлагает администратор: 10 000 ₽ → 15 000 ₽');
  expect(possible.buttons[0]).toEqual(['✅ Сохранить', '✖️ Отмена']);
  const same = await see('superadmin', save(1_000_000));
  expect(same.text).toContain('Такой предел уже стоит: 10 000 ₽.');
  const crossed = await see('superadmin', save(15_000_000));
  expect(crossed.text).toContain('больше, чем одобрить');
  for (const seen of [same, crossed]) expect(seen.buttons.flat()).not.toContain('✅ Сохранить');
});

test('the log says in words who asked, who decided, how much and why', async () => {
  await db.adminActionLog.create({ data: approvalLine(2, 5, 7) });
  const { text } = await see('superadmin', auditLogPlace.address({}));
  expect(text).toContain(
    [
      `Одобрить компенсацию: №5 #${historyId}`,
      'компенсация: ждёт решения → одобрена',
      'сумма: 1 500,50 ₽',
      'за что: Цена вышла другой',
      'предложил(а): Анна',
      'решил(а): Игорь',
      'поручение: №7',
    ].join('\n'),
  );
});

test.each(LANGUAGES)('every screen is drawn in %s', async (language) => {
  const compensationId = await givenCompensation({ words: WORDS });
  const addresses = [
    compensationsPlace.address({ view: 'closed', direction: 'on' }),
    compensationPlace.address({ compensationId }),
    ...(['approve', 'refuse'] as const).map((move) => compensationEndPlace.address({ compensationId, move })),
  ];
  for (const address of addresses)
    expect((await see('superadmin', address, { language })).text).not.toMatch(/null|undefined|\{/);
});
