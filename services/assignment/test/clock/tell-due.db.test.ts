import type { DbClient } from '@perezvon/db';
import { givenAssignment, givenClinic, silentLog, testDatabase, type Clinic } from '@perezvon/db/testing';
import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import { withTransaction, type Prisma } from '@perezvon/db';
import { passOnUntold, tellDue } from '../../src/clock/tell-due.js';
import { remindOfForgotten } from '../../src/store/clock.js';

let db: DbClient;
let people: Clinic;
beforeAll(async () => {
  ({ db } = await testDatabase());
  people = await givenClinic(db);
});
beforeEach(async () => {
  await db.assignment.deleteMany();
  await db.setting.deleteMany();
  await db.user.updateMany({ data: { status: 'active', unreachableSince: null } });
});

/** A moment of Tuesday, 24 November 2026, by the clinic's clock; `+09:00` is the day after. */
const at = (local: string): Date =>
  new Date(`2026-11-${local.startsWith('+') ? 25 : 24}T${local.replace('+', '')}:00+03:00`);

/** A callback of the operator, given at ten, due at noon, to be looked at at eleven. */
const givenCallback = async (
  change: Partial<Prisma.AssignmentUncheckedCreateInput> = {},
): Promise<number> => {
  const [given, remindAt, dueAt] = [at('10:00'), at('11:00'), at('12:00')];
  const { id } = await givenAssignment(db, people, {
    createdAt: given,
    openedAt: given,
    dueAt,
    remindAt,
    ...change,
  });
  return id;
};
const depsAt = (local: string) => ({ db, now: () => at(local), log: silentLog, timezone: 'Europe/Moscow' });
const look = (local: string) => tellDue(depsAt(local));
const passOn = (local: string) => passOnUntold(depsAt(local));
/** What has to be told, with the time before which it is not. */
const toldOf = async (assignmentId: number) => {
  const rows = await db.reminder.findMany({ where: { assignmentId }, orderBy: { id: 'asc' } });
  return rows.map(({ level, userId, notBefore }) => [level, userId, notBefore]);
};

test('each level is noted in its time, for its person, however often the clock looks', async () => {
  const id = await givenCallback();
  for (const time of ['10:59', '11:00', '11:00', '12:00', '12:01', '13:00', '15:59', '16:00', '+12:00'])
    await look(time);

  expect(await toldOf(id)).toEqual([
    ['soon', people.operator.id, at('11:00')],
    ['due', people.operator.id, at('12:00')],
    ['giver', people.admin.id, at('13:00')],
    ['superadmin', people.superadmin.id, at('16:00')],
  ]);
  expect(await db.assignment.findUniqueOrThrow({ where: { id } })).toMatchObject({ remindAt: null });
});

test('a clock that stood still for two days notes all that it missed, but no warning that comes too late', async () => {
  const id = await givenCallback();
  await look('+13:00');
  expect((await toldOf(id)).map(([level]) => level)).toEqual(['due', 'giver', 'superadmin']);
});

test('what falls into the night waits for the clinic’s morning', async () => {
  const id = await givenCallback({ dueAt: at('22:00'), remindAt: at('22:00') });
  await look('22:00');
  expect(await toldOf(id)).toEqual([['due', people.operator.id, at('+08:00')]]);
});

test('another deadline is told anew, the end of a pause once', async () => {
  const id = await givenCallback();
  await look('12:00');
  const paused = { pausedUntil: at('14:00'), dueAt: at('15:00'), remindAt: at('14:00') };
  await db.assignment.update({ where: { id }, data: paused });
  for (const time of ['13:00', '14:00', '14:01', '14:30', '15:00']) await look(time);

  expect((await toldOf(id)).map(([level]) => level)).toEqual(['due', 'woken', 'soon', 'due']);
  expect(await db.assignment.findUniqueOrThrow({ where: { id } })).toMatchObject({ pausedUntil: null });
});

test('the hours that the clinic has set are the ones that count', async () => {
  const always = { from: 0, to: 1_440 };
  await db.setting.create({
    data: {
      key: 'clinic.hours',
      value: { week: Array.from({ length: 7 }, () => always), worksOnHolidays: true, special: {} },
    },
  });
  const id = await givenCallback({ dueAt: at('23:30'), remindAt: at('23:30') });
  await look('+00:30');
  expect(await toldOf(id)).toEqual([
    ['due', people.operator.id, at('+00:30')],
    ['giver', people.admin.id, at('+00:30')],
  ]);
});

test('closed work and work that is not due is left alone', async () => {
  await givenCallback({ state: 'done', closedAt: at('10:30') });
  await givenCallback({ remindAt: at('12:30'), dueAt: at('13:30') });
  expect(await look('12:00')).toBe(0);
  expect(await db.reminder.count()).toBe(0);
});

