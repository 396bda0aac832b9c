import type { DbClient, Prisma } from '@perezvon/db';
import { clockAt, givenCall, givenClinic, givenScore, testDatabase, type Clinic } from '@perezvon/db/testing';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { operatorKey } from '../../src/domain/operator-key.js';
import type { Address } from '../../src/screens/define-place.js';
import { assignmentsPlace } from '../../src/screens/places/assignments.js';
import { operatorPagePlace } from '../../src/screens/places/operators.js';
import { promisePlace, promisesPlace } from '../../src/screens/places/promises.js';
import { callCardPlace } from '../../src/screens/places/work.js';
import { seeScreen, type Seen } from '../support/draw.js';
import { personOf } from '../support/people.js';

/** Noon of Tuesday, 24 November 2026, in Moscow. */
const now = clockAt('2026-11-24T09:00:00Z');
const at = (time: string, day = '24'): Date => new Date(`2026-11-${day}T${time}:00+03:00`);

let db: DbClient;
let clinic: Clinic;
beforeAll(async () => {
  ({ db } = await testDatabase());
  clinic = await givenClinic(db);
  await db.user.update({ where: { id: clinic.operator.id }, data: { operatorCode: 'op-1' } });
});

const see = (who: keyof Clinic, address: Address): Promise<Seen> =>
  seeScreen(db, personOf(clinic[who]), address, { now });
const seeList = (): Promise<Seen> => see('admin', promisesPlace.address({ page: 0 }));
const seeOne = (historyId: number): Promise<Seen> => see('admin', promisePlace.address({ historyId }));

const givenPromise = async (
  dueAt: Date,
  overrides: Partial<Prisma.CallPromiseUncheckedCreateInput> = {},
): Promise<number> => {
  const call = await givenCall(db, { callDate: at('09:00') });
  const { historyId, callDate } = call;
  await givenScore(db, call, {
    promise: {
      turn: 2,
      t: 20,
      quote: 'Светлана Юрьевна, наберу вас по номеру 8 903 123 45 67',
      due_at: dueAt.toISOString(),
      is_time_said: true,
    },
  });
  await db.callPromise.create({
    data: { historyId, callDate, operator: 'op-1', dueAt, isTimeSaid: true, ...overrides },
  });
  return historyId;
};

const dial = async (time: string, talkDuration: number): Promise<number> =>
  (await givenCall(db, { callDate: at(time), direction: 'outbound', talkDuration })).historyId;

const nameOf = ({ firstName, lastName }: { firstName: string; lastName: string | null }): string =>
  lastName === null ? firstName : `${firstName} ${lastName}`;

describe('«🤝 Обещания»', () => {
  let broken: number;
  let waiting: number;
  let evening: number;
  beforeAll(async () => {
    waiting = await givenPromise(at('15:00'));
    broken = await givenPromise(at('11:00'), { state: 'broken' });
    evening = await givenPromise(at('21:00'), { isTimeSaid: false, operator: 'op-9' });
    // What nobody has to decide any more.
    const call = await dial('11:30', 0);
    await givenPromise(at('11:00'), { state: 'broken', keptByCall: call });
    await givenPromise(at('10:00'), { state: 'kept', keptByCall: call });
    await givenPromise(at('15:00'), { dismissedAt: at('11:00') });
    await givenPromise(at('11:59', '22'), { state: 'broken' });
  });

  test('shows what nobody has kept, been given or dropped, the broken first; old stories are left alone', async () => {
    const { text, buttons } = await seeList();
    const name = nameOf(clinic.operator);
    expect(text).toBe(
      [
        '🤝 Обещали перезвонить · 3',
        '',
        `🔴 до 24.11 11:00 · ${name} · #${broken}`,
        `⏳ до 24.11 15:00 · ${name} · #${waiting}`,
        `⏳ до конца дня 24.11 · op-9 · #${evening}`,
      ].join('\n'),
    );
    expect(buttons.slice(0, 3).flat()).toEqual([
      `🔴 до 24.11 11:00 · #${broken}`,
      `⏳ до 24.11 15:00 · #${waiting}`,
      `⏳ до конца дня 24.11 · #${evening}`,
    ]);
  });

  test('stands in «📋 Поручения» of who manages assignments', async () => {
    const address = assignmentsPlace.address({ view: 'mine', direction: 'on' });
    expect((await see('admin', address)).buttons.flat()).toContain('🤝 Обещания (3)');
    expect((await see('operator', address)).buttons.flat().join()).not.toContain('🤝');
  });

  test('one tap leads to the callback, with who promised and until when', async () => {
    const { text, buttons, data } = await seeOne(waiting);
    expect(text).toContain('🤝 Обещали перезвонить до 24.11 15:00: ждём звонка');
    const assign = `👤 ${nameOf(clinic.operator)}, до 24.11 15:00`;
    expect(buttons.slice(0, 2)).toEqual([[assign], ['🙅 Не нужно']]);
    const summary = await see('admin', { data: data[assign] ?? '' });
    expect(summary.text).toContain(nameOf(clinic.operator));
    expect(summary.text).toContain('24.11 15:00');
    expect(summary.buttons.flat()).toContain('✅ Подтвердить');
  });

  test('a promise whose time is over is to be made good within an hour; without a person somebody is chosen', async () => {
    expect((await seeOne(broken)).buttons[0]).toEqual([`👤 ${nameOf(clinic.operator)}, до 24.11 13:00`]);
    expect((await seeOne(evening)).buttons[0]).toEqual(['👤 Назначить перезвон']);
  });

  test('the words are shown as far as the reader may see them', async () => {
    expect((await seeOne(waiting)).text).not.toContain('123 45 67');
  });
});

