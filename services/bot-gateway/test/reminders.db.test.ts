import type { ReminderLevel } from '@perezvon/contracts';
import type { DbClient, Prisma } from '@perezvon/db';
import { givenAssignment, givenCall, givenClinic, testDatabase, type Clinic } from '@perezvon/db/testing';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { prepareReminders } from '../src/notifications/prepare-reminders.js';
import { restUntil } from '../src/notifications/rest-time.js';
import { DEFAULT_CLINIC_HOURS } from '@perezvon/clinic-hours';

const timezone = 'Europe/Moscow';

let db: DbClient;
let people: Clinic;
beforeAll(async () => {
  ({ db } = await testDatabase());
  people = await givenClinic(db);
});
beforeEach(async () => {
  await db.compensation.deleteMany();
  await db.assignment.deleteMany();
  await db.notificationMessage.deleteMany();
  await db.notificationSettings.deleteMany();
  await db.user.updateMany({ data: { status: 'active', unreachableSince: null } });
});

/** @param local the clinic's time of a Tuesday, `2026-11-24`, or of the day after: `+08:00` */
const at = (local: string): Date => {
  const day = local.startsWith('+') ? '2026-11-25' : '2026-11-24';
  return new Date(`${day}T${local.replace('+', '')}${local.length < 7 ? ':00' : ''}+03:00`);
};

/** A callback of the operator, due at noon. */
const givenCallback = async (
  change: Partial<Prisma.AssignmentUncheckedCreateInput> = {},
): Promise<number> => {
  const { id } = await givenAssignment(db, people, { dueAt: at('12:00'), openedAt: at('10:00'), ...change });
  return id;
};

/** What the clock has noted for somebody, the operator unless said otherwise. */
const note = async (
  assignmentId: number,
  level: ReminderLevel,
  { local = '12:00', userId = people.operator.id, dueAt = at('12:00'), heldSince = at('10:00') } = {},
): Promise<void> => {
  await db.reminder.create({
    data: { assignmentId, userId, level, dueAt, heldSince, createdAt: at(local), notBefore: at(local) },
  });
};
const prepare = (local: string) => prepareReminders({ db, timezone, now: () => at(local) });
const sendAll = (local: string) =>
  db.notificationMessage.updateMany({ where: { sentAt: null }, data: { sentAt: at(local) } });

/** The messages made for a person: of what each tells him. */
const messagesOf = async ({ id: userId }: { id: number }) => {
  const rows = await db.notificationMessage.findMany({
    where: { userId },
    orderBy: { id: 'asc' },
    select: { reminders: { select: { level: true, assignmentId: true }, orderBy: { id: 'asc' } } },
  });
  return rows.map(({ reminders }) => reminders.map(({ level, assignmentId }) => [level, assignmentId]));
};
const dropsOf = async (assignmentId: number) => {
  const rows = await db.reminder.findMany({ where: { assignmentId }, orderBy: { id: 'asc' } });
  return rows.map(({ dropped }) => dropped);
};

test('deadlines of one minute are one message a person, and what comes right after is the next one', async () => {
  const [first, second, third] = [await givenCallback(), await givenCallback(), await givenCallback()];
  await note(first, 'due');
  await note(second, 'due', { local: '12:00:03' });
  await prepare('12:00:04');
  expect(await messagesOf(people.operator)).toEqual([]);

  await prepare('12:00:05');
  await prepare('12:00:07');
  await sendAll('12:00:08');
  await note(third, 'due', { local: '12:00:09' });
  await prepare('12:00:20');
  expect(await messagesOf(people.operator)).toEqual([
    [
      ['due', first],
      ['due', second],
    ],
  ]);
  await prepare('12:00:38');
  expect((await messagesOf(people.operator)).at(-1)).toEqual([['due', third]]);
});

test('each person has a message of his own', async () => {
  const id = await givenCallback();
  await note(id, 'due');
  await note(id, 'giver', { userId: people.admin.id });
  await prepare('12:01');
  expect(await messagesOf(people.operator)).toEqual([[['due', id]]]);
  expect(await messagesOf(people.admin)).toEqual([[['giver', id]]]);
});