const closesBot = ({ id }: { id: number }) =>
  db.user.update({ where: { id }, data: { unreachableSince: at('09:00') } });
const levelsOf = async (assignmentId: number) => {
  const rows = await db.reminder.findMany({ where: { assignmentId }, orderBy: { id: 'asc' } });
  return rows.map(({ level, isPassedOn }) => `${level}${isPassedOn ? ' at once' : ''}`);
};

test('whoever gave it is told of the deadline at once where its owner cannot be', async () => {
  await closesBot(people.operator);
  const id = await givenCallback();
  for (const time of ['12:00', '13:00', '16:00']) await look(time);
  expect(await levelsOf(id)).toEqual(['due', 'giver at once', 'superadmin']);
});

test('an owner and a giver who are found to be gone after the clock has looked are passed over then', async () => {
  const id = await givenCallback();
  const inTime = await givenCallback({ ownerId: people.otherOperator.id });
  await look('12:00');
  expect(await passOn('12:01')).toBe(0);
  await closesBot(people.operator);
  await passOn('12:02');
  await passOn('12:03');
  expect(await levelsOf(id)).toEqual(['due', 'giver at once']);
  await closesBot(people.admin);
  await passOn('12:04');
  expect(await levelsOf(id)).toEqual(['due', 'giver at once', 'superadmin at once']);
  expect(await levelsOf(inTime)).toEqual(['due']);
});

test('a blocked owner is told nothing, who gave it at once', async () => {
  const id = await givenCallback();
  await db.user.update({ where: { id: people.operator.id }, data: { status: 'blocked' } });
  await look('12:00');
  await passOn('12:01');
  expect(await levelsOf(id)).toEqual(['giver at once']);
});

test('nothing that is paused, closed or not due yet is passed on', async () => {
  await closesBot(people.operator);
  await givenCallback({ dueAt: at('12:30') });
  await givenCallback({ pausedUntil: at('14:00'), remindAt: at('14:00') });
  await givenCallback({ state: 'failed', closedAt: at('11:00'), remindAt: null });
  expect(await passOn('12:00')).toBe(0);
});

test('handed on and back: each holder is reminded anew, nobody twice of one moment', async () => {
  const id = await givenCallback();
  const handOn = ({ id: ownerId }: { id: number }, local: string) =>
    db.assignment.update({ where: { id }, data: { ownerId, handedOnAt: at(local), remindAt: at(local) } });
  await look('11:00');
  await handOn(people.otherOperator, '11:05');
  await look('11:05');
  await handOn(people.operator, '11:10');
  for (const time of ['11:10', '12:00']) await look(time);
  await handOn(people.otherOperator, '12:01');
  await look('12:01');
  await handOn(people.operator, '12:02');
  for (const time of ['12:02', '12:30', '13:02', '16:02']) await look(time);

  const { operator, otherOperator, admin, superadmin } = people;
  const rows = await db.reminder.findMany({ where: { assignmentId: id }, orderBy: { id: 'asc' } });
  expect(rows.map(({ level, userId, heldSince }) => [level, userId, heldSince])).toEqual([
    ['soon', operator.id, at('10:00')],
    ['soon', otherOperator.id, at('11:05')],
    ['soon', operator.id, at('11:10')],
    ['due', operator.id, at('11:10')],
    ['giver', admin.id, at('12:02')],
    ['superadmin', superadmin.id, at('12:02')],
  ]);
});

test('while nothing is due, nothing else is read: not the clinic’s hours, not its people', async () => {
  await givenCallback();
  const looked = await withTransaction(db, async (tx) => {
    await tx.$executeRaw`LOCK TABLE settings, users IN ACCESS EXCLUSIVE MODE`;
    return look('10:59');
  });
  expect(looked).toBe(0);
});

test('two clocks side by side note everything once', async () => {
  for (let count = 0; count < 30; count += 1) await givenCallback();
  const looked = await Promise.all([look('12:00'), look('12:00'), look('12:00')]);
  expect(looked.reduce((all, one) => all + one)).toBe(30);
  expect(await db.reminder.count({ where: { level: 'due' } })).toBe(30);
});

test('an assignment that the clock would miss is found', async () => {
  const forgotten = await givenCallback({ remindAt: null });
  const tooLate = await givenCallback({ remindAt: at('+12:00') });
  await givenCallback();
  expect(await withTransaction(db, (tx) => remindOfForgotten(tx, at('10:30')))).toBe(2);
  await look('10:30');
  await look('12:00');
  for (const id of [forgotten, tooLate]) expect((await toldOf(id)).map(([level]) => level)).toEqual(['due']);
});
