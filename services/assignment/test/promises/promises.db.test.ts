import { callMatchDue, promiseHeard } from '@perezvon/contracts';
import type { DbClient } from '@perezvon/db';
import { givenCall, somePhoneHash, testDatabase } from '@perezvon/db/testing';
import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hear } from '../support/received.js';
import { at, givenPromise, judge, promisedUntil, stateOf, TIMEZONE, type Hash } from './given-promise.js';

let db: DbClient;

beforeAll(async () => {
  ({ db } = await testDatabase());
});

type Said = Parameters<typeof givenCall>[1];

/** The clinic calls a number; heard at `now`. */
const dial = async (
  phone: Hash,
  time: string,
  talkDuration: number | null,
  now = at('12:10'),
  said: Said = {},
): Promise<number> => {
  const { historyId } = await givenCall(db, {
    callDate: at(time),
    direction: 'outbound',
    clientPhoneHash: phone,
    talkDuration,
    ...said,
  });
  await hear(db, callMatchDue.of({ historyId, revision: 1 }), now);
  return historyId;
};

describe('a promise', () => {
  test('waits until its time and a quarter of an hour is over, then it is broken', async () => {
    const id = await givenPromise(db);
    await judge(db, at('12:15'));
    expect(await stateOf(db, id)).toEqual({ state: 'open', by: null });
    await judge(db, at('12:16'));
    expect(await stateOf(db, id)).toEqual({ state: 'broken', by: null });
  });

  test('is kept by a call within the quarter of an hour, answered or not; a talk is told before an attempt', async () => {
    const phone = somePhoneHash();
    const id = await givenPromise(db, { phone });
    const attempt = await dial(phone, '11:00', 0);
    expect(await stateOf(db, id)).toEqual({ state: 'kept', by: attempt });
    const talk = await dial(phone, '12:15', 45);
    expect(await stateOf(db, id)).toEqual({ state: 'kept', by: talk });
  });

  test('is kept by a call to a voicemail, but that is no talk; times of a transcript are one', async () => {
    const phone = somePhoneHash();
    const id = await givenPromise(db, { phone });
    const isTalk = async () => (await db.callPromise.findUniqueOrThrow({ where: { historyId: id } })).isTalk;
    const voicemail = await dial(phone, '11:00', 40, at('11:05'), {
      turns: [
        { t: 0, speaker: 'client', text: 'Абонент не может ответить, оставьте сообщение после сигнала.' },
        { t: 9, speaker: 'operator', text: 'Здравствуйте, это клиника, перезвоните нам.' },
      ],
    });
    expect(await stateOf(db, id)).toEqual({ state: 'kept', by: voicemail });
    expect(await isTalk()).toBe(false);

    const talk = await dial(phone, '11:30', null, at('11:35'), {
      turns: [
        { t: 0, speaker: 'operator', text: 'Здравствуйте, это клиника, вы просили перезвонить.' },
        { t: 45, speaker: 'client', text: 'Да, запишите меня на завтра.' },
      ],
    });
    expect(await stateOf(db, id)).toEqual({ state: 'kept', by: talk });
    expect(await isTalk()).toBe(true);
  });

  test('is broken by a call that comes later, and remembers it', async () => {
    const phone = somePhoneHash();
    const id = await givenPromise(db, { phone });
    const late = await dial(phone, '12:16', 90, at('12:20'));
    expect(await stateOf(db, id)).toEqual({ state: 'broken', by: late });
  });

  test('is kept when the call is delivered long after it was made', async () => {
    const phone = somePhoneHash();
    const id = await givenPromise(db, { phone });
    await judge(db, at('12:30'));
    expect(await stateOf(db, id)).toMatchObject({ state: 'broken' });
    const talk = await dial(phone, '11:30', 45, at('18:00'));
    expect(await stateOf(db, id)).toEqual({ state: 'kept', by: talk });
  });

  test('is kept, too, by a call that was known before it', async () => {
    const phone = somePhoneHash();
    const talk = await dial(phone, '10:00', 45);
    expect(await stateOf(db, await givenPromise(db, { phone, now: at('15:00') }))).toEqual({
      state: 'kept',
      by: talk,
    });
  });

  test('is not kept by a call before it, nor by a call to somebody else', async () => {
    const phone = somePhoneHash();
    await dial(phone, '08:00', 45);
    const id = await givenPromise(db, { phone });
    await dial(somePhoneHash(), '10:00', 45);
    await judge(db, at('13:00'));
    expect(await stateOf(db, id)).toEqual({ state: 'broken', by: null });
  });

  test('is kept by a call to the other number that the client named', async () => {
    const other = somePhoneHash();
    const id = await givenPromise(db, { phone: null });
    await db.saidPhone.create({ data: { historyId: id, phoneHash: other } });
    const talk = await dial(other, '10:00', 45);
    expect(await stateOf(db, id)).toEqual({ state: 'kept', by: talk });
  });

  test('cannot be judged when the client’s number is hidden: it counts against nobody', async () => {
    const id = await givenPromise(db, { phone: null });
    await judge(db, at('13:00'));
    expect(await stateOf(db, id)).toEqual({ state: 'unverifiable', by: null });
  });

  test('without a time lasts until the clinic closes', async () => {
    const promise = { ...promisedUntil('20:00'), is_time_said: false };
    const { dueAt } = await db.callPromise.findUniqueOrThrow({
      where: { historyId: await givenPromise(db, { promise }) },
    });
    expect(dueAt).toEqual(at('21:00'));
  });

  test('moves and goes with the score of its call; heard twice, it is one', async () => {
    const phone = somePhoneHash();
    const id = await givenPromise(db, { phone });
    const talk = await dial(phone, '13:00', 45, at('13:05'));
    expect(await stateOf(db, id)).toEqual({ state: 'broken', by: talk });

    const again = promiseHeard.of({ historyIds: [id], timezone: TIMEZONE });
    await db.callScore.updateMany({ where: { historyId: id }, data: { promise: promisedUntil('14:00') } });
    await hear(db, again, at('13:10'));
    await hear(db, again, at('13:11'));
    expect(await stateOf(db, id)).toEqual({ state: 'kept', by: talk });

    await db.$executeRaw`UPDATE call_scores SET promise = NULL WHERE history_id = ${id}`;
    await hear(db, again, at('13:12'));
    expect(await db.callPromise.count({ where: { historyId: id } })).toBe(0);
  });
});

