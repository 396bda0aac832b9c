import {
  assignmentCreate,
  callMatchDue,
  promiseDismiss,
  promiseHeard,
  type CallbackPromise,
} from '@perezvon/contracts';
import { withTransaction, type DbClient } from '@perezvon/db';
import {
  givenCall,
  givenClinic,
  givenScore,
  silentLog,
  somePhoneHash,
  testDatabase,
  until,
  type Clinic,
} from '@perezvon/db/testing';
import { outboxMessages } from '@perezvon/messaging/testing';
import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openAssignment } from '../../src/open-assignment.js';
import { judgeOverdue } from '../../src/promises/judge-overdue.js';
import { hear, newId, receive } from '../support/received.js';

/** A moment of Tuesday, 24 November 2026, in Moscow. */
const at = (time: string): Date => new Date(`2026-11-24T${time}:00+03:00`);
const TIMEZONE = 'Europe/Moscow';

let db: DbClient;
let clinic: Clinic;

beforeAll(async () => {
  ({ db } = await testDatabase());
  clinic = await givenClinic(db);
});

type Hash = ReturnType<typeof somePhoneHash>;
const judge = (now: Date) => judgeOverdue({ db, now: () => now, log: silentLog });

const promisedUntil = (time: string): CallbackPromise => ({
  turn: 4,
  t: 40,
  quote: 'перезвоню вам',
  due_at: at(time).toISOString(),
  is_time_said: true,
});

/** Somebody says at nine that he will call back until noon; heard at `now`. */
const givenPromise = async ({
  phone = somePhoneHash(),
  now = at('09:10'),
  promise = promisedUntil('12:00'),
}: { phone?: Hash | null; now?: Date; promise?: CallbackPromise } = {}): Promise<number> => {
  const call = await givenCall(db, { callDate: at('09:00'), clientPhoneHash: phone });
  const { historyId } = call;
  await givenScore(db, call, { promise });
  await hear(db, promiseHeard.of({ historyIds: [historyId], timezone: TIMEZONE }), now);
  return historyId;
};

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

const stateOf = async (historyId: number) => {
  const { state, keptByCall } = await db.callPromise.findUniqueOrThrow({ where: { historyId } });
  return { state, by: keptByCall === null ? null : Number(keptByCall) };
};

