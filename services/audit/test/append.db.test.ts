import { actionFailed } from '@perezvon/contracts';
import { createDb, type DbClient } from '@perezvon/db';
import { testDatabase } from '@perezvon/db/testing';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { verifyLog } from '../src/verify/verify-log.js';
import { action, append, denial, givenLog, NOW } from './given-log.js';

let db: DbClient;
let url: string;
beforeEach(async () => {
  ({ db, url } = await testDatabase());
});

const rows = () => db.adminActionLog.findMany({ orderBy: { seq: 'asc' } });
const isSound = async () => (await verifyLog(db, { kept: null, onProgress: () => {} })).broken === null;

test('the log keeps who, as what, what, when, before and after', async () => {
  await append(db, action('tg-1.1', 5));
  await append(db, denial('tg-2.1', 6));
  const failure = actionFailed.of({
    action: 'user.approve',
    subject: { kind: 'user', id: '9' },
    actorRole: null,
    code: 'action.attempts_exhausted',
  });
  await append(db, { ...denial('tg-3.failed.1', 7), ...failure });

  expect(await rows()).toMatchObject([
    {
      seq: 1n,
      messageId: 'tg-1.1',
      at: new Date(NOW),
      actorId: 5,
      actorRole: 'operator',
      action: 'assignment.complete',
      subjectKind: 'assignment',
      subjectId: '7',
      historyId: 500_123n,
      outcome: 'done',
      reason: null,
      before: { state: 'in_progress', result: null },
      after: { state: 'done', result: 'booked' },
    },
    {
      seq: 2n,
      actorId: 6,
      action: 'assignment.cancel',
      outcome: 'denied',
      reason: 'permission.missing',
      before: null,
    },
    {
      seq: 3n,
      actorId: 7,
      outcome: 'failed',
      reason: 'action.attempts_exhausted',
      subjectKind: 'user',
      actorRole: null,
    },
  ]);
  expect(await isSound()).toBe(true);
});

test('an event delivered twice is kept once', async () => {
  expect(await append(db, action('tg-1.1'))).toBe('done');
  expect(await append(db, action('tg-1.1'))).toBe('duplicate');
  // Even when the note of the first delivery was forgotten long ago.
  await db.processedMessage.deleteMany();
  expect(await append(db, action('tg-1.1'))).toBe('done');

  expect((await rows()).map(({ seq }) => seq)).toEqual([1n]);
});

test('many processes at the same moment make one chain without a gap', async () => {
  const others = [createDb({ url }), createDb({ url })];
  const ids = Array.from({ length: 45 }, (_, index) => `tg-${index}.1`);

  await Promise.all(ids.map((id, index) => append([db, ...others][index % 3] ?? db, action(id))));

  const log = await rows();
  expect(log.map(({ seq }) => Number(seq))).toEqual(ids.map((_, index) => index + 1));
  expect(log.map(({ messageId }) => messageId).sort()).toEqual(ids.sort());
  expect(await isSound()).toBe(true);
  await Promise.all(others.map((other) => other.$disconnect()));
});

test('an append that is rolled back leaves no gap', async () => {
  await append(db, action('tg-1.1'));
  // A value that the table cannot hold breaks the append after it has its number.
  const broken = {
    ...action('tg-2.1'),
    payload: { ...Object(action('tg-2.1').payload), after: { note: '\u0000' } },
  };
  await expect(append(db, broken)).rejects.toThrow();

  await append(db, action('tg-3.1'));

  expect((await rows()).map(({ seq, messageId }) => [Number(seq), messageId])).toEqual([
    [1, 'tg-1.1'],
    [2, 'tg-3.1'],
  ]);
  expect(await isSound()).toBe(true);
});

describe('nobody changes the log, the owner of the database included', () => {
  test.each([
    ["UPDATE admin_action_logs SET action = 'nothing' WHERE seq = 1"],
    ['DELETE FROM admin_action_logs WHERE seq = 2'],
    ['TRUNCATE admin_action_logs'],
    ['SET LOCAL session_replication_role = replica; DELETE FROM admin_action_logs'],
  ])('%s', async (statement) => {
    await givenLog(db, 2);

    await expect(
      db.$transaction(async (tx) => {
        for (const part of statement.split('; ')) await tx.$executeRawUnsafe(part);
      }),
    ).rejects.toThrow('append-only');

    expect(await rows()).toHaveLength(2);
  });
});