/** Minutes after nine, when it was promised; it was promised until noon. */
const NOON = 180;
const GRACE = 15;
interface Dialled {
  minute: number;
  talk: number;
}
const isInTime = ({ minute }: Dialled): boolean => minute > 0 && minute <= NOON + GRACE;
/** What the calls say, whatever the order in which they become known. */
const expected = (calls: readonly Dialled[]): { state: string; minute: number | null } => {
  const later = calls.filter(({ minute }) => minute > 0).toSorted((a, b) => a.minute - b.minute);
  const inTime = later.filter(isInTime);
  const answer = inTime.find(({ talk }) => talk >= 30) ?? inTime[0] ?? later[0];
  return { state: inTime.length > 0 ? 'kept' : 'broken', minute: answer?.minute ?? null };
};

test('the same calls say the same of a promise in whatever order they and it become known', async () => {
  const dialled = fc.record({
    minute: fc.integer({ min: -30, max: 400 }),
    talk: fc.constantFrom(0, 29, 30, 90),
  });
  const afterNine = (minute: number): Date => new Date(at('09:00').getTime() + minute * 60_000);
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(dialled, { maxLength: 4, selector: ({ minute }) => minute }),
      fc.nat({ max: 4 }),
      async (calls, before) => {
        const phone = somePhoneHash();
        const known = new Map<number, number>();
        const tell = async (some: readonly Dialled[]): Promise<void> => {
          for (const { minute, talk } of some) {
            const call = {
              callDate: afterNine(minute),
              direction: 'outbound',
              clientPhoneHash: phone,
            } as const;
            const { historyId } = await givenCall(db, { ...call, talkDuration: talk });
            known.set(historyId, minute);
            await hear(db, callMatchDue.of({ historyId, revision: 1 }), at('18:00'));
          }
        };
        await tell(calls.slice(0, before));
        const id = await givenPromise(db, { phone, now: at('18:00') });
        await tell(calls.slice(before));
        const { state, by } = await stateOf(db, id);
        expect({ state, minute: by === null ? null : known.get(by) }).toEqual(expected(calls));
      },
    ),
    // A call that begins with the one in which it is promised answers nothing, whatever its number.
    {
      numRuns: 25,
      examples: [
        [[{ minute: 0, talk: 90 }], 0],
        [[{ minute: 0, talk: 90 }], 1],
      ],
    },
  );
});
