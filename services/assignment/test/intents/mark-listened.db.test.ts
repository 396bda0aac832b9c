import { callMarkListened } from '@perezvon/contracts';
import type { DbClient } from '@perezvon/db';
import { clockAt, givenCall, givenClinic, silentLog, testDatabase, type Clinic } from '@perezvon/db/testing';
import { processMessage } from '@perezvon/messaging';
import { outboxMessages, outboxTypes } from '@perezvon/messaging/testing';
import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import { handlers } from '../../src/handlers.js';

const NOW = '2026-11-24T09:00:00.000Z';
let db: DbClient;
let clinic: Clinic;
beforeAll(async () => {
  ({ db } = await testDatabase());
  clinic = await givenClinic(db);
});
beforeEach(async () => {
  await db.outbox.deleteMany();
});

let lastUpdate = 1_000;
const markListened = (historyId: number, actorId: number) => {
  lastUpdate += 1;
  const intent = callMarkListened.of({ historyId }, { id: `tg-${lastUpdate}`, actorId, at: new Date(NOW) });
  return processMessage('assignment', intent, handlers, { db, now: clockAt(NOW), log: silentLog });
};
const denials = async () =>
  (await outboxMessages(db)).filter(({ type }) => type === 'action.denied').map(({ payload }) => payload);

test('each person marks a call once', async () => {
  const { historyId } = await givenCall(db);

  expect(await markListened(historyId, clinic.admin.id)).toBe('done');
  expect(await outboxTypes(db)).toEqual(['call.listened', 'admin.action']);
  expect(await markListened(historyId, clinic.admin.id)).toBe('refused');
  expect(await markListened(historyId, clinic.superadmin.id)).toBe('done');

  const marks = await db.callMark.findMany({ where: { historyId, kind: 'listened' } });
  expect(new Set(marks.map(({ userId }) => userId))).toEqual(
    new Set([clinic.admin.id, clinic.superadmin.id]),
  );
  expect(await denials()).toMatchObject([{ reason: 'call.already_listened' }]);
});

test('a call that is not there', async () => {
  expect(await markListened(1, clinic.admin.id)).toBe('refused');
  expect(await denials()).toMatchObject([{ reason: 'call.not_found' }]);
});

test('who may see no calls marks none', async () => {
  const { historyId } = await givenCall(db);

  expect(await markListened(historyId, clinic.operator.id)).toBe('refused');
  expect(await db.callMark.count({ where: { historyId } })).toBe(0);
});
