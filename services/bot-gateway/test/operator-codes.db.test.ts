import { userApprove, userBlock, userSetRole, userUnblock, type Envelope } from '@perezvon/contracts';
import type { DbClient } from '@perezvon/db';
import {
  clockAt,
  givenCall,
  givenClinic,
  givenScore,
  silentLog,
  testDatabase,
  type Clinic,
} from '@perezvon/db/testing';
import { carryOut } from '@perezvon/messaging/testing';
import { beforeEach, expect, test } from '@jest/globals';
import { operatorKey } from '../src/domain/operator-key.js';
import { intents } from '../src/intents/index.js';

const LONG = 'Константинопольская Александра Вениаминовна, старшая смена';

const at = new Date('2026-11-24T09:00:00Z');
let lastId = 0;
const by = (actor: { id: number }) => {
  lastId += 1;
  return { id: `tg-${lastId}`, actorId: actor.id, at };
};

let db: DbClient;
let clinic: Clinic;
let nina: { id: number };
beforeEach(async () => {
  ({ db } = await testDatabase());
  clinic = await givenClinic(db);
  nina = await db.user.create({ data: { telegramId: 8_001, firstName: 'Нина', status: 'requested' } });
  for (const operator of ['op-1', 'op-3', LONG]) await givenScore(db, await givenCall(db, { operator }));
});

const handlers = intents({ developersChatId: null, timezone: 'Europe/Moscow' });
/** @returns null when done, the reason when refused */
const decide = (intent: Envelope): Promise<string | null> =>
  carryOut('bot-gateway', intent, handlers, { db, log: silentLog, now: clockAt(at.toISOString()) });
const codeOf = async ({ id }: { id: number }) =>
  (await db.user.findUniqueOrThrow({ where: { id } })).operatorCode;
const asOperator = (person: { id: number }, code: string) =>
  ({ userId: person.id, role: 'operator', operatorKey: operatorKey(code) }) as const;

test('a person becomes an operator of the calls, however long the code; one that no call has is refused', async () => {
  expect(await decide(userApprove.of(asOperator(nina, 'op-99'), by(clinic.admin)))).toBe(
    'user.operator_unknown',
  );
  expect(await decide(userApprove.of(asOperator(nina, 'op-1'), by(clinic.admin)))).toBe(
    'user.operator_code_taken',
  );
  expect(await decide(userApprove.of(asOperator(nina, LONG), by(clinic.admin)))).toBeNull();
  expect(await codeOf(nina)).toBe(LONG);
  expect(await decide(userSetRole.of(asOperator(nina, 'op-3'), by(clinic.admin)))).toBeNull();
  expect(await codeOf(nina)).toBe('op-3');
});

test('a code that is given to two people at the same moment is one’s; the other’s is refused when it is repeated', async () => {
  const zoya = await db.user.create({ data: { telegramId: 8_002, firstName: 'Зоя', status: 'requested' } });
  const given = [
    userApprove.of(asOperator(nina, 'op-3'), by(clinic.admin)),
    userApprove.of(asOperator(zoya, 'op-3'), by(clinic.otherAdmin)),
  ];
  const first = await Promise.allSettled(given.map(decide));
  // What the index threw out has changed nothing: the queue tries it again.
  const repeated = await Promise.all(
    given.filter((_, index) => first[index]?.status === 'rejected').map(decide),
  );
  const outcomes = [...first.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])), ...repeated];
  expect(new Set(outcomes)).toEqual(new Set([null, 'user.operator_code_taken']));
  expect(outcomes).toHaveLength(2);
  expect(await db.user.count({ where: { operatorCode: 'op-3' } })).toBe(1);
});

test('a code that went to somebody else during a block does not come back with the access', async () => {
  const { admin, operator } = clinic;
  expect(await decide(userBlock.of({ userId: operator.id }, by(admin)))).toBeNull();
  expect(await decide(userApprove.of(asOperator(nina, 'op-1'), by(admin)))).toBeNull();
  expect(await decide(userUnblock.of({ userId: operator.id }, by(admin)))).toBeNull();
  expect(await codeOf(operator)).toBeNull();
  expect(await codeOf(nina)).toBe('op-1');
});
