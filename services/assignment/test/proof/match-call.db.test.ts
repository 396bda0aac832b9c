import { assignmentComplete, assignmentCreate, assignmentReturn, callMatchDue } from '@perezvon/contracts';
import { Prisma, type DbClient } from '@perezvon/db';
import { givenCall, givenClinic, somePhoneHash, testDatabase, type Clinic } from '@perezvon/db/testing';
import { outboxMessages } from '@perezvon/messaging/testing';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { matchesQuery } from '../../src/proof/find-matches.js';
import { hear, newId, receive } from '../support/received.js';

/** A moment of one day, as `09:30`. */
const at = (time: string): Date => new Date(`2026-11-24T${time}:00Z`);
const GIVEN = at('10:00');

let db: DbClient;
let clinic: Clinic;

beforeAll(async () => {
  ({ db } = await testDatabase());
  clinic = await givenClinic(db);
});

type Hash = ReturnType<typeof somePhoneHash>;

/** A client's call at nine, and the callback that is given for it at ten. */
const givenCallback = async (phone: Hash | null, says: readonly Hash[] = []): Promise<number> => {
  const { historyId } = await givenCall(db, { callDate: at('09:00'), clientPhoneHash: phone });
  await db.saidPhone.createMany({ data: says.map((phoneHash) => ({ historyId, phoneHash })) });
  await receive(
    db,
    assignmentCreate.of(
      { historyId, kind: 'callback', ownerId: clinic.operator.id, dueAt: at('18:00').toISOString() },
      { id: newId(), actorId: clinic.admin.id, at: GIVEN },
    ),
    GIVEN,
  );
  return (await db.assignment.findFirstOrThrow({ where: { historyId } })).id;
};

/** What call-ingest tells of a call. */
const announce = (historyId: number, now: Date, revision = 1) =>
  hear(db, callMatchDue.of({ historyId, revision }), now, `match-${historyId}-r${revision}`);

/** The clinic calls a number. @returns the call's id */
const dial = async (phone: Hash | null, time: string, talkDuration: number): Promise<number> => {
  const { historyId } = await givenCall(db, {
    callDate: at(time),
    direction: 'outbound',
    clientPhoneHash: phone,
    talkDuration,
    turns: null,
  });
  await announce(historyId, at('17:00'));
  return historyId;
};

const stateOf = async (id: number) => {
  const { state, verifiedByCall } = await db.assignment.findUniqueOrThrow({ where: { id } });
  return { state, by: verifiedByCall === null ? null : Number(verifiedByCall) };
};
const NOT_YET = { state: 'open', by: null };

test('a talk with the client closes the callback, and the log and both people hear of it', async () => {
  const phone = somePhoneHash();
  const id = await givenCallback(phone);
  const by = await dial(phone, '11:00', 30);
  expect(await stateOf(id)).toEqual({ state: 'done', by });
  const told = (await outboxMessages(db)).filter(({ causedBy }) => causedBy === `match-${by}-r1`);
  expect(told.map(({ type }) => type)).toEqual(['assignment.verified', 'admin.action']);
  expect(told.map(({ actorId }) => actorId)).toEqual([null, null]);
});

test('attempts are counted and close nothing; delivered twice, one counts once', async () => {
  const phone = somePhoneHash();
  const id = await givenCallback(phone);
  for (const time of ['11:00', '12:00', '13:00']) await dial(phone, time, 0);
  const short = await dial(phone, '14:00', 29);
  await announce(short, at('17:00'));
  await announce(short, at('17:00'), 2);
  expect(await stateOf(id)).toEqual(NOT_YET);
  expect(await db.assignmentCall.count({ where: { assignmentId: id, isProof: false } })).toBe(4);
});

