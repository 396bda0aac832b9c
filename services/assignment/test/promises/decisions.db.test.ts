import { assignmentCreate, promiseDismiss, promiseHeard } from '@perezvon/contracts';
import { withTransaction, type DbClient } from '@perezvon/db';
import {
  givenCall,
  givenClinic,
  givenScore,
  somePhoneHash,
  testDatabase,
  until,
  type Clinic,
} from '@perezvon/db/testing';
import { outboxMessages } from '@perezvon/messaging/testing';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { openAssignment } from '../../src/open-assignment.js';
import { hear, newId, receive } from '../support/received.js';
import { at, givenPromise, judge, promisedUntil, stateOf, TIMEZONE } from './given-promise.js';

let db: DbClient;
let clinic: Clinic;

beforeAll(async () => {
  ({ db } = await testDatabase());
  clinic = await givenClinic(db);
});

describe('what becomes of it', () => {
  const dismiss = (historyId: number, actorId: number, now: Date) =>
    receive(db, promiseDismiss.of({ historyId }, { id: newId(), actorId, at: now }), now);
  const lastAnswer = async () => (await outboxMessages(db)).at(-1)?.payload;

  test('a callback for its call is the callback that it became', async () => {
    const id = await givenPromise(db);
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
    const id = await givenPromise(db);
    await dismiss(id, clinic.operator.id, at('09:30'));
    expect(await lastAnswer()).toMatchObject({ reason: 'permission.missing' });
    await dismiss(id, clinic.admin.id, at('09:31'));
    expect(await lastAnswer()).toMatchObject({
      action: 'promise.dismiss',
      after: { promiseState: 'open', promiseDismissed: true },
    });
    await dismiss(id, clinic.admin.id, at('09:32'));
    expect(await lastAnswer()).toMatchObject({ reason: 'promise.not_waiting' });
    await judge(db, at('13:00'));
    expect(await stateOf(db, id)).toEqual({ state: 'broken', by: null });
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
