import type { DbClient } from '@perezvon/db';
import {
  clockAt,
  givenCall,
  givenClinic,
  givenScore,
  somePhoneHash,
  testDatabase,
  type Clinic,
} from '@perezvon/db/testing';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Address } from '../../src/screens/define-place.js';
import { assignKindPlace } from '../../src/screens/places/assignments.js';
import { callListPlace, clientCallsPlace, wholeList } from '../../src/screens/places/calls.js';
import { topCallsPlace } from '../../src/screens/places/top.js';
import { assignmentCardPlace, callCardPlace } from '../../src/screens/places/work.js';
import { seeScreen, type Seen } from '../support/draw.js';
import { personOf } from '../support/people.js';

const now = clockAt('2026-11-24T12:00:00Z');
/** A moment of today, by UTC. */
const at = (time: string): Date => new Date(`2026-11-24T${time}:00Z`);

let db: DbClient;
let clinic: Clinic;
beforeAll(async () => {
  ({ db } = await testDatabase());
  clinic = await givenClinic(db);
});

const see = (who: keyof Clinic, address: Address): Promise<Seen> =>
  seeScreen(db, personOf(clinic[who]), address, { now });
type Hash = ReturnType<typeof somePhoneHash>;

describe('the card of a callback', () => {
  const open = async (phone: Hash | null, given: object = {}): Promise<number> => {
    const { historyId } = await givenCall(db, { callDate: at('07:00'), clientPhoneHash: phone });
    const { id } = await db.assignment.create({
      data: {
        historyId,
        kind: 'callback',
        ownerId: clinic.operator.id,
        givenById: clinic.admin.id,
        dueAt: at('15:00'),
        openedAt: at('08:00'),
        updatedAt: at('08:00'),
        ...given,
      },
    });
    return id;
  };
  const dial = async (assignmentId: number, time: string, talkDuration: number, operator = 'op-1') => {
    const call = await givenCall(db, { callDate: at(time), direction: 'outbound', talkDuration, operator });
    const { historyId, callDate } = call;
    await db.assignmentCall.create({
      data: { assignmentId, historyId, callDate, isProof: talkDuration >= 30 },
    });
    return call;
  };
  const done = { state: 'done', closedAt: at('11:00'), result: 'thinking' } as const;
  const textOf = async (id: number) =>
    (await see('admin', assignmentCardPlace.address({ assignmentId: id }))).text;

  test('counts the attempts that came to nothing since it was given', async () => {
    const id = await open(somePhoneHash());
    await dial(id, '07:30', 0);
    for (const time of ['08:30', '09:10', '10:05']) await dial(id, time, 0);
    expect(await textOf(id)).toContain('📵 3 попытки, не дозвонились. Последняя 24.11 13:05');
  });

  test('says how the talk ended that proves it, and opens it for who may read it', async () => {
    const id = await open(somePhoneHash());
    await dial(id, '09:00', 0);
    const proof = await dial(id, '10:05', 130, 'op-2');
    await givenScore(db, proof, { outcome: 'record', complaintRiskFlag: false, followupNeededFlag: false });
    await db.assignment.update({
      where: { id },
      data: { ...done, result: null, verifiedByCall: proof.historyId, verifiedAt: at('11:00') },
    });
    const seen = await see('admin', assignmentCardPlace.address({ assignmentId: id }));
    expect(seen.text).toContain(`Итог: записался, 24.11 14:00 (подтверждено звонком #${proof.historyId})`);
    expect(seen.text).toContain('☎️ Разговор 24.11 13:05, 2:10\n');
    expect(seen.text).toContain('Дозвонились не сразу: до этого 1 попытка');
    expect(seen.buttons.flat()).toContain(`☎️ Подтверждение #${proof.historyId}`);
    // What its owner says stands beside what the call says.
    await db.assignment.update({ where: { id }, data: { result: 'thinking' } });
    expect(await textOf(id)).toMatch(/Итог: Думает.+\n☎️ Разговор 24.11 13:05, 2:10 · по разбору: записался/);
    // Somebody else's call is not his to read.
    const owner = await see('operator', assignmentCardPlace.address({ assignmentId: id }));
    expect(owner.buttons.flat()).not.toContain(`☎️ Подтверждение #${proof.historyId}`);
  });

  test('said to be done without a call says so; where no call can prove it, that too', async () => {
    expect(await textOf(await open(somePhoneHash(), done))).toContain(
      'Исходящего звонка этому клиенту после поручения нет.',
    );
    expect(await textOf(await open(null, done))).toContain('Номер клиента скрыт');
  });
});

describe('a client who has to call again', () => {
  let first: number;
  let second: number;
  beforeAll(async () => {
    const phone = somePhoneHash();
    const worst = await givenCall(db, {
      callDate: at('09:00'),
      createdAt: at('09:30'),
      clientPhoneHash: somePhoneHash(),
    });
    await givenScore(db, worst, { complaintRiskScore: 100, followupNeededFlag: false });
    const calls = [];
    for (const [index, time] of ['05:00', '06:00'].entries()) {
      const call = await givenCall(db, {
        callDate: at(time),
        createdAt: at('09:30'),
        clientPhoneHash: phone,
      });
      const risk = { complaintRiskScore: 70, churnRiskScore: 0, followupNeededFlag: false };
      await givenScore(db, call, { ...risk, clientCallNumber: index + 1 });
      calls.push(call.historyId);
    }
    [first = 0, second = 0] = calls;
  });

  test('stands above worse complaints, marked, in the list and in «Топ-5»', async () => {
    const list = await see('admin', callListPlace.address(wholeList('complaint', 7)));
    expect(list.buttons[0]).toEqual([`#${second} · 24.11 09:00 · 70`]);
    expect(list.text).toContain('🔁 2-й звонок · 👤 без ответственного');
    const top = await see('admin', topCallsPlace.address({ days: 7 }));
    expect(top.text).toContain(`1. #${second}`);
    expect(top.text).toContain('🔁 2-й звонок · 🔴');
  });

  test('is told with his other calls on the card, and before one of them is given away', async () => {
    const card = await see('admin', callCardPlace.address({ historyId: second }));
    expect(card.text).toContain('🔁 2-й звонок клиента за 30 дней · всего с исходящими: 2');
    expect(card.buttons.flat()).toContain('🔁 Звонки клиента (1)');
    const assign = await see('admin', assignKindPlace.address({ historyId: first }));
    expect(assign.text).toContain('🔁 У клиента ещё 1 звонок за 30 дней (жалоб: 1, поручено: 0)');
    const calls = await see('admin', clientCallsPlace.address({ historyId: second }));
    expect(calls.text).toContain(`🔴 24.11 08:00 · #${first} · входящий 1:00 · жалоба`);
    expect(calls.buttons[0]).toEqual([`#${first} · 24.11 08:00`]);
  });

  test('is no news on the card of an operator: he reads his own calls only', async () => {
    const card = await see('operator', callCardPlace.address({ historyId: second }));
    expect(card.buttons.flat().join()).not.toContain('Звонки клиента');
  });
});
