import { actionDenied, adminAction, type EventBody } from '@perezvon/contracts';
import { withTransaction, type DbClient } from '@perezvon/db';
import { givenClinic, testDatabase, type Clinic } from '@perezvon/db/testing';
import { insertEvents } from '@perezvon/messaging';
import { beforeAll, expect, test } from '@jest/globals';
import { findSteps } from '../../src/queries/assignments/assignment-steps.js';

const AT = new Date('2026-11-24T09:00:00Z');
const ASSIGNMENT_ID = 7;
const COMPENSATION_ID = 5;
const MAX_STEPS = 6;

let db: DbClient;
let clinic: Clinic;
beforeAll(async () => {
  ({ db } = await testDatabase());
  clinic = await givenClinic(db);
});

const minutesAfter = (minutes: number): Date => new Date(AT.getTime() + minutes * 60_000);

/** Somebody's tap has taken effect; the audit service has not heard of it. */
const carriedOut = (tap: string, event: EventBody, minutes: number) =>
  withTransaction(db, (tx) =>
    insertEvents(tx, [event], {
      causedBy: tap,
      actorId: clinic.operator.id,
      origin: null,
      at: minutesAfter(minutes),
    }),
  );

const moved = (action: string, id = ASSIGNMENT_ID, kind: 'assignment' | 'compensation' = 'assignment') =>
  adminAction.of({
    action,
    subject: { kind, id: String(id) },
    actorRole: 'operator',
    before: null,
    after: { ownerId: clinic.operator.id, dueAt: AT.toISOString() },
  });

const logged = (seq: number, messageId: string, action: string, at: Date) =>
  db.adminActionLog.create({
    data: {
      seq,
      messageId,
      at,
      actorId: clinic.operator.id,
      action,
      subjectKind: 'assignment',
      subjectId: String(ASSIGNMENT_ID),
      outcome: 'done',
      after: { ownerId: clinic.operator.id, dueAt: AT.toISOString() },
      prevHash: Buffer.alloc(32),
      hash: Buffer.alloc(32),
    },
  });

const story = async (compensationId: number | null = null) =>
  (await findSteps(db, ASSIGNMENT_ID, compensationId)).map(({ action, actor }) => [action, actor?.firstName]);

test('who has just tapped reads his own step while the log is behind, and reads it once when it has come there', async () => {
  await logged(1, 'tg-1.1', 'assignment.create', AT);
  await carriedOut('tg-2', moved('assignment.start'), 1);
  // Neither what was refused, nor what somebody did to another one.
  const subject = { kind: 'assignment', id: String(ASSIGNMENT_ID) } as const;
  await carriedOut(
    'tg-3',
    actionDenied.of({ action: 'assignment.cancel', subject, actorRole: 'operator', reason: 'not_yours' }),
    2,
  );
  await carriedOut('tg-4', moved('assignment.cancel', ASSIGNMENT_ID + 1), 2);
  const both = [
    ['assignment.create', 'Ольга'],
    ['assignment.start', 'Ольга'],
  ];
  expect(await story()).toEqual(both);

  await logged(2, 'tg-2.1', 'assignment.start', minutesAfter(1));
  expect(await story()).toEqual(both);
  await db.outbox.deleteMany({ where: { queue: 'audit', messageId: 'tg-2.1' } });
  expect(await story()).toEqual(both);
});

test('of a payment also how it was allowed, and no more of it', async () => {
  await carriedOut('tg-5', moved('compensation.approve', COMPENSATION_ID, 'compensation'), 3);
  await carriedOut('tg-6', moved('compensation.withdraw', COMPENSATION_ID, 'compensation'), 4);
  expect((await story(COMPENSATION_ID)).at(-1)).toEqual(['compensation.approve', 'Ольга']);
  expect((await story()).at(-1)).toEqual(['assignment.start', 'Ольга']);
});

test('the newest steps are told, wherever they are', async () => {
  for (let tap = 10; tap < 10 + MAX_STEPS; tap += 1)
    await carriedOut(`tg-${tap}`, moved('assignment.extend'), tap);
  expect(await story()).toEqual(Array.from({ length: MAX_STEPS }, () => ['assignment.extend', 'Ольга']));
});
