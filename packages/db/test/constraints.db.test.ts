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

test('an erased call takes along everything that was kept about it, and nothing of others', async () => {
  const { id: operatorId } = clinic.operator;
  const { id: adminId } = clinic.admin;
  const noteBy = async (authorId: number) =>
    (await db.note.create({ data: { authorId, text: 'про звонок' }, select: { id: true } })).id;
  const give = async () => {
    const call = await givenCall(db, { turns: [{ t: 0, speaker: 'client', text: 'здравствуйте' }] });
    const { historyId } = call;
    await givenScore(db, call);
    const dispute = await db.scoreDispute.create({
      data: {
        historyId,
        lmVersionTag: 'v1.0.0+00000000',
        revision: 1,
        metric: 'complaint_risk_flag',
        rules: [],
        reason: 'other',
        noteId: await noteBy(operatorId),
        openedById: operatorId,
        openedAt: '2026-11-24T09:00:00Z',
        state: 'upheld',
        decidedById: adminId,
        decidedAt: '2026-11-24T10:00:00Z',
        decisionNoteId: await noteBy(adminId),
      },
    });
    await db.callLink.create({ data: { token: `link-${historyId}`, historyId, createdById: adminId } });
    await db.callMark.create({ data: { historyId, kind: 'listened', userId: adminId } });
    await db.notification.create({
      data: { userId: adminId, historyId, danger: 60, notBefore: '2026-11-24T09:00:00Z' },
    });
    await db.telegramFile.create({
      data: { historyId, botId: 1, locationHash: new Uint8Array(32), fileId: 'kept', kind: 'audio' },
    });
    return { historyId, noteIds: [dispute.noteId, dispute.decisionNoteId].filter((id) => id !== null) };
  };
  const keptOf = async ({ historyId, noteIds }: Awaited<ReturnType<typeof give>>) => {
    const where = { historyId };
    return Promise.all([
      db.callTranscript.count({ where }),
      db.callScore.count({ where }),
      db.scoreDispute.count({ where }),
      db.callLink.count({ where }),
      db.callMark.count({ where }),
      db.notification.count({ where }),
      db.telegramFile.count({ where }),
      db.note.count({ where: { id: { in: noteIds } } }),
    ]);
  };
  const [erased, other] = [await give(), await give()];
  const everything = [1, 1, 1, 1, 1, 1, 1, 2];
  expect(await keptOf(erased)).toEqual(everything);

  await db.call.delete({ where: { historyId: erased.historyId } });
  expect(await keptOf(erased)).toEqual(everything.map(() => 0));
  expect(await keptOf(other)).toEqual(everything);
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
