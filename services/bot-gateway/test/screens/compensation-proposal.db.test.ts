import type { DbClient } from '@perezvon/db';
import { givenCall, givenClinic, givenScore, testDatabase, type Clinic } from '@perezvon/db/testing';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  compensationAmountPlace,
  compensationPlace,
  compensationReasonPlace,
  compensationSendPlace,
} from '../../src/screens/places/compensations.js';
import { callCardPlace } from '../../src/screens/places/work.js';
import { closePayment, givenCompensation, moneySeer, type SeeMoney } from '../support/given-compensation.js';

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
    const id = await given();
    const why = compensationReasonPlace.address({ historyId });
    const waiting = await see('otherAdmin', why);
    expect(waiting.text).toContain('одна компенсация уже ждёт решения');
    expect(waiting.data[`💰 Компенсация №${id}`]).toBe(
      compensationPlace.address({ compensationId: id }).data,
    );
    await db.compensation.deleteMany();

    await given({ state: 'approved' });
    expect((await see('otherAdmin', why)).text).toContain('ещё не выплачена');
    await closePayment(db, historyId, 'done');
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
