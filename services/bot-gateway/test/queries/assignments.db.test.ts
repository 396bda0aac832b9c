import type { AssignmentKind } from '@perezvon/contracts';
import type { DbClient } from '@perezvon/db';
import {
  givenCall,
  givenClinic,
  givenScore,
  somePhoneHash,
  testDatabase,
  type Clinic,
} from '@perezvon/db/testing';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { findAssignment } from '../../src/queries/assignments/find-assignment.js';
import { listAssignablePeople } from '../../src/queries/assignments/list-assignable-people.js';
import {
  countAssignments,
  listAssignments,
  type AssignmentView,
} from '../../src/queries/assignments/list-assignments.js';

const NOW = new Date('2026-11-24T09:00:00Z');
/** Midnight in Moscow. */
const TODAY = new Date('2026-11-23T21:00:00Z');

interface Given {
  ownerId: number;
  givenById: number;
  dueAt: string;
  kind?: AssignmentKind;
}

const give = async (db: DbClient, { kind = 'callback', ...given }: Given): Promise<number> => {
  const { historyId } = await givenCall(db);
  const { id } = await db.assignment.create({ data: { ...given, kind, historyId } });
  return id;
};

describe('lists of assignments', () => {
  let db: DbClient;
  let clinic: Clinic;
  let late: number;
  let soon: number;
  let others: number;
  beforeAll(async () => {
    ({ db } = await testDatabase());
    clinic = await givenClinic(db);
    const { admin, otherAdmin, operator, otherOperator } = clinic;
    soon = await give(db, { ownerId: operator.id, givenById: admin.id, dueAt: '2026-11-24T15:00:00Z' });
    late = await give(db, { ownerId: operator.id, givenById: otherAdmin.id, dueAt: '2026-11-24T08:59:59Z' });
    others = await give(db, {
      ownerId: otherOperator.id,
      givenById: admin.id,
      dueAt: '2026-11-25T09:00:00Z',
    });
    const closed = await give(db, {
      ownerId: operator.id,
      givenById: admin.id,
      dueAt: '2026-11-23T09:00:00Z',
    });
    await db.assignment.update({ where: { id: closed }, data: { state: 'done', closedAt: NOW } });
  });

  const idsOf = async (view: AssignmentView, userId: number, ownOnly = false): Promise<number[]> => {
    const page = await listAssignments(db, {
      view,
      reader: { userId, ownOnly },
      now: NOW,
      from: null,
      limit: 10,
    });
    return page.rows.map(({ id }) => id);
  };

  test('each view holds its open assignments, the earliest deadline first', async () => {
    const { admin, operator } = clinic;
    expect(await idsOf('mine', operator.id)).toEqual([late, soon]);
    expect(await idsOf('given', admin.id)).toEqual([soon, others]);
    expect(await idsOf('all', admin.id)).toEqual([late, soon, others]);
    expect(await idsOf('overdue', admin.id)).toEqual([late]);
  });

  test('who sees only his own sees nobody else’s in any view', async () => {
    const { otherOperator } = clinic;
    expect(await idsOf('all', otherOperator.id, true)).toEqual([others]);
    expect(await idsOf('overdue', otherOperator.id, true)).toEqual([]);
  });

  test('the counts are the lengths of the lists', async () => {
    const { admin, operator } = clinic;
    const counts = await countAssignments(db, { userId: admin.id, ownOnly: false }, NOW);
    expect(counts).toEqual({ mine: 0, given: 2, all: 3, overdue: 1 });
    const own = await countAssignments(db, { userId: operator.id, ownOnly: true }, NOW);
    expect(own).toEqual({ mine: 2, given: 0, all: 2, overdue: 1 });
  });

  test('pages lead forth and back', async () => {
    const query = {
      view: 'all',
      reader: { userId: clinic.admin.id, ownOnly: false },
      now: NOW,
      limit: 2,
    } as const;
    const first = await listAssignments(db, { ...query, from: null });
    expect(first.rows.map(({ id }) => id)).toEqual([late, soon]);
    const cursor = first.rows.at(-1)?.cursor ?? { due: 0, id: 0 };
    const second = await listAssignments(db, { ...query, from: { cursor, direction: 'on' } });
    expect(second).toMatchObject({ rows: [{ id: others }], hasPrevious: true, hasNext: false });
    const back = second.rows[0]?.cursor ?? { due: 0, id: 0 };
    expect((await listAssignments(db, { ...query, from: { cursor: back, direction: 'back' } })).rows).toEqual(
      first.rows,
    );
  });
});

