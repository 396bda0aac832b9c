import { assignmentCreate, type GivenKind } from '@perezvon/contracts';
import type { DbClient } from '@perezvon/db';
import { clockAt, givenCall, givenClinic, silentLog, testDatabase, type Clinic } from '@perezvon/db/testing';
import { processMessage } from '@perezvon/messaging';
import { outboxMessages, outboxTypes } from '@perezvon/messaging/testing';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { handlers } from '../../src/handlers.js';

const NOW = '2026-11-24T09:00:00.000Z';
const LATER = '2026-11-24T15:00:00.000Z';

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
const wish = (
  historyId: number,
  { actorId, ...payload }: { actorId?: number; kind?: GivenKind; ownerId?: number; dueAt?: string } = {},
) => {
  lastUpdate += 1;
  return assignmentCreate.of(
    { historyId, kind: 'callback', ownerId: clinic.operator.id, dueAt: LATER, ...payload },
    { id: `tg-${lastUpdate}`, actorId: actorId ?? clinic.admin.id, at: new Date(NOW) },
  );
};
const process = (intent: ReturnType<typeof wish>) =>
  processMessage('assignment', intent, handlers, { db, now: clockAt(NOW), log: silentLog });
const assignmentsOf = (historyId: number) => db.assignment.findMany({ where: { historyId } });
const refusalReasons = async () =>
  (await outboxMessages(db)).filter(({ type }) => type === 'action.denied').map(({ payload }) => payload);

test('an intent delivered twice opens one assignment and publishes once', async () => {
  const { historyId } = await givenCall(db);
  const intent = wish(historyId);

  expect(await process(intent)).toBe('done');
  expect(await process(intent)).toBe('duplicate');

  expect(await assignmentsOf(historyId)).toMatchObject([
    { kind: 'callback', state: 'open', ownerId: clinic.operator.id, givenById: clinic.admin.id },
  ]);
  expect(await outboxTypes(db)).toEqual(['assignment.created', 'admin.action']);
});

test('the log learns who gave what to whom, and until when', async () => {
  const { historyId } = await givenCall(db);

  await process(wish(historyId, { kind: 'review' }));

  const [assignment] = await assignmentsOf(historyId);
  const id = String(assignment?.id);
  const logged = (await outboxMessages(db)).find(({ type }) => type === 'admin.action');
  expect(logged).toMatchObject({
    actorId: clinic.admin.id,
    payload: {
      action: 'assignment.create',
      subject: { kind: 'assignment', id, historyId },
      actorRole: 'admin',
      before: null,
      after: { kind: 'review', state: 'open', ownerId: clinic.operator.id, dueAt: LATER, result: null },
    },
  });
});

describe('one open assignment a call and kind', () => {
  test('a second one is refused, another kind is not', async () => {
    const { historyId } = await givenCall(db);
    await process(wish(historyId));

    expect(await process(wish(historyId, { actorId: clinic.otherAdmin.id }))).toBe('refused');
    expect(await process(wish(historyId, { kind: 'review' }))).toBe('done');

    expect((await assignmentsOf(historyId)).map(({ kind }) => kind)).toEqual(['callback', 'review']);
    expect(await refusalReasons()).toMatchObject([{ reason: 'assignment.already_open' }]);
  });

  test('of many admins at the same moment one wins, and each of the others reads why', async () => {
    const { historyId } = await givenCall(db);
    const intents = Array.from({ length: 6 }, (_, index) =>
      wish(historyId, { actorId: index % 2 === 0 ? clinic.admin.id : clinic.otherAdmin.id }),
    );

    const results = await Promise.all(intents.map(process));

    expect(results.filter((result) => result === 'done')).toHaveLength(1);
    expect(await assignmentsOf(historyId)).toHaveLength(1);
    expect(await refusalReasons()).toEqual(
      Array.from({ length: 5 }, () => expect.objectContaining({ reason: 'assignment.already_open' })),
    );
  });

  test('after it was closed the next may be opened', async () => {
    const { historyId } = await givenCall(db);
    await process(wish(historyId));
    await db.assignment.updateMany({ where: { historyId }, data: { state: 'cancelled', closedAt: NOW } });

    expect(await process(wish(historyId))).toBe('done');
  });
});

describe('who may be given work', () => {
  test.each([
    ['an operator', () => clinic.operator.id, 'done'],
    ['an admin, also himself', () => clinic.admin.id, 'done'],
    ['marketing, which never sees a call', () => clinic.marketing.id, 'refused'],
    ['nobody of this id', () => 999_999, 'refused'],
  ])('%s', async (_, owner, result) => {
    const { historyId } = await givenCall(db);

    expect(await process(wish(historyId, { ownerId: owner() }))).toBe(result);
    if (result === 'refused')
      expect(await refusalReasons()).toMatchObject([{ reason: 'assignment.owner_not_available' }]);
  });

  test('a blocked operator is not available', async () => {
    const blocked = await db.user.create({
      data: { telegramId: 8_001, firstName: 'Кира', role: 'operator', status: 'blocked' },
    });
    const { historyId } = await givenCall(db);

    expect(await process(wish(historyId, { ownerId: blocked.id }))).toBe('refused');
    expect(await assignmentsOf(historyId)).toEqual([]);
  });
});

test.each([
  ['a deadline that has passed', { dueAt: '2026-11-24T08:59:00.000Z' }, 'assignment.due_in_past'],
  ['a call that is not there', { historyId: 1 }, 'assignment.call_not_found'],
])(
  '%s is refused and stores nothing',
  async (_, { historyId, ...payload }: { historyId?: number; dueAt?: string }, reason) => {
    const call = await givenCall(db);

    expect(await process(wish(historyId ?? call.historyId, payload))).toBe('refused');

    expect(await assignmentsOf(call.historyId)).toEqual([]);
    expect(await refusalReasons()).toMatchObject([
      { action: 'assignment.create', actorRole: 'admin', reason },
    ]);
  },
);

test.each([
  ['an operator', () => clinic.operator.id, 'permission.missing'],
  ['marketing', () => clinic.marketing.id, 'permission.missing'],
  ['an unknown person', () => 999_999, 'actor.not_active'],
])('%s may not give work, and the attempt is kept', async (_, actor, reason) => {
  const { historyId } = await givenCall(db);

  expect(await process(wish(historyId, { actorId: actor() }))).toBe('refused');

  expect(await assignmentsOf(historyId)).toEqual([]);
  expect(await refusalReasons()).toMatchObject([{ subject: { kind: 'call', historyId }, reason }]);
});