describe('what proves nothing', () => {
  test('a talk before the callback was given', async () => {
    const phone = somePhoneHash();
    const id = await givenCallback(phone);
    await dial(phone, '09:30', 300);
    expect(await stateOf(id)).toEqual(NOT_YET);
  });

  test('a call from or to a hidden number', async () => {
    const id = await givenCallback(null);
    await dial(null, '11:00', 300);
    await dial(somePhoneHash(), '11:00', 300);
    expect(await stateOf(id)).toEqual(NOT_YET);
  });

  test('a talk with a number of which everybody speaks', async () => {
    const everybodys = somePhoneHash();
    const id = await givenCallback(somePhoneHash(), [everybodys]);
    for (let caller = 0; caller < 2; caller += 1) await givenCallback(somePhoneHash(), [everybodys]);
    await dial(everybodys, '11:00', 300);
    expect(await stateOf(id)).toEqual(NOT_YET);
  });

  test('a talk with a number from which a whole company calls', async () => {
    const switchboard = somePhoneHash();
    const id = await givenCallback(switchboard);
    for (let call = 0; call < 20; call += 1)
      await givenCall(db, { callDate: at('08:00'), clientPhoneHash: switchboard, turns: null });
    await dial(switchboard, '11:00', 300);
    expect(await stateOf(id)).toEqual(NOT_YET);
  });

  test('a talk with one of a company’s clients about another who calls from its number', async () => {
    const [switchboard, mobile] = [somePhoneHash(), somePhoneHash()];
    for (let call = 0; call < 20; call += 1)
      await givenCall(db, { callDate: at('08:00'), clientPhoneHash: switchboard, turns: null });
    const id = await givenCallback(switchboard);
    const { historyId } = await givenCall(db, { callDate: at('09:30'), clientPhoneHash: switchboard });
    await db.saidPhone.create({ data: { historyId, phoneHash: mobile } });
    await dial(mobile, '11:00', 300);
    expect(await stateOf(id)).toEqual(NOT_YET);
  });

  test('a talk with a client whose workplace another client calls from', async () => {
    const [workplace, mobile] = [somePhoneHash(), somePhoneHash()];
    for (let call = 0; call < 20; call += 1)
      await givenCall(db, { callDate: at('08:00'), clientPhoneHash: workplace, turns: null });
    const id = await givenCallback(workplace);
    const { historyId } = await givenCall(db, { callDate: at('09:30'), clientPhoneHash: mobile });
    await db.saidPhone.create({ data: { historyId, phoneHash: workplace } });
    await dial(mobile, '11:00', 300);
    expect(await stateOf(id)).toEqual(NOT_YET);
  });

  test('a talk long after the owner has said that he is done', async () => {
    const phone = somePhoneHash();
    const id = await givenCallback(phone);
    await complete(id, '11:00');
    await dial(phone, '12:30', 300);
    expect(await stateOf(id)).toEqual({ state: 'done', by: null });
  });
});

const complete = (assignmentId: number, time: string) =>
  receive(
    db,
    assignmentComplete.of(
      { assignmentId, result: 'thinking' },
      { id: newId(), actorId: clinic.operator.id, at: at(time) },
    ),
    at(time),
  );

describe('another number of the same client', () => {
  test('named in the call itself, whose own number is hidden', async () => {
    const other = somePhoneHash();
    const id = await givenCallback(null, [other]);
    const by = await dial(other, '11:00', 60);
    expect(await stateOf(id)).toEqual({ state: 'done', by });
  });

  test('named in another call of his', async () => {
    const [phone, other] = [somePhoneHash(), somePhoneHash()];
    const { historyId } = await givenCall(db, { callDate: at('08:00'), clientPhoneHash: phone });
    await db.saidPhone.create({ data: { historyId, phoneHash: other } });
    const id = await givenCallback(phone);
    const by = await dial(other, '11:00', 60);
    expect(await stateOf(id)).toEqual({ state: 'done', by });
  });

  test('from which he calls, and names the one he called from before', async () => {
    const [phone, other] = [somePhoneHash(), somePhoneHash()];
    const id = await givenCallback(phone);
    const { historyId } = await givenCall(db, { callDate: at('10:30'), clientPhoneHash: other });
    await db.saidPhone.create({ data: { historyId, phoneHash: phone } });
    const by = await dial(other, '11:00', 60);
    expect(await stateOf(id)).toEqual({ state: 'done', by });
  });

  test('from which he calls, in a call that is known only after the call-back', async () => {
    const [phone, other] = [somePhoneHash(), somePhoneHash()];
    const id = await givenCallback(phone);
    const by = await dial(other, '11:00', 60);
    expect(await stateOf(id)).toEqual(NOT_YET);
    const { historyId } = await givenCall(db, { callDate: at('10:30'), clientPhoneHash: other });
    await db.saidPhone.create({ data: { historyId, phoneHash: phone } });
    await announce(historyId, at('17:00'));
    expect(await stateOf(id)).toEqual({ state: 'done', by });
  });

  test('named in a transcript that comes after the call-back', async () => {
    const other = somePhoneHash();
    const id = await givenCallback(null);
    const by = await dial(other, '11:00', 60);
    expect(await stateOf(id)).toEqual(NOT_YET);
    const { historyId } = await db.assignment.findUniqueOrThrow({ where: { id } });
    await db.saidPhone.create({ data: { historyId: historyId ?? 0n, phoneHash: other } });
    await announce(Number(historyId), at('17:00'), 2);
    expect(await stateOf(id)).toEqual({ state: 'done', by });
  });
});

