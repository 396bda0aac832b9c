import { givenCall, givenScore, somePhoneHash, testDatabase } from '../src/testing/index.js';
import { Prisma, withTransaction, type DbClient } from '../src/index.js';
import { touchedComplaintsQuery } from '../src/calls/returning-complaints.js';
import { findChainPlaces, listChainCalls, markReturningComplaints } from '../src/calls/index.js';
import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

let db: DbClient;
beforeAll(async () => {
  ({ db } = await testDatabase());
});

type Hash = ReturnType<typeof somePhoneHash>;

/** A call on a day of November at nine. */
const call = async (
  day: number,
  phone: Hash | null,
  { direction = 'inbound', says = [] }: { direction?: 'inbound' | 'outbound'; says?: readonly Hash[] } = {},
) => {
  const callDate = new Date(Date.UTC(2026, 10, day, 9));
  const given = await givenCall(db, { callDate, clientPhoneHash: phone, direction, turns: null });
  await db.saidPhone.createMany({
    data: says.map((phoneHash) => ({ historyId: given.historyId, phoneHash })),
  });
  return given;
};
const placeOf = async ({ historyId }: { historyId: number }) =>
  (await findChainPlaces(db, [historyId])).get(historyId);

describe('the calls of one client', () => {
  test('are counted as his own, and with those that were made to him', async () => {
    const phone = somePhoneHash();
    const [first, answer, second] = [
      await call(2, phone),
      await call(3, phone, { direction: 'outbound' }),
      await call(4, phone),
    ];
    expect(await placeOf(first)).toEqual({ number: 1, others: 2 });
    expect(await placeOf(answer)).toEqual({ number: 0, others: 2 });
    expect(await placeOf(second)).toEqual({ number: 2, others: 2 });
    const linked = await listChainCalls(db, second.historyId, 5);
    expect(linked.map(({ historyId }) => historyId)).toEqual([answer.historyId, first.historyId]);
  });

  test('end with a month between them', async () => {
    const phone = somePhoneHash();
    await call(-10, phone);
    expect(await placeOf(await call(25, phone))).toEqual({ number: 1, others: 0 });
  });

  test('from another number that he names belong to him, whichever he calls from first', async () => {
    const [phone, other] = [somePhoneHash(), somePhoneHash()];
    const first = await call(2, phone, { says: [other] });
    const second = await call(3, other);
    expect(await placeOf(first)).toEqual({ number: 1, others: 1 });
    expect(await placeOf(second)).toEqual({ number: 2, others: 1 });
  });

  test('from hidden numbers are nobody’s, unless they name one', async () => {
    const phone = somePhoneHash();
    await call(1, phone);
    await call(2, null);
    expect(await placeOf(await call(3, null))).toEqual({ number: 1, others: 0 });
    expect(await placeOf(await call(4, null, { says: [phone] }))).toEqual({ number: 2, others: 1 });
  });

  test('of a company’s number are those of nobody', async () => {
    const phone = somePhoneHash();
    for (let made = 0; made < 21; made += 1) await call(5, phone);
    expect(await placeOf(await call(6, phone))).toEqual({ number: 1, others: 0 });
  });

  test('are not those of his company, though he names its number, or his own when he calls from it', async () => {
    const [company, phone, mobile] = [somePhoneHash(), somePhoneHash(), somePhoneHash()];
    for (let made = 0; made < 21; made += 1) await call(5, company);
    await call(6, company, { says: [mobile] });
    expect(await placeOf(await call(7, phone, { says: [company] }))).toEqual({ number: 1, others: 0 });
    // The call in which he named it is his, the others are not.
    expect(await placeOf(await call(7, mobile))).toEqual({ number: 2, others: 1 });
  });
});

