import { Prisma, type DbClient } from '@perezvon/db';
import { givenCall, givenClinic, givenScore, testDatabase, type Clinic } from '@perezvon/db/testing';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { periodEnding } from '@perezvon/db/calls';
import { candidatesQuery, listTopCalls } from '../../src/queries/calls/list-top-calls.js';

const AT = new Date('2026-11-24T09:00:00Z');
const LATER = new Date('2026-11-24T09:05:00Z');
const WEEK = periodEnding(AT, 7, 'Europe/Moscow');
const CAME_IN = new Date('2026-11-24T08:30:00Z');

const QUIET = {
  complaintRiskFlag: false,
  complaintRiskScore: 0,
  churnRiskScore: 0,
  lostOpportunityScore: 0,
  followupNeededFlag: false,
} as const;

let db: DbClient;
let clinic: Clinic;
beforeEach(async () => {
  ({ db } = await testDatabase());
  clinic = await givenClinic(db);
});

const given = async (
  score: Partial<Prisma.CallScoreUncheckedCreateInput>,
  call: Partial<Prisma.CallUncheckedCreateInput> = {},
): Promise<number> => {
  const stored = await givenCall(db, { turns: null, createdAt: CAME_IN, ...call });
  await givenScore(db, stored, { ...QUIET, ...score });
  return stored.historyId;
};
const complaint = (points: number, call: Partial<Prisma.CallUncheckedCreateInput> = {}) =>
  given({ complaintRiskFlag: true, complaintRiskScore: points }, call);

const listen = (historyId: number, createdAt: Date) =>
  db.callMark.create({ data: { historyId, kind: 'listened', userId: clinic.otherAdmin.id, createdAt } });
const assign = (historyId: number, createdAt: Date, closedAt: Date | null = null) =>
  db.assignment.create({
    data: {
      historyId,
      kind: 'callback',
      state: closedAt ? 'done' : 'open',
      closedAt,
      createdAt,
      ownerId: clinic.operator.id,
      givenById: clinic.admin.id,
      dueAt: '2026-11-24T15:00:00Z',
    },
  });

const top = async (): Promise<number[]> =>
  (await listTopCalls(db, { period: WEEK, at: AT })).map(({ historyId }) => historyId);

describe('who is among the five', () => {
  test('the worst of every list, by risk, value and who has it; each once', async () => {
    const lost = await given({ lostOpportunityScore: 90 });
    const both = await given({ complaintRiskFlag: true, complaintRiskScore: 80, churnRiskScore: 90 });
    const owned = await complaint(100);
    await assign(owned, CAME_IN);
    const leaving = await given({ churnRiskScore: 95 });
    const callback = await given({ followupNeededFlag: true, lostOpportunityScore: null });
    await given({});
    expect(await top()).toEqual([both, lost, leaving, owned, callback]);
    const found = await listTopCalls(db, { period: WEEK, at: AT });
    expect(found.map(({ owner }) => owner?.firstName ?? null)).toEqual([null, null, null, 'Ольга', null]);
  });

  test('what anybody has listened to is not, nor an old version’s score, nor a call outside the period', async () => {
    const heard = await complaint(90);
    await listen(heard, CAME_IN);
    const rescored = await given({});
    await db.callScore.create({
      data: {
        ...(await db.callScore.findFirstOrThrow({ where: { historyId: rescored } })),
        gates: {},
        evidence: [],
        ruledOut: [],
        promise: Prisma.DbNull,
        lmVersionTag: 'v0.9.0+00000000',
        isCurrent: false,
        complaintRiskFlag: true,
      },
    });
    await complaint(90, { callDate: '2026-11-10T08:00:00Z' });
    expect(await top()).toEqual([]);
  });

  test('grave calls that are given away, or old, do not hide what has to be heard now', async () => {
    for (let index = 0; index < 12; index += 1) {
      await assign(await given({ lostOpportunityScore: 100 }), CAME_IN);
      await given({ lostOpportunityScore: 99 }, { callDate: '2026-11-18T08:00:00Z' });
    }
    const fresh = await given({ lostOpportunityScore: 70 });
    expect((await top())[0]).toBe(fresh);
  });
});

describe('the five of a moment stay the same', () => {
  test('whatever is listened to, given, finished or comes in after it', async () => {
    const ids = [
      await complaint(95),
      await complaint(90),
      await complaint(85),
      await complaint(80),
      await complaint(75),
    ];
    const wasOwned = await complaint(99);
    await assign(wasOwned, CAME_IN, LATER);
    const [first, second] = ids;
    if (first === undefined || second === undefined) throw new Error('five calls were given');
    await listen(first, LATER);
    await assign(second, LATER);
    await complaint(100, { createdAt: LATER });
    await complaint(100, { callDate: '2026-11-24T09:01:00Z' });

    expect(await top()).toEqual(ids);
    const found = await listTopCalls(db, { period: WEEK, at: AT });
    expect(found[0]?.listeners.map(({ firstName }) => firstName)).toEqual(['Вера']);
    expect(found[1]?.owner?.firstName).toBe('Ольга');
  });

  test('but a call that is erased is gone', async () => {
    const [erased, left] = [await complaint(95), await complaint(90)];
    await db.call.delete({ where: { historyId: erased } });
    expect(await top()).toEqual([left]);
  });
});

const CALLS = 30_000;

test('the five are read from the lists’ worst ends: no statement reads a table from its beginning', async () => {
  await db.$executeRaw`
    INSERT INTO calls (history_id, call_date, direction, content_hash, created_at)
    SELECT n, ${AT}::timestamptz - n * interval '1 minute', 'inbound', '\\x00', ${AT}::timestamptz - n * interval '1 minute'
    FROM generate_series(1, ${CALLS}::int) AS n`;
  await db.$executeRaw`
    INSERT INTO call_scores (history_id, lm_version_tag, revision, is_current, call_date, calc_profile,
      valid_dialogue, outcome, complaint_risk_flag, complaint_risk_score, followup_needed_flag,
      lost_opportunity_score, churn_risk_score, gates, evidence, ruled_out)
    SELECT history_id, 'v1.0.0+00000000', 1, true, call_date, 'default', true, 'info_only',
      history_id % 5 = 0, 60 + history_id % 40, history_id % 5 = 1,
      CASE history_id % 5 WHEN 2 THEN 60 + history_id % 41 ELSE 0 END, history_id % 100,
      '{}', '[]', jsonb_build_array(repeat('слова ', 80))
    FROM calls`;
  // Of empty tables the beginning is all there is.
  await db.$executeRaw`
    INSERT INTO call_marks (history_id, kind, user_id, created_at)
    SELECT history_id, 'listened', ${clinic.admin.id}, call_date FROM calls WHERE history_id % 10 = 0`;
  await db.$executeRaw`
    INSERT INTO assignments (history_id, kind, state, owner_id, given_by_id, due_at, created_at)
    SELECT history_id, 'callback', 'open', ${clinic.operator.id}, ${clinic.admin.id}, ${AT}, call_date
    FROM calls WHERE history_id % 10 = 1`;
  await db.$executeRaw`ANALYZE`;
  const query = candidatesQuery({ period: periodEnding(AT, 30, 'Europe/Moscow'), at: AT });
  const rows = await db.$queryRaw<Record<string, string>[]>`EXPLAIN ${query}`;
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  for (const group of ['complaint', 'followup', 'lost', 'churn'])
    expect(plan).toContain(`call_scores_${group}_worst`);
  expect(plan).not.toContain('Seq Scan');
});