describe('a promise', () => {
  test('waits until its time and a quarter of an hour is over, then it is broken', async () => {
    const id = await givenPromise();
    await judge(at('12:15'));
    expect(await stateOf(id)).toEqual({ state: 'open', by: null });
    await judge(at('12:16'));
    expect(await stateOf(id)).toEqual({ state: 'broken', by: null });
  });

  test('is kept by a call within the quarter of an hour, answered or not; a talk is told before an attempt', async () => {
    const phone = somePhoneHash();
    const id = await givenPromise({ phone });
    const attempt = await dial(phone, '11:00', 0);
    expect(await stateOf(id)).toEqual({ state: 'kept', by: attempt });
    const talk = await dial(phone, '12:15', 45);
    expect(await stateOf(id)).toEqual({ state: 'kept', by: talk });
  });

  test('is kept by a call to a voicemail, but that is no talk; times of a transcript are one', async () => {
    const phone = somePhoneHash();
    const id = await givenPromise({ phone });
    const isTalk = async () => (await db.callPromise.findUniqueOrThrow({ where: { historyId: id } })).isTalk;
    const voicemail = await dial(phone, '11:00', 40, at('11:05'), {
      turns: [
        { t: 0, speaker: 'client', text: 'Абонент не может ответить, оставьте сообщение после сигнала.' },
        { t: 9, speaker: 'operator', text: 'Здравствуйте, это клиника, перезвоните нам.' },
      ],
    });
    expect(await stateOf(id)).toEqual({ state: 'kept', by: voicemail });
    expect(await isTalk()).toBe(false);

    const talk = await dial(phone, '11:30', null, at('11:35'), {
      turns: [
        { t: 0, speaker: 'operator', text: 'Здравствуйте, это клиника, вы просили перезвонить.' },
        { t: 45, speaker: 'client', text: 'Да, запишите меня на завтра.' },
      ],
    });
    expect(await stateOf(id)).toEqual({ state: 'kept', by: talk });
    expect(await isTalk()).toBe(true);
  });

  test('is broken by a call that comes later, and remembers it', async () => {
    const phone = somePhoneHash();
    const id = await givenPromise({ phone });
    const late = await dial(phone, '12:16', 90, at('12:20'));
    expect(await stateOf(id)).toEqual({ state: 'broken', by: late });
  });

  test('is kept when the call is delivered long after it was made', async () => {
    const phone = somePhoneHash();
    const id = await givenPromise({ phone });
    await judge(at('12:30'));
    expect(await stateOf(id)).toMatchObject({ state: 'broken' });
    const talk = await dial(phone, '11:30', 45, at('18:00'));
    expect(await stateOf(id)).toEqual({ state: 'kept', by: talk });
  });

  test('is kept, too, by a call that was known before it', async () => {
    const phone = somePhoneHash();
    const talk = await dial(phone, '10:00', 45);
    expect(await stateOf(await givenPromise({ phone, now: at('15:00') }))).toEqual({
      state: 'kept',
      by: talk,
    });
  });

  test('is not kept by a call before it, nor by a call to somebody else', async () => {
    const phone = somePhoneHash();
    await dial(phone, '08:00', 45);
    const id = await givenPromise({ phone });
    await dial(somePhoneHash(), '10:00', 45);
    await judge(at('13:00'));
    expect(await stateOf(id)).toEqual({ state: 'broken', by: null });
  });

  test('is kept by a call to the other number that the client named', async () => {
    const other = somePhoneHash();
    const id = await givenPromise({ phone: null });
    await db.saidPhone.create({ data: { historyId: id, phoneHash: other } });
    const talk = await dial(other, '10:00', 45);
    expect(await stateOf(id)).toEqual({ state: 'kept', by: talk });
  });

  test('cannot be judged when the client’s number is hidden: it counts against nobody', async () => {
    const id = await givenPromise({ phone: null });
    await judge(at('13:00'));
    expect(await stateOf(id)).toEqual({ state: 'unverifiable', by: null });
  });

  test('without a time lasts until the clinic closes', async () => {
    const promise = { ...promisedUntil('20:00'), is_time_said: false };
    const { dueAt } = await db.callPromise.findUniqueOrThrow({
      where: { historyId: await givenPromise({ promise }) },
    });
    expect(dueAt).toEqual(at('21:00'));
  });

  test('moves and goes with the score of its call; heard twice, it is one', async () => {
    const phone = somePhoneHash();
    const id = await givenPromise({ phone });
    const talk = await dial(phone, '13:00', 45, at('13:05'));
    expect(await stateOf(id)).toEqual({ state: 'broken', by: talk });

    const again = promiseHeard.of({ historyIds: [id], timezone: TIMEZONE });
    await db.callScore.updateMany({ where: { historyId: id }, data: { promise: promisedUntil('14:00') } });
    await hear(db, again, at('13:10'));
    await hear(db, again, at('13:11'));
    expect(await stateOf(id)).toEqual({ state: 'kept', by: talk });

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
        const id = await givenPromise({ phone, now: at('18:00') });
        await tell(calls.slice(before));
        const { state, by } = await stateOf(id);
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

describe('what becomes of it', () => {
  const dismiss = (historyId: number, actorId: number, now: Date) =>
    receive(db, promiseDismiss.of({ historyId }, { id: newId(), actorId, at: now }), now);
  const lastAnswer = async () => (await outboxMessages(db)).at(-1)?.payload;

  test('a callback for its call is the callback that it became', async () => {
    const id = await givenPromise();
    await receive(
      db,
      assignmentCreate.of(
        { historyId: id, kind: 'callback', ownerId: clinic.operator.id, dueAt: at('12:00').toISOString() },
        { id: newId(), actorId: clinic.admin.id, at: at('09:30') },
      ),
      at('09:30'),
    );
    const { id: assignmentId } = await db.assignment.findFirstOrThrow({ where: { historyId: id } });
    expect(await db.callPromise.findUnique({ where: { historyId: id } })).toMatchObject({ assignmentId });
    await dismiss(id, clinic.admin.id, at('09:40'));
    expect(await lastAnswer()).toMatchObject({ reason: 'promise.not_waiting' });
  });

  test('«Не нужно» is said once, by who manages assignments, and stays in the log; it still counts', async () => {
    const id = await givenPromise();
    await dismiss(id, clinic.operator.id, at('09:30'));
    expect(await lastAnswer()).toMatchObject({ reason: 'permission.missing' });
    await dismiss(id, clinic.admin.id, at('09:31'));
    expect(await lastAnswer()).toMatchObject({
      action: 'promise.dismiss',
      after: { promiseState: 'open', promiseDismissed: true },
    });
    await dismiss(id, clinic.admin.id, at('09:32'));
    expect(await lastAnswer()).toMatchObject({ reason: 'promise.not_waiting' });
    await judge(at('13:00'));
    expect(await stateOf(id)).toEqual({ state: 'broken', by: null });
  });
});

test('a callback that is given while its promise is being heard belongs to it', async () => {
  const call = await givenCall(db, { callDate: at('09:00'), clientPhoneHash: somePhoneHash() });
  const { historyId } = call;
  await givenScore(db, call, { promise: promisedUntil('12:00') });
  const given = { ownerId: clinic.operator.id, givenById: clinic.admin.id, dueAt: at('12:00') };
  const opening = {
    ...given,
    historyId,
    kind: 'callback',
    noteId: null,
    channel: null,
    training: null,
  } as const;

  const { opened, hearing } = await withTransaction(db, async (tx) => {
    const one = await openAssignment(tx, opening, at('09:10'));
    const heard = hear(db, promiseHeard.of({ historyIds: [historyId], timezone: TIMEZONE }), at('09:10'));
    const isHeardOrWaits = async () => {
      const [waiting] = await db.$queryRaw<{ count: number }[]>`
        SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      return waiting?.count === 1 || (await db.callPromise.count({ where: { historyId } })) === 1;
    };
    await until(isHeardOrWaits, { what: 'the promise to be heard, or to wait' });
    return { opened: one, hearing: heard };
  });
  await hearing;
  expect(opened).toMatchObject({ kind: 'opened' });
  expect(await db.callPromise.findUnique({ where: { historyId } })).toMatchObject({
    assignmentId: opened.kind === 'opened' ? opened.id : null,
  });
});