describe('what came of a promise', () => {
  const lineOf = async (dueAt: Date, overrides: Parameters<typeof givenPromise>[1]) => {
    const historyId = await givenPromise(dueAt, overrides);
    const { text } = await see('admin', callCardPlace.address({ historyId }));
    return text.split('\n').find((line) => line.startsWith('🤝'));
  };

  test('is told on the card of its call: talked, tried, too late, not at all', async () => {
    const talk = await dial('09:40', 90);
    const attempt = await dial('09:50', 40);
    const until = '🤝 Обещали перезвонить до 24.11 10:00: ';
    const due = at('10:00');
    expect(await lineOf(due, { state: 'kept', keptByCall: talk, isTalk: true })).toBe(
      `${until}🟢 дозвонились 24.11 09:40 (#${talk})`,
    );
    expect(await lineOf(due, { state: 'kept', keptByCall: attempt })).toBe(
      `${until}🟡 звонили 24.11 09:50, не дозвонились (#${attempt})`,
    );
    const late = await dial('11:00', 90);
    expect(await lineOf(due, { state: 'broken', keptByCall: late })).toBe(
      `${until}🔴 перезвонили позже срока, 24.11 11:00 (#${late})`,
    );
    expect(await lineOf(due, { state: 'broken' })).toBe(`${until}🔴 не перезвонили`);
    expect(await lineOf(due, { state: 'open' })).toBe(`${until}срок вышел, звонка пока нет`);
  });

  test('is counted for its operator with its base; a share of a handful is not told', async () => {
    const talk = await dial('09:40', 90);
    const operator = 'op-7';
    await givenPromise(at('10:00'), { operator, state: 'kept', keptByCall: talk, isTalk: true });
    await givenPromise(at('10:00'), { operator, state: 'broken' });
    await givenPromise(at('10:00'), { operator, state: 'unverifiable' });
    await givenPromise(at('20:00'), { operator });
    await db.call.updateMany({ where: { promise: { operator } }, data: { operator } });
    const address = operatorPagePlace.address({ operator: operatorKey(operator), span: 'week' });
    expect((await see('admin', address)).text).toContain(
      [
        '🤝 Обещания сдержаны: 1 из 2 (меньше 30: доля ничего не скажет)',
        '· дозвонились: 1, перезвонили позже срока: 0',
        '· срок впереди: 1, проверить нельзя: 1',
      ].join('\n'),
    );
    const call = {
      direction: 'inbound',
      contentHash: Buffer.alloc(32),
      callDate: at('09:00'),
      operator,
    } as const;
    const more = Array.from({ length: 28 }, (_, index) => 1_900_000 + index);
    await db.call.createMany({ data: more.map((historyId) => ({ ...call, historyId })) });
    await db.callPromise.createMany({
      data: more.map((historyId) => ({
        historyId,
        operator,
        callDate: at('09:00'),
        dueAt: at('10:00'),
        isTimeSaid: true,
        state: 'kept' as const,
        keptByCall: talk,
        isTalk: true,
      })),
    });
    expect((await see('admin', address)).text).toContain('🤝 Обещания сдержаны: 29 из 30 · 97 %');
  });
});