test('a graver reminder tells what an earlier one, not yet told, would have', async () => {
  const id = await givenCallback({ ownerId: people.otherOperator.id, givenById: people.superadmin.id });
  await note(id, 'giver', { userId: people.superadmin.id });
  await note(id, 'superadmin', { userId: people.superadmin.id });
  await prepare('12:01');
  expect(await messagesOf(people.superadmin)).toEqual([[['superadmin', id]]]);
  expect(await dropsOf(id)).toEqual(['late', null]);
});

describe('what changed while a reminder waited', () => {
  const noon = '2026-11-24T09:00:00Z';
  test.each<[string, Partial<Prisma.AssignmentUncheckedUpdateInput>, string | null]>([
    ['done', { state: 'done', closedAt: noon }, 'handled'],
    ['cancelled', { state: 'cancelled', closedAt: noon }, 'handled'],
    ['put off', { dueAt: '2026-11-24T12:00:00Z' }, 'moved'],
    ['paused', { pausedUntil: '2026-11-24T12:00:00Z' }, 'moved'],
    ['begun', { state: 'in_progress' }, null],
  ])('%s', async (_, change, dropped) => {
    const id = await givenCallback();
    await note(id, 'due');
    await db.assignment.update({ where: { id }, data: change });
    await prepare('12:01');
    expect(await dropsOf(id)).toEqual([dropped]);
    expect(await messagesOf(people.operator)).toEqual(dropped === null ? [[['due', id]]] : []);
  });

  test('given to another: he is told, who has it no more is not', async () => {
    const id = await givenCallback();
    await note(id, 'due');
    await note(id, 'due', { userId: people.otherOperator.id });
    await db.assignment.update({ where: { id }, data: { ownerId: people.otherOperator.id } });
    await prepare('12:01');
    expect(await messagesOf(people.operator)).toEqual([]);
    expect(await messagesOf(people.otherOperator)).toEqual([[['due', id]]]);
  });

  test('given to another and back: what was noted before is told to nobody, what is noted since then once', async () => {
    const back = at('11:30');
    const id = await givenCallback({ handedOnAt: back });
    await note(id, 'due');
    await note(id, 'due', { heldSince: back });
    await prepare('12:01');
    expect(await messagesOf(people.operator)).toEqual([[['due', id]]]);
    expect(await dropsOf(id)).toEqual(['moved', null]);
  });

  test('a warning that the deadline has overtaken, and a person who is blocked', async () => {
    const [warned, blocked] = [await givenCallback(), await givenCallback()];
    await note(warned, 'soon');
    await prepare('12:01');
    expect(await dropsOf(warned)).toEqual(['late']);
    await db.user.update({ where: { id: people.operator.id }, data: { status: 'blocked' } });
    await note(blocked, 'due');
    await prepare('12:02');
    expect(await dropsOf(blocked)).toEqual(['not_allowed']);
  });

  test('who gave it and manages nothing any more does not hear of other people’s work', async () => {
    const id = await givenCallback();
    await note(id, 'giver', { userId: people.admin.id });
    await db.user.update({ where: { id: people.admin.id }, data: { role: 'operator' } });
    await prepare('12:01');
    await db.user.update({ where: { id: people.admin.id }, data: { role: 'admin' } });
    expect(await messagesOf(people.admin)).toEqual([]);
    expect(await dropsOf(id)).toEqual(['moved']);
  });
});

/** A compensation of the admin's of which the superadmin is to be reminded. */
const givenUndecided = async (): Promise<number> => {
  const { historyId } = await givenCall(db);
  const proposal = {
    historyId,
    amountKopecks: 150_000,
    reason: 'quality',
    proposedById: people.admin.id,
  } as const;
  const { id } = await db.compensation.create({ data: { ...proposal, proposedAt: at('08:00') } });
  await db.reminder.create({
    data: {
      compensationId: id,
      userId: people.superadmin.id,
      level: 'undecided',
      dueAt: at('08:00'),
      createdAt: at('12:00'),
      notBefore: at('12:00'),
    },
  });
  return id;
};
const dropOf = async (compensationId: number) =>
  (await db.reminder.findFirstOrThrow({ where: { compensationId } })).dropped;