describe('a complaint', () => {
  const complaintNumber = async ({ historyId }: { historyId: number }) =>
    (await db.callScore.findFirstOrThrow({ where: { historyId } })).clientCallNumber;
  const scored = async (...given: Parameters<typeof call>) => {
    const made = await call(...given);
    await givenScore(db, made);
    await withTransaction(db, (tx) => markReturningComplaints(tx, [made.historyId]));
    return made;
  };

  test('knows which call of its client it is', async () => {
    const phone = somePhoneHash();
    const [first, second] = [await scored(2, phone), await scored(3, phone)];
    expect([await complaintNumber(first), await complaintNumber(second)]).toEqual([1, 2]);
  });

  test('learns of an earlier call that arrives after it', async () => {
    const phone = somePhoneHash();
    const late = await scored(5, phone);
    await scored(1, phone);
    expect(await complaintNumber(late)).toBe(2);
  });

  test('of a client who names the number he called from before is his second', async () => {
    const [phone, other] = [somePhoneHash(), somePhoneHash()];
    await scored(1, phone);
    expect(await complaintNumber(await scored(2, other, { says: [phone] }))).toBe(2);
  });

  test('of a company’s number is nobody’s second', async () => {
    const phone = somePhoneHash();
    for (let made = 0; made < 21; made += 1) await call(5, phone);
    expect(await complaintNumber(await scored(6, phone))).toBe(1);
  });

  test('of a client who names a public number is not that of others who name it', async () => {
    const desk = somePhoneHash();
    for (const day of [1, 2]) await scored(day, somePhoneHash(), { says: [desk] });
    await scored(3, desk);
    expect(await complaintNumber(await scored(4, somePhoneHash(), { says: [desk] }))).toBe(1);
  });

  test('learns of an earlier call from another number that is known to be his', async () => {
    const [phone, other] = [somePhoneHash(), somePhoneHash()];
    await scored(2, other, { says: [phone] });
    const late = await scored(5, phone);
    await scored(1, other);
    expect(await complaintNumber(late)).toBe(3);
  });

  test('has at its scoring the number that its card tells, whoever calls from where and names what', async () => {
    const one = fc.record({
      day: fc.integer({ min: -10, max: 28 }),
      from: fc.option(fc.nat({ max: 4 }), { freq: 5 }),
      says: fc.uniqueArray(fc.nat({ max: 4 }), { maxLength: 2 }),
      direction: fc.constantFrom('inbound', 'inbound', 'inbound', 'outbound'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(one, { minLength: 2, maxLength: 9 }), async (calls) => {
        const phones = Array.from({ length: 5 }, () => somePhoneHash());
        const hashes = (indexes: readonly number[]) =>
          phones.filter((_phone, index) => indexes.includes(index));
        for (const { day, from, says, direction } of calls) {
          const [phone = null] = from === null ? [] : hashes([from]);
          const made = await scored(day, phone, { direction, says: hashes(says) });
          const told = direction === 'inbound' ? (await placeOf(made))?.number : null;
          expect(await complaintNumber(made)).toBe(told);
        }
      }),
      { numRuns: 15 },
    );
  });

  test('has no number where the call is none', async () => {
    const phone = somePhoneHash();
    await call(1, phone);
    const calm = await call(2, phone);
    await givenScore(db, calm, { complaintRiskFlag: false, complaintRiskScore: 0 });
    await withTransaction(db, (tx) => markReturningComplaints(tx, [calm.historyId]));
    expect(await complaintNumber(calm)).toBeNull();
  });

  test('is looked for among the calls of its client, however many complaints there are', async () => {
    await db.$executeRaw`
      INSERT INTO calls (history_id, call_date, direction, client_phone_hash, content_hash)
      SELECT n, timestamptz '2026-10-01' + n * interval '3 minutes', 'inbound', decode(lpad((n / 2)::text, 64, '7'), 'hex'), '\\x00'
      FROM generate_series(1000000, 1020000) AS n`;
    await db.$executeRaw`
      INSERT INTO call_scores (history_id, lm_version_tag, revision, is_current, call_date, calc_profile, valid_dialogue,
        outcome, gates, evidence, ruled_out, complaint_risk_flag, complaint_risk_score)
      SELECT history_id, 'v1', 1, true, call_date, 'default', true, 'complaint', '{}', '[]', '[]', true, 70
      FROM calls WHERE history_id >= 1000000`;
    for (const table of ['calls', 'call_scores', 'said_phones'])
      await db.$executeRaw`ANALYZE ${Prisma.raw(table)}`;
    const ids = Array.from({ length: 50 }, (_, index) => 1_010_000 + index);
    const rows = await db.$queryRaw<Record<string, string>[]>`EXPLAIN ${touchedComplaintsQuery(ids, ids)}`;
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).not.toMatch(/Seq Scan on (?:calls|call_scores)|call_scores_complaint_list/);
  });
});
