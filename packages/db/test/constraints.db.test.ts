import { beforeAll, expect, test } from '@jest/globals';
import type { DbClient } from '../src/index.js';
import { givenCall, givenClinic, givenScore, testDatabase, type Clinic } from '../src/testing/index.js';

let db: DbClient;
let clinic: Clinic;
beforeAll(async () => {
  ({ db } = await testDatabase());
  clinic = await givenClinic(db);
});

test('a call has at most one current score', async () => {
  const call = await givenCall(db);
  await givenScore(db, call);
  await expect(givenScore(db, call, { lmVersionTag: 'v1.0.0+11111111' })).rejects.toThrow();
  await givenScore(db, call, { lmVersionTag: 'v1.0.0+11111111', isCurrent: false });
});

test('a call is in one kind of open work at most once', async () => {
  const { historyId } = await givenCall(db);
  const work = {
    historyId,
    kind: 'callback',
    givenById: clinic.admin.id,
    dueAt: '2026-11-25T09:00:00Z',
  } as const;
  await db.assignment.create({ data: { ...work, ownerId: clinic.operator.id } });
  await expect(
    db.assignment.create({ data: { ...work, ownerId: clinic.otherOperator.id } }),
  ).rejects.toThrow();
  await db.assignment.create({ data: { ...work, kind: 'review', ownerId: clinic.admin.id } });
});

test('nobody is active without a role', async () => {
  await expect(
    db.user.create({ data: { telegramId: 1, firstName: 'Х', status: 'active' } }),
  ).rejects.toThrow();
});

test.each([
  'UPDATE admin_action_logs SET action = $$x$$',
  'DELETE FROM admin_action_logs',
  'TRUNCATE admin_action_logs',
])('the log refuses: %s', async (statement) => {
  const { db: fresh } = await testDatabase();
  await fresh.adminActionLog.create({
    data: {
      seq: 1,
      messageId: 'tg-1.1',
      at: '2026-11-24T09:00:00Z',
      action: 'assignment.create',
      subjectKind: 'call',
      subjectId: '1',
      outcome: 'done',
      prevHash: new Uint8Array(32),
      hash: new Uint8Array(32),
    },
  });
  await expect(fresh.$executeRawUnsafe(statement)).rejects.toThrow(/append-only/u);
  expect(await fresh.adminActionLog.count({ where: { action: 'assignment.create' } })).toBe(1);
});
