import type { DbClient } from '@perezvon/db';
import { givenCall, givenClinic, givenScore, testDatabase } from '@perezvon/db/testing';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { CALL_LISTS, periodEnding, type CallList, type Period } from '@perezvon/db/calls';
import { countCallLists, countFilters } from '../../src/queries/calls/count-call-lists.js';
import { listCalls, listQuery, type ListedCall } from '../../src/queries/calls/list-calls.js';

const NOW = new Date('2026-11-24T09:00:00Z');
const WEEK = periodEnding(NOW, 7, 'Europe/Moscow');
const MONTH = periodEnding(NOW, 30, 'Europe/Moscow');

const lengths = async (db: DbClient, period: Period) => {
  const { complaint, followup, lost } = await countCallLists(db, period);
  return { complaint: complaint.all, followup: followup.all, lost: lost.all };
};

const NOTHING_RED = {
  complaintRiskFlag: false,
  complaintRiskScore: 0,
  followupNeededFlag: false,
  lostOpportunityScore: 0,
} as const;

const givenComplaint = async (
  db: DbClient,
  callDate: string,
  complaintRiskScore: number,
): Promise<number> => {
  const call = await givenCall(db, { callDate });
  await givenScore(db, call, { ...NOTHING_RED, complaintRiskFlag: true, complaintRiskScore });
  return call.historyId;
};

const firstPage = (list: CallList, limit = 10) => ({
  list,
  period: WEEK,
  withoutOwner: false,
  untouched: false,
  operator: null,
  order: 'worst' as const,
  from: null,
  limit,
});

describe('what stands in the lists', () => {
  let db: DbClient;
  beforeAll(async () => {
    ({ db } = await testDatabase());
    await givenComplaint(db, '2026-11-24T08:00:00Z', 90);
    // 00:30 of the 18th in Moscow: the first day of the week. Half an hour earlier is not.
    await givenComplaint(db, '2026-11-17T21:30:00Z', 70);
    await givenComplaint(db, '2026-11-17T20:30:00Z', 99);
    const followup = await givenCall(db);
    await givenScore(db, followup, { ...NOTHING_RED, followupNeededFlag: true, lostOpportunityScore: null });
    const lost = await givenCall(db);
    await givenScore(db, lost, { ...NOTHING_RED, lostOpportunityScore: 60 });
    const nearlyLost = await givenCall(db);
    await givenScore(db, nearlyLost, { ...NOTHING_RED, lostOpportunityScore: 59 });
    const rescored = await givenCall(db);
    await givenScore(db, rescored, { isCurrent: false, lmVersionTag: 'v0.9.0+00000000' });
    await givenScore(db, rescored, NOTHING_RED);
  });

  test('counts follow the clinic’s days and the red lines; an old version’s score does not count', async () => {
    expect(await lengths(db, WEEK)).toEqual({ complaint: 2, followup: 1, lost: 1 });
    expect(await lengths(db, MONTH)).toEqual({ complaint: 3, followup: 1, lost: 1 });
  });

  test.each(CALL_LISTS)('the %s list holds as many calls as its button says', async (list) => {
    const counts = await countCallLists(db, WEEK);
    const { rows } = await listCalls(db, firstPage(list));
    expect(rows.length).toBe(counts[list].all);
    expect(await countFilters(db, { list, period: WEEK, operator: null })).toMatchObject(counts[list]);
  });

  test('a score that is not known is not shown as zero', async () => {
    const { rows } = await listCalls(db, firstPage('followup'));
    expect(rows.map(({ score }) => score)).toEqual([null]);
  });
});

test('a list says why a call is there and who has it, whose deadline comes first, or who has finished with it', async () => {
  const { db } = await testDatabase();
  const { admin, operator, otherOperator } = await givenClinic(db);
  const historyId = await givenComplaint(db, '2026-11-24T08:00:00Z', 90);
  const free = await givenComplaint(db, '2026-11-24T08:01:00Z', 80);
  const done = await givenComplaint(db, '2026-11-24T08:02:00Z', 70);
  const give = (kind: 'callback' | 'review', ownerId: number, dueAt: string) =>
    db.assignment.create({ data: { historyId, kind, ownerId, givenById: admin.id, dueAt } });
  await give('callback', operator.id, '2026-11-24T15:00:00Z');
  await give('review', otherOperator.id, '2026-11-24T12:00:00Z');
  await db.assignment.create({
    data: {
      historyId: done,
      kind: 'callback',
      state: 'done',
      closedAt: NOW,
      ownerId: operator.id,
      givenById: admin.id,
      dueAt: NOW,
    },
  });

  const { rows } = await listCalls(db, firstPage('complaint'));
  expect(rows.map(({ historyId, owner }) => [historyId, owner?.firstName, owner?.state])).toEqual([
    [historyId, 'Павел', 'open'],
    [free, undefined, undefined],
    [done, 'Ольга', 'done'],
  ]);
  expect(rows[0]).toMatchObject({
    quote: 'обещали перезвонить и не перезвонили',
    operator: 'op-1',
    score: 90,
  });

  const unowned = await listCalls(db, { ...firstPage('complaint'), withoutOwner: true });
  expect(unowned.rows.map(({ historyId }) => historyId)).toEqual([free]);
  expect((await countCallLists(db, WEEK)).complaint).toEqual({ all: 3, withoutOwner: 1 });
});

