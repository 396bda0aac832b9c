import { rm, writeFile } from 'node:fs/promises';
import { auditVerify, Envelope } from '@perezvon/contracts';
import type { DbClient } from '@perezvon/db';
import { givenClinic, testDatabase, type Clinic } from '@perezvon/db/testing';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { headFile, writeHeadFile } from '../src/store/head-file.js';
import { findHead } from '../src/store/log.js';
import { action, append, givenHome, givenLog, givenPages, NOW, tamper } from './given-log.js';

let db: DbClient;
let clinic: Clinic;
let home: string;
beforeEach(async () => {
  ({ db } = await testDatabase());
  clinic = await givenClinic(db);
  home = await givenHome();
});
afterEach(() => rm(home, { recursive: true }));

const ask = (id: string, at = NOW) =>
  append(db, auditVerify.of({}, { id, actorId: clinic.superadmin.id, at: new Date(at), origin: null }), home);

/** Hands the service its next message, those that people wait for first, as the queue does. @returns its type */
const next = async (): Promise<string | null> => {
  const row = await db.outbox.findFirst({
    where: { queue: 'audit' },
    orderBy: [{ priority: 'asc' }, { id: 'asc' }],
  });
  if (row === null) return null;
  const message = Envelope.parse(row.message);
  await append(db, message, home);
  return message.type;
};
const drain = async (): Promise<string[]> => {
  const types: string[] = [];
  for (let type = await next(); type !== null; type = await next()) types.push(type);
  return types;
};
const check = () => db.auditCheck.findFirstOrThrow({ orderBy: { id: 'desc' } });
const lines = async () =>
  (await db.adminActionLog.findMany({ where: { action: 'audit.verify' }, orderBy: { seq: 'asc' } })).map(
    ({ actorId, outcome, reason, after }) => ({ actorId, outcome, reason, after }),
  );

test('a long log is checked a page at a time: appends go first, a second check is refused, the log tells it', async () => {
  await givenPages(db, 2_000);
  await writeHeadFile(home, await findHead(db));
  await ask('tg-1');
  await ask('tg-2');

  // The lines about both come before any part of the check.
  const types = await drain();
  expect(types.slice(0, 2).sort()).toEqual(['action.denied', 'admin.action']);
  expect(types.filter((type) => type === 'audit.check_step')).toHaveLength(3);
  expect(await check()).toMatchObject({
    state: 'sound',
    headSeq: 2_002n,
    isCompared: true,
    problem: null,
    badSeq: null,
  });
  expect(await lines()).toEqual([
    { actorId: clinic.superadmin.id, outcome: 'done', reason: null, after: { auditCheckId: 1 } },
    { actorId: clinic.superadmin.id, outcome: 'denied', reason: 'audit.check_running', after: null },
    { actorId: null, outcome: 'done', reason: null, after: { auditState: 'sound', auditEntries: 2_002 } },
  ]);
  const told = await db.outbox.findMany({ where: { queue: 'bot-gateway' }, orderBy: { id: 'asc' } });
  expect(told.map(({ message }) => Envelope.parse(message)).at(-1)).toMatchObject({
    type: 'audit.verified',
    payload: { checkId: 1, entries: 2_002, badSeq: null },
  });
});

test('what was appended while it ran is checked too, and a part that comes twice changes nothing', async () => {
  await givenPages(db, 1_500);
  await ask('tg-1');
  expect([await next(), await next()]).toEqual(['admin.action', 'audit.check_step']);
  const [step] = await db.outbox.findMany({ where: { queue: 'audit' } });
  await append(db, action('tg-5.1'));
  await drain();
  await append(db, { ...Envelope.parse(step?.message), id: 'audit-check-again.1' }, home);

  expect(await check()).toMatchObject({ state: 'sound', headSeq: 1_502n, isCompared: false });
  expect(await db.outbox.count({ where: { queue: 'audit' } })).toBe(0);
});

test.each([
  ['a changed row', 'UPDATE admin_action_logs SET actor_id = 99 WHERE seq = 3', 'row_changed', 3n, 2n],
  ['a missing row', 'DELETE FROM admin_action_logs WHERE seq = 2', 'row_missing', 2n, 1n],
])('%s is found, with its number', async (_, statement, problem, badSeq, headSeq) => {
  await givenLog(db, 5);
  await tamper(db, statement);
  await ask('tg-90');
  await drain();

  expect(await check()).toMatchObject({ state: 'broken', problem, badSeq, headSeq });
  expect((await lines()).at(-1)?.after).toEqual({
    auditState: 'broken',
    auditEntries: Number(headSeq),
    auditProblem: problem,
    auditBadSeq: Number(badSeq),
  });
});

test('an end that was cut off is found by the head kept outside, and a damaged head is no proof', async () => {
  await givenLog(db, 5);
  await writeHeadFile(home, await findHead(db));
  await tamper(db, 'DELETE FROM admin_action_logs WHERE seq > 2');
  await ask('tg-90');
  await drain();
  expect(await check()).toMatchObject({ state: 'broken', problem: 'log_cut', badSeq: 5n });

  await writeFile(headFile(home), 'no head');
  await ask('tg-91');
  await drain();
  expect(await check()).toMatchObject({ state: 'broken', problem: 'head_damaged', badSeq: null });
});

test('a check that was lost is given up when the next one is asked for', async () => {
  await ask('tg-1');
  await db.outbox.deleteMany();
  await ask('tg-2');
  expect(await db.auditCheck.count()).toBe(1);
  await db.auditCheck.updateMany({ data: { movedAt: new Date('2026-11-24T08:00:00.000Z') } });
  await ask('tg-3');
  await drain();

  const states = await db.auditCheck.findMany({ orderBy: { id: 'asc' }, select: { state: true } });
  expect(states).toEqual([{ state: 'gave_up' }, { state: 'sound' }]);
});