describe('whom to give a call', () => {
  let db: DbClient;
  let clinic: Clinic;
  let historyId: number;
  beforeAll(async () => {
    ({ db } = await testDatabase());
    clinic = await givenClinic(db);
    ({ historyId } = await givenCall(db, { operator: 'op-1' }));
    const { admin, operator, otherAdmin } = clinic;
    await give(db, { ownerId: operator.id, givenById: admin.id, dueAt: '2026-11-24T15:00:00Z' });
    await db.user.update({ where: { id: otherAdmin.id }, data: { status: 'blocked' } });
  });

  const people = (query: Partial<Parameters<typeof listAssignablePeople>[1]> = {}) =>
    listAssignablePeople(db, { historyId, kind: 'task', today: TODAY, page: 0, size: 10, ...query });

  test('active people with work of their own; the least loaded first, who is at work today before others', async () => {
    const { rows } = await people({ historyId: null });
    expect(rows.map(({ firstName, openCount, isAtWork }) => [firstName, openCount, isAtWork])).toEqual([
      ['Ольга', 1, true],
      ['Анна', 0, false],
      ['Дарья', 0, false],
      ['Игорь', 0, false],
      ['Павел', 0, false],
    ]);
  });

  test('a training is offered first to who took the call', async () => {
    const { rows, suggested } = await people({ kind: 'training' });
    expect(rows[0]).toMatchObject({ firstName: 'Ольга', tookTheCall: true });
    expect(suggested).toMatchObject({ name: { firstName: 'Ольга' }, reasons: ['took', 'at-work'] });
  });

  test('who has talked to the client in another call knows him; who has it now is left out', async () => {
    const clientPhoneHash = Buffer.alloc(32, 7);
    await db.call.update({ where: { historyId }, data: { clientPhoneHash } });
    await givenCall(db, { operator: 'op-2', clientPhoneHash, callDate: '2026-11-20T08:00:00Z' });
    const { rows } = await people({ kind: 'callback', exceptId: clinic.operator.id });
    expect(rows.map(({ firstName, knowsTheClient }) => [firstName, knowsTheClient])).toEqual([
      ['Павел', true],
      ['Анна', false],
      ['Дарья', false],
      ['Игорь', false],
    ]);
  });

  test('so does who has talked to him at another number that he named; a number that everybody calls from is nobody’s', async () => {
    const [own, other, shared] = [somePhoneHash(), somePhoneHash(), somePhoneHash()];
    const asked = await givenCall(db, { operator: 'op-1', clientPhoneHash: own });
    await db.saidPhone.create({ data: { historyId: asked.historyId, phoneHash: other } });
    await givenCall(db, { operator: 'op-2', clientPhoneHash: other });
    const knowing = async (call: number) =>
      (await people({ historyId: call })).rows.filter(({ knowsTheClient }) => knowsTheClient).length;
    expect(await knowing(asked.historyId)).toBe(2);

    for (let calls = 0; calls < 21; calls += 1)
      await givenCall(db, { operator: 'op-2', clientPhoneHash: shared, turns: null });
    const { historyId: fromShared } = await givenCall(db, { operator: 'op-1', clientPhoneHash: shared });
    expect(await knowing(fromShared)).toBe(1);
  });

  test('more people than fit stand on the next page', async () => {
    const first = await people({ size: 4 });
    const second = await people({ page: 1, size: 4 });
    expect([first.hasNext, second.hasNext]).toEqual([true, false]);
    expect(second.rows).toHaveLength(1);
  });
});

test('an assignment tells its story from the log, in order and with names', async () => {
  const { db } = await testDatabase();
  const { admin, operator, otherOperator } = await givenClinic(db);
  const call = await givenCall(db);
  await givenScore(db, call);
  const { id } = await db.assignment.create({
    data: {
      historyId: call.historyId,
      kind: 'callback',
      ownerId: operator.id,
      givenById: admin.id,
      dueAt: NOW,
    },
  });
  const log = (
    seq: number,
    action: string,
    actorId: number | null,
    ownerId: number,
    outcome: 'done' | 'denied',
    more: Record<string, string | number> = {},
  ) =>
    db.adminActionLog.create({
      data: {
        seq,
        messageId: `tg-${seq}`,
        at: NOW,
        actorId,
        action,
        subjectKind: 'assignment',
        subjectId: String(id),
        outcome,
        after: { state: 'open', ownerId, dueAt: NOW.toISOString(), result: null, ...more },
        prevHash: Buffer.alloc(32),
        hash: Buffer.alloc(32),
      },
    });
  await log(1, 'assignment.create', admin.id, operator.id, 'done');
  await log(2, 'assignment.start', otherOperator.id, operator.id, 'denied');
  await log(3, 'assignment.reassign', null, otherOperator.id, 'done');
  const note = await db.note.create({ data: { authorId: otherOperator.id, text: 'Просил после пятницы' } });
  await log(4, 'assignment.pause', otherOperator.id, otherOperator.id, 'done', {
    assignmentReason: 'other',
    noteId: note.id,
    pausedUntil: '2026-11-28T06:00:00.000Z',
  });

  const card = await findAssignment(db, id);
  expect(card).toMatchObject({
    owner: { firstName: 'Ольга' },
    givenBy: { firstName: 'Анна' },
    call: { historyId: call.historyId, operator: 'op-1' },
    quote: 'обещали перезвонить и не перезвонили',
    verifiedByCall: null,
  });
  expect(card?.steps.map(({ action, actor, owner }) => [action, actor?.firstName, owner?.firstName])).toEqual(
    [
      ['assignment.create', 'Анна', 'Ольга'],
      ['assignment.reassign', undefined, 'Павел'],
      ['assignment.pause', 'Павел', 'Павел'],
    ],
  );
  expect(card?.steps.at(-1)).toMatchObject({
    reason: 'other',
    words: { text: 'Просил после пятницы' },
    pausedUntil: new Date('2026-11-28T06:00:00Z'),
  });
  expect(card?.steps[0]?.dueAt).toEqual(NOW);
  expect(await findAssignment(db, id + 1)).toBeNull();
});