describe('pages', () => {
  const LIMIT = 3;
  let db: DbClient;
  let wanted: number[] = [];

  beforeAll(async () => {
    ({ db } = await testDatabase());
    // Equal scores and equal times: only the id tells them apart.
    const scores = [90, 90, 80, 80, 80, 70, 60, 60];
    const ids: { id: number; score: number; at: string }[] = [];
    for (const [index, score] of scores.entries()) {
      const at = `2026-11-24T0${index % 2}:00:00.123Z`;
      ids.push({ id: await givenComplaint(db, at, score), score, at });
    }
    wanted = ids
      .toSorted((a, b) => b.score - a.score || b.at.localeCompare(a.at) || b.id - a.id)
      .map(({ id }) => id);
  });

  const readFrom = (row: ListedCall | undefined, direction: 'on' | 'back') =>
    listCalls(db, { ...firstPage('complaint', LIMIT), from: row ? { cursor: row.cursor, direction } : null });

  test('forth and back, every call stands on exactly one page, worst first', async () => {
    const first = await readFrom(undefined, 'on');
    const second = await readFrom(first.rows.at(-1), 'on');
    const third = await readFrom(second.rows.at(-1), 'on');
    expect([...first.rows, ...second.rows, ...third.rows].map(({ historyId }) => historyId)).toEqual(wanted);
    expect([first, second, third].map(({ hasPrevious, hasNext }) => [hasPrevious, hasNext])).toEqual([
      [false, true],
      [true, true],
      [true, false],
    ]);

    const back = await readFrom(third.rows[0], 'back');
    expect(back.rows).toEqual(second.rows);
    expect((await readFrom(back.rows[0], 'back')).hasPrevious).toBe(false);
  });

  test('a call that arrives on top moves nothing on the page one reads next', async () => {
    const first = await readFrom(undefined, 'on');
    const before = await readFrom(first.rows.at(-1), 'on');
    await givenComplaint(db, '2026-11-24T08:00:00Z', 100);
    expect((await readFrom(first.rows.at(-1), 'on')).rows).toEqual(before.rows);
  });
});

/** Thirty thousand calls, 144 a day; two in a hundred stand in each list, and a row carries its usual evidence. */
const seedCalls = async (db: DbClient): Promise<void> => {
  await db.$executeRaw`
    INSERT INTO calls (history_id, call_date, direction, content_hash)
    SELECT n, ${NOW}::timestamptz - n * interval '10 minutes', 'inbound', '\\x00'
    FROM generate_series(1, 30000) AS n`;
  await db.$executeRaw`
    INSERT INTO call_scores (history_id, lm_version_tag, revision, is_current, call_date, calc_profile,
      valid_dialogue, outcome, complaint_risk_flag, complaint_risk_score, followup_needed_flag,
      lost_opportunity_score, gates, evidence, ruled_out)
    SELECT history_id, 'v1.0.0+00000000', 1, true, call_date, 'default', true, 'info_only',
      history_id % 50 = 0, 60 + history_id % 40, history_id % 50 = 1,
      CASE history_id % 50 WHEN 2 THEN 60 + history_id % 41 ELSE 0 END,
      '{}', '[]', jsonb_build_array(repeat('слова ', 80))
    FROM calls`;
  await db.$executeRaw`ANALYZE call_scores`;
};

const explain = async (db: DbClient, list: CallList): Promise<string> => {
  const rows = await db.$queryRaw<Record<string, string>[]>`EXPLAIN ${listQuery(firstPage(list))}`;
  return rows.map((row) => row['QUERY PLAN']).join('\n');
};

test('a page reads the list’s own index and nothing outside the period, however many calls there are', async () => {
  const { db } = await testDatabase();
  await seedCalls(db);
  for (const list of CALL_LISTS) {
    const plan = await explain(db, list);
    expect(plan).toMatch(new RegExp(`call_scores_${list}_(list|worst)`));
    expect(plan).not.toContain('Seq Scan on call_scores');
  }
  expect(await lengths(db, WEEK)).toEqual({ complaint: 18, followup: 19, lost: 19 });
});
