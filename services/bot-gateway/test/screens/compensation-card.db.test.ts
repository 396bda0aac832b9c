import type { DbClient } from '@perezvon/db';
import { givenCall, givenClinic, givenScore, testDatabase, type Clinic } from '@perezvon/db/testing';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { compensationEndPlace, compensationPlace } from '../../src/screens/places/compensations.js';
import { assignmentCardPlace, callCardPlace } from '../../src/screens/places/work.js';
import {
  approvalLine,
  closePayment,
  COMPENSATION_DAY,
  givenCompensation,
  moneySeer,
  type SeeMoney,
} from '../support/given-compensation.js';

const WORDS = 'Марья Ивановна ждала два часа, +7 916 123-45-67';

let db: DbClient;
let clinic: Clinic;
let historyId: number;
let see: SeeMoney;
beforeAll(async () => {
  ({ db } = await testDatabase());
  clinic = await givenClinic(db);
  see = moneySeer({ db, clinic });
});
beforeEach(async () => {
  await db.compensation.deleteMany();
  await db.setting.deleteMany();
  const call = await givenCall(db);
  await givenScore(db, call);
  ({ historyId } = call);
});

const given = (proposal: Partial<Parameters<typeof givenCompensation>[1]> = {}): Promise<number> =>
  givenCompensation({ db, clinic }, { historyId, ...proposal });

describe('a compensation', () => {
  test('is decided by whoever may, never by its proposer; the words are masked as those of calls', async () => {
    const id = await given({ words: WORDS });
    const card = compensationPlace.address({ compensationId: id });

    const mine = await see('admin', card);
    expect(mine.text).toContain(`💰 Компенсация №${id} · 1 500,50 ₽\nждёт решения\nЗвонок #${historyId}`);
    expect(mine.text).toContain(
      `За что: Долго ждал\n💬 «${WORDS}»\nПредложил(а): Анна, 24.11 12:00\n⏳ Ждёт решения с 24.11 12:00. Если за 4 рабочих часа не решат, напомним тем, кто решает.\nРешает: Игорь`,
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
    const own = compensationPlace.address({ compensationId: await given({ by: 'superadmin' }) });
    const seen = await see('superadmin', own);
    expect(seen.text).toContain('Это ваше предложение: решает другой.');
    expect(seen.buttons[0]).toEqual(['↩️ Отозвать']);
    await db.compensation.deleteMany();

    const much = compensationPlace.address({
      compensationId: await given({ amountKopecks: 6_000_000 }),
    });
    const over = await see('superadmin', much);
    expect(over.text).toContain('Одобрить сейчас некому');
    expect(over.text).toContain('Сумма больше вашего предела');
    expect(over.buttons[0]).toEqual(['✖️ Отклонить']);
  });

  test('asks once more, and says who pays until when; an old button says why not', async () => {
    const compensationId = await given();
    const approve = compensationEndPlace.address({ compensationId, move: 'approve' });
    const asked = await see('superadmin', approve);
    expect(asked.text).toContain('Одобрить? Выплатит Анна до 27.11 21:00. Отменить решение нельзя.');
    expect(asked.buttons[0]).toEqual(['✅ Подтвердить', '✖️ Отмена']);

    expect((await see('admin', approve)).text).toContain('Так уже нельзя: ваша роль этого не позволяет');
    await db.compensation.update({
      where: { id: compensationId },
      data: { state: 'withdrawn', decidedById: clinic.admin.id, decidedAt: COMPENSATION_DAY },
    });
    expect((await see('superadmin', approve)).text).toContain(
      'Так уже нельзя: по этой компенсации уже решили',
    );
  });

  test('shows its payment: to whom it falls, late, done, failed or dropped', async () => {
    const card = compensationPlace.address({
      compensationId: await given({ state: 'approved' }),
    });
    const toPay = await see('admin', card);
    expect(toPay.text).toContain('✅ Одобрил(а): Игорь, 24.11 12:00\nВыплатит Анна до 27.11 21:00');
    expect(toPay.buttons[0]?.[0]).toBe('✅ Выплачено');
    const late = await see('superadmin', card, { at: '2026-11-28T09:00:00Z' });
    expect(late.text).toContain('🔴 Не выплачено в срок: Анна, до 27.11 21:00');
    expect(late.buttons.flat()).not.toContain('✅ Выплачено');

    await closePayment(db, historyId, 'failed');
    expect((await see('admin', card)).text).toContain('⚠️ Выплатить не удалось: Анна, 26.11 12:00');
    await closePayment(db, historyId, 'cancelled');
    expect((await see('admin', card)).text).toContain('🗑 Выплату отменили 26.11 12:00');
    await closePayment(db, historyId, 'done');
    const paid = await see('admin', card);
    expect(paid.text).toContain('\nвыплачена\n');
    expect(paid.text).toContain('💸 Выплачено: Анна, 26.11 12:00');
  });
});

test('the assignment to pay it says how much, also to whom compensations are closed otherwise', async () => {
  const compensationId = await given({ state: 'approved' });
  const { id: assignmentId } = await db.assignment.findFirstOrThrow({ where: { historyId } });
  const address = assignmentCardPlace.address({ assignmentId });
  await db.adminActionLog.create({
    data: approvalLine(clinic, { seq: 1, historyId, compensationId, assignmentId }),
  });
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
