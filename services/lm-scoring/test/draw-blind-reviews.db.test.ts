import { beforeEach, expect, test } from '@jest/globals';
import type { DbClient, Prisma } from '@perezvon/db';
import {
  clockAt,
  givenCall,
  givenClinic,
  givenScore,
  silentLog,
  testDatabase,
  type Clinic,
} from '@perezvon/db/testing';
import { drawBlindReviews, WEEKLY_QUESTIONS } from '../src/feedback/draw-blind-reviews.js';

// Monday 23 November 2026, 00:30 in Moscow: still Sunday in UTC.
const MONDAY = '2026-11-22T21:30:00Z';
const LAST_WEEK = '2026-11-18T09:00:00Z';
const BEFORE_THAT = '2026-11-15T20:59:00Z';
const TIMEZONE = 'Europe/Moscow';

let db: DbClient;
let clinic: Clinic;
beforeEach(async () => {
  ({ db } = await testDatabase());
  clinic = await givenClinic(db);
});

const draw = (at = MONDAY) => drawBlindReviews({ db, now: clockAt(at), log: silentLog }, TIMEZONE);
const drawn = () =>
  db.blindReview.findMany({
    orderBy: { id: 'asc' },
    select: {
      week: true,
      historyId: true,
      askedMetric: true,
      drawnAs: true,
      wasRaised: true,
      firstUserId: true,
      firstAnswer: true,
    },
  });

const givenCalls = async (
  count: number,
  callDate = LAST_WEEK,
  score: Partial<Prisma.CallScoreUncheckedCreateInput> = {},
): Promise<number[]> => {
  const ids: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const call = await givenCall(db, { callDate, createdAt: callDate });
    await givenScore(db, call, score);
    ids.push(call.historyId);
  }
  return ids;
};

const givenFeedback = (historyId: number, userId: number, createdAt = LAST_WEEK) =>
  db.scoreFeedback.create({
    data: {
      historyId,
      metric: 'complaint_risk_flag',
      verdict: 'false_alarm',
      lmVersionTag: 'v1.0.0+00000000',
      rules: [],
      userId,
      createdAt,
    },
  });

test('half of the week’s questions are calls that somebody judged, half any calls, of the clinic’s week before', async () => {
  const calls = await givenCalls(40);
  await givenCalls(2, BEFORE_THAT);
  await givenCalls(2, MONDAY);
  await givenCalls(2, LAST_WEEK, { validDialogue: false });
  for (const historyId of calls.slice(0, 25)) {
    await givenFeedback(historyId, clinic.admin.id);
    await givenFeedback(historyId, clinic.otherAdmin.id, '2026-11-19T09:00:00Z');
  }

  expect(await draw()).toBe(WEEKLY_QUESTIONS);

  const questions = await drawn();
  const judged = questions.filter(({ drawnAs }) => drawnAs === 'judged');
  expect(judged).toHaveLength(WEEKLY_QUESTIONS / 2);
  for (const question of judged) {
    expect(question).toMatchObject({
      week: new Date('2026-11-23'),
      askedMetric: 'complaint_risk_flag',
      wasRaised: true,
      firstUserId: clinic.admin.id,
      firstAnswer: false,
    });
  }
  const asked = new Set(questions.map(({ historyId }) => Number(historyId)));
  expect(asked.size).toBe(WEEKLY_QUESTIONS);
  expect([...asked].filter((id) => !calls.includes(id))).toEqual([]);
  // Evenly over the metrics, whether they are raised or not.
  const random = questions.filter(({ drawnAs }) => drawnAs === 'random');
  expect(new Set(random.map(({ askedMetric }) => askedMetric)).size).toBeGreaterThan(1);
  expect(new Set(random.map(({ wasRaised }) => wasRaised))).toEqual(new Set([true, false]));
});

test('once a week: not again after a restart, nor by several processes at the same moment, until the next week', async () => {
  await givenCalls(30);
  const counts = await Promise.all([draw(), draw(), draw(), draw()]);
  expect(counts.toSorted((a, b) => b - a)).toEqual([WEEKLY_QUESTIONS, 0, 0, 0]);
  expect(await draw('2026-11-27T12:00:00Z')).toBe(0);
  expect(await db.blindReview.count()).toBe(WEEKLY_QUESTIONS);

  await givenCalls(3, '2026-11-25T09:00:00Z');
  expect(await draw('2026-11-30T12:00:00Z')).toBe(3);
  // A process whose clock is behind draws nothing of the past.
  expect(await draw(MONDAY)).toBe(0);
});

test('a week without calls is looked at again, and one whose calls are still being scored is waited for', async () => {
  expect(await draw()).toBe(0);
  await givenCalls(2);
  await givenCall(db, { callDate: LAST_WEEK, createdAt: '2026-11-22T21:29:00Z' });
  expect(await draw()).toBe(0);

  // An hour later whatever could not be scored is not waited for any more.
  expect(await draw('2026-11-22T22:40:00Z')).toBe(2);
});

test('what a second reader was asked before is not asked again', async () => {
  const [historyId = 0] = await givenCalls(1);
  await givenFeedback(historyId, clinic.admin.id);
  await db.blindReview.create({
    data: {
      week: new Date('2026-11-16'),
      historyId,
      askedMetric: 'complaint_risk_flag',
      drawnAs: 'judged',
      wasRaised: true,
    },
  });
  await draw();
  const again = await db.blindReview.findMany({ where: { week: new Date('2026-11-23') } });
  expect(again.map(({ drawnAs }) => drawnAs)).toEqual(['random']);
});
