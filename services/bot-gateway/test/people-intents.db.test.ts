import {
  userApprove,
  userBlock,
  userRequestAccess,
  userReject,
  userSetRole,
  userUnblock,
  type Envelope,
} from '@perezvon/contracts';
import type { DbClient } from '@perezvon/db';
import { clockAt, givenClinic, silentLog, testDatabase } from '@perezvon/db/testing';
import { carryOut, outboxTypes } from '@perezvon/messaging/testing';
import { expect, test } from '@jest/globals';
import { intents } from '../src/intents/index.js';

const at = new Date('2026-11-24T09:00:00Z');
const now = clockAt(at.toISOString());
let lastId = 0;
const by = (actor: { id: number }) => {
  lastId += 1;
  return { id: `tg-${lastId}`, actorId: actor.id, at };
};

const handlers = intents({ developersChatId: null, timezone: 'Europe/Moscow' });
/** @returns null when done, the reason when refused */
const decide = (db: DbClient, intent: Envelope): Promise<string | null> =>
  carryOut('bot-gateway', intent, handlers, { db, log: silentLog, now });

const accessOf = async (db: DbClient, { id }: { id: number }) => {
  const { role, status, operatorCode } = await db.user.findUniqueOrThrow({ where: { id } });
  return { role, status, operatorCode };
};

const givenRequest = (db: DbClient) =>
  db.user.create({ data: { telegramId: 8_001, firstName: 'Нина', status: 'requested' } });

test('a newcomer asks once, for himself only, and again after a no', async () => {
  const { db } = await testDatabase();
  const { admin } = await givenClinic(db);
  const nina = await db.user.create({ data: { telegramId: 8_001, firstName: 'Нина' } });
  const zoya = await db.user.create({ data: { telegramId: 8_002, firstName: 'Зоя' } });

  expect(await decide(db, userRequestAccess.of({ userId: zoya.id }, by(nina)))).toBe('user.not_found');
  expect(await decide(db, userRequestAccess.of({ userId: nina.id }, by(nina)))).toBeNull();
  expect(await outboxTypes(db)).toEqual(expect.arrayContaining(['user.access_requested', 'admin.action']));
  expect(await decide(db, userRequestAccess.of({ userId: nina.id }, by(nina)))).toBe(
    'user.already_requested',
  );
  expect(await decide(db, userReject.of({ userId: nina.id }, by(admin)))).toBeNull();
  expect(await decide(db, userRequestAccess.of({ userId: nina.id }, by(nina)))).toBeNull();
  expect(await decide(db, userRequestAccess.of({ userId: admin.id }, by(admin)))).toBe('user.already_active');
});

test('only a request can be approved, once, and only with a role below one’s own', async () => {
  const { db } = await testDatabase();
  const { admin, otherAdmin, operator } = await givenClinic(db);
  const nina = await givenRequest(db);

  expect(await decide(db, userApprove.of({ userId: nina.id, role: 'admin' }, by(admin)))).toBe(
    'user.not_below_you',
  );
  expect(await decide(db, userApprove.of({ userId: nina.id, role: 'operator' }, by(operator)))).toBe(
    'permission.missing',
  );
  expect(await decide(db, userApprove.of({ userId: nina.id, role: 'operator' }, by(admin)))).toBeNull();
  expect(await accessOf(db, nina)).toEqual({ role: 'operator', status: 'active', operatorCode: null });
  expect(await decide(db, userApprove.of({ userId: nina.id, role: 'marketing' }, by(otherAdmin)))).toBe(
    'user.not_requested',
  );
});

test('nobody decides about himself, an equal or somebody above', async () => {
  const { db } = await testDatabase();
  const { admin, otherAdmin, superadmin, supremeDev } = await givenClinic(db);
  for (const target of [admin, otherAdmin, superadmin, supremeDev]) {
    expect(await decide(db, userBlock.of({ userId: target.id }, by(admin)))).toBe('user.not_below_you');
    expect(await decide(db, userSetRole.of({ userId: target.id, role: 'operator' }, by(admin)))).toBe(
      'user.not_below_you',
    );
  }
  expect(await decide(db, userBlock.of({ userId: supremeDev.id }, by(supremeDev)))).toBe(
    'user.not_below_you',
  );
  expect(await accessOf(db, superadmin)).toMatchObject({ role: 'superadmin', status: 'active' });
});

test('the last superadmin stays, also when two are removed at the same moment', async () => {
  const { db } = await testDatabase();
  const { superadmin, supremeDev, admin } = await givenClinic(db);
  expect(await decide(db, userBlock.of({ userId: superadmin.id }, by(supremeDev)))).toBe(
    'user.last_superadmin',
  );
  expect(await decide(db, userSetRole.of({ userId: superadmin.id, role: 'admin' }, by(supremeDev)))).toBe(
    'user.last_superadmin',
  );

  expect(
    await decide(db, userSetRole.of({ userId: admin.id, role: 'superadmin' }, by(supremeDev))),
  ).toBeNull();
  const outcomes = await Promise.all([
    decide(db, userBlock.of({ userId: superadmin.id }, by(supremeDev))),
    decide(db, userSetRole.of({ userId: admin.id, role: 'admin' }, by(supremeDev))),
  ]);
  expect(outcomes.filter((outcome) => outcome === null)).toHaveLength(1);
  expect(await db.user.count({ where: { role: 'superadmin', status: 'active' } })).toBe(1);
});

test('a block keeps the role for the day it is taken off; who never had one may ask again', async () => {
  const { db } = await testDatabase();
  const { admin, operator } = await givenClinic(db);
  const nina = await givenRequest(db);
  for (const person of [operator, nina])
    expect(await decide(db, userBlock.of({ userId: person.id }, by(admin)))).toBeNull();
  expect(await accessOf(db, operator)).toEqual({ role: 'operator', status: 'blocked', operatorCode: 'op-1' });
  expect(await decide(db, userRequestAccess.of({ userId: nina.id }, by(nina)))).toBe('user.blocked');

  for (const person of [operator, nina])
    expect(await decide(db, userUnblock.of({ userId: person.id }, by(admin)))).toBeNull();
  expect(await accessOf(db, operator)).toMatchObject({ role: 'operator', status: 'active' });
  expect(await accessOf(db, nina)).toMatchObject({ role: null, status: 'newcomer' });
});

test('a role that is no operator’s has no code in the calls', async () => {
  const { db } = await testDatabase();
  const { superadmin, operator } = await givenClinic(db);
  expect(
    await decide(db, userSetRole.of({ userId: operator.id, role: 'marketing' }, by(superadmin))),
  ).toBeNull();
  expect(await accessOf(db, operator)).toEqual({ role: 'marketing', status: 'active', operatorCode: null });
});