describe('a compensation that waits for a decision', () => {
  test('is told in the same message as overdue work', async () => {
    const id = await givenCallback();
    await note(id, 'superadmin', { userId: people.superadmin.id });
    await givenUndecided();
    await prepare('12:01');
    expect(await messagesOf(people.superadmin)).toEqual([
      [
        ['superadmin', id],
        ['undecided', null],
      ],
    ]);
  });

  test('is not told when it is decided meanwhile', async () => {
    const id = await givenUndecided();
    const { id: decidedById } = people.superadmin;
    await db.compensation.update({
      where: { id },
      data: { state: 'refused', decidedById, decidedAt: at('12:00') },
    });
    await prepare('12:01');
    expect(await messagesOf(people.superadmin)).toEqual([]);
    expect(await dropOf(id)).toBe('handled');
  });

  test('is not told to who decides nothing any more, and at night to nobody', async () => {
    const id = await givenUndecided();
    await prepare('22:00');
    expect(await messagesOf(people.superadmin)).toEqual([]);
    await db.user.update({ where: { id: people.superadmin.id }, data: { role: 'admin' } });
    await prepare('+08:00');
    await db.user.update({ where: { id: people.superadmin.id }, data: { role: 'superadmin' } });
    expect(await messagesOf(people.superadmin)).toEqual([]);
    expect(await dropOf(id)).toBe('not_allowed');
  });
});

test('at night nothing is told; in the morning all of it, in one message', async () => {
  const due = { dueAt: at('22:00') };
  const [first, second] = [await givenCallback(due), await givenCallback(due)];
  await note(first, 'due', { local: '22:00', ...due });
  await note(second, 'due', { local: '22:30', ...due });
  for (const time of ['22:31', '23:59', '+07:59']) await prepare(time);
  expect(await messagesOf(people.operator)).toEqual([]);

  await prepare('+08:00');
  await prepare('+08:01');
  expect(await messagesOf(people.operator)).toEqual([
    [
      ['due', first],
      ['due', second],
    ],
  ]);
});

test('whoever cannot be reached is told when he is back', async () => {
  const id = await givenCallback();
  await note(id, 'due');
  await db.user.update({ where: { id: people.operator.id }, data: { unreachableSince: at('11:00') } });
  await prepare('12:01');
  expect(await messagesOf(people.operator)).toEqual([]);
  await db.user.update({ where: { id: people.operator.id }, data: { unreachableSince: null } });
  await prepare('12:30');
  expect(await messagesOf(people.operator)).toEqual([[['due', id]]]);
});

test('processes side by side make one message', async () => {
  await note(await givenCallback(), 'due');
  await Promise.all(['12:01', '12:01', '12:01'].map(prepare));
  await prepare('12:01');
  expect(await messagesOf(people.operator)).toHaveLength(1);
});

describe('a person rests', () => {
  const clinic = { hours: DEFAULT_CLINIC_HOURS, timezone };
  const minute = (hour: number) => hour * 60;
  test.each([
    ['until the later of the clinic’s morning and his own', '23:00', { from: 21, to: 10 }, '+10:00'],
    ['until the clinic opens, though he would be up', '+07:00', { from: 22, to: 6 }, '+08:00'],
    ['in his own quiet hours by day', '13:30', { from: 13, to: 14 }, '14:00'],
    ['without quiet hours of his own while the clinic sleeps', '22:00', null, '+08:00'],
    ['not in the middle of the day', '12:00', { from: 21, to: 8 }, null],
  ])('%s', (_, local, quiet, until) => {
    const hours = quiet && { from: minute(quiet.from), to: minute(quiet.to) };
    expect(restUntil(at(local), hours, clinic)).toEqual(until === null ? null : at(until));
  });
});