test('one talk answers every callback of its client, and the first talk is the proof', async () => {
  const phone = somePhoneHash();
  const ids = [await givenCallback(phone), await givenCallback(phone)];
  const by = await dial(phone, '11:00', 60);
  await dial(phone, '12:00', 600);
  for (const id of ids) expect(await stateOf(id)).toEqual({ state: 'done', by });
});

test('a call whose talk turns out to be longer is judged anew; one that went elsewhere is forgotten', async () => {
  const phone = somePhoneHash();
  const id = await givenCallback(phone);
  const [long, elsewhere] = [await dial(phone, '11:00', 0), await dial(phone, '12:00', 5)];
  await db.call.update({ where: { historyId: elsewhere }, data: { clientPhoneHash: somePhoneHash() } });
  await announce(elsewhere, at('17:00'), 2);
  expect(await db.assignmentCall.count({ where: { assignmentId: id } })).toBe(1);
  await db.call.update({ where: { historyId: long }, data: { talkDuration: 95 } });
  await announce(long, at('17:00'), 2);
  expect(await stateOf(id)).toEqual({ state: 'done', by: long });
});

test('a call of a telephony whose clock is hours ahead stands as the proof, also when it is told again', async () => {
  const phone = somePhoneHash();
  const id = await givenCallback(phone);
  const by = await dial(phone, '20:00', 60);
  await announce(by, at('17:01'), 2);
  expect(await stateOf(id)).toEqual({ state: 'done', by });
  expect(await db.assignmentCall.count({ where: { assignmentId: id, isProof: true } })).toBe(1);
});

test('what was said to be done is proven when the call arrives; sent back, only a later one proves it', async () => {
  const phone = somePhoneHash();
  const id = await givenCallback(phone);
  await complete(id, '12:00');
  const by = await dial(phone, '11:50', 60);
  expect(await stateOf(id)).toEqual({ state: 'done', by });
  await receive(
    db,
    assignmentReturn.of({ assignmentId: id }, { id: newId(), actorId: clinic.admin.id, at: at('13:00') }),
    at('13:00'),
  );
  await dial(phone, '12:30', 60);
  expect(await stateOf(id)).toEqual(NOT_YET);
  const again = await dial(phone, '14:00', 60);
  expect(await stateOf(id)).toEqual({ state: 'done', by: again });
});

test('a call to somebody without a callback reads no work of others, however much is open', async () => {
  await db.$executeRaw`
    INSERT INTO calls (history_id, call_date, direction, client_phone_hash, content_hash)
    SELECT n, ${at('09:00')}, 'inbound', decode(lpad(n::text, 64, '7'), 'hex'), '\\x00' FROM generate_series(1, 20000) AS n`;
  await db.$executeRaw`
    INSERT INTO assignments (history_id, kind, owner_id, given_by_id, due_at, updated_at)
    SELECT n, 'callback', ${clinic.operator.id}, ${clinic.admin.id}, ${at('18:00')}, now()
    FROM generate_series(1, 20000) AS n`;
  await db.$executeRaw`
    INSERT INTO said_phones (history_id, phone_hash)
    SELECT n, decode(lpad(n::text, 64, '8'), 'hex') FROM generate_series(1, 20000) AS n`;
  for (const table of ['calls', 'assignments', 'said_phones', 'call_transcripts'])
    await db.$executeRaw`ANALYZE ${Prisma.raw(table)}`;
  const rows = await db.$queryRaw<Record<string, string>[]>`EXPLAIN ${matchesQuery([900_001])}`;
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  expect(plan).not.toMatch(/Seq Scan on (?:calls|assignments|said_phones)/);
});
