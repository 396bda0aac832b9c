import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Turn, type CallRecord, type Priority } from '@perezvon/contracts';
import { withTransaction, type DbClient } from '@perezvon/db';
import { clockAt, givenCall, givenScore, silentLog, testDatabase } from '@perezvon/db/testing';
import { insertOutbox, processMessage, type ProcessingDeps } from '@perezvon/messaging';
import { outboxMessages, outboxTypes } from '@perezvon/messaging/testing';
import { z } from 'zod';
import { handlersWith, type HandlerDeps } from '../src/index.js';
import { SCORE_COLUMNS } from '../src/store/scores.js';
import {
  aProcess,
  contentNamed,
  givenVersion,
  received,
  SHIPPED,
  shippedEngine,
  tagOf,
} from './given-versions.js';
import { CALM, COMPLAINT, PROMISE } from './talks.js';

const SCORED_AT = '2026-11-24T12:00:00.000Z';
const engine = shippedEngine;
const NEXT = contentNamed('next');

let db: DbClient;
let deps: ProcessingDeps;
beforeAll(async () => {
  ({ db } = await testDatabase());
  deps = { db, log: silentLog, now: clockAt(SCORED_AT) };
});
beforeEach(async () => {
  await db.outbox.deleteMany();
  await db.lmRuleset.deleteMany();
  await givenVersion(db, SHIPPED, { state: 'active' });
});

const process = (message: unknown, used: HandlerDeps = aProcess()) =>
  processMessage('lm-scoring', message, handlersWith(used), deps);
const scoresOf = (historyId: number) =>
  db.callScore.findMany({ where: { historyId }, orderBy: { lmVersionTag: 'asc' } });
const change = (historyId: number, data: Parameters<typeof db.call.update>[0]['data']) =>
  db.call.update({ where: { historyId }, data });

/** The same talk straight through the engine: what has to stand in the row. */
const scoredDirectly = async (historyId: number) => {
  const { turns } = await db.callTranscript.findUniqueOrThrow({ where: { historyId } });
  return engine.score({
    history_id: historyId,
    call_date: '2026-11-24T08:00:00.000Z',
    direction: 'inbound',
    await_sec: 10,
    talk_duration: 60,
    operator: 'op-1',
    transcript: z.array(Turn).parse(turns),
    upstream: null,
  });
};

describe('a call that arrives', () => {
  test('gets its score: metrics, evidence in its words, the version and what the lists need', async () => {
    const { historyId, callDate } = await givenCall(db, { turns: COMPLAINT });

    expect(await process(received(historyId))).toBe('done');

    const [score, ...others] = await scoresOf(historyId);
    expect(others).toEqual([]);
    expect(score).toMatchObject({
      isCurrent: true,
      revision: 1,
      lmVersionTag: engine.tag,
      callDate,
      operator: 'op-1',
      scoredAt: new Date(SCORED_AT),
    });
    const { metrics, evidence, ruled_out, gates, outcome } = await scoredDirectly(historyId);
    expect(evidence).not.toEqual([]);
    expect(score).toMatchObject({
      validDialogue: true,
      outcome,
      evidence,
      ruledOut: ruled_out,
      gates,
      responseSpeedScore: 5,
      complaintRiskScore: metrics.complaint_risk_score,
      churnRiskLevel: metrics.churn_risk_level,
      followupReason: metrics.followup_reason,
      conversionProbForecast: metrics.conversion_prob_forecast,
      calcProfile: 'default',
    });
  });

  test('is announced once, with its day', async () => {
    const { historyId, callDate } = await givenCall(db, { turns: CALM });
    const message = received(historyId);

    await process(message);
    expect(await process(message)).toBe('duplicate');

    expect(await outboxMessages(db)).toMatchObject([
      {
        type: 'call.scored',
        causedBy: message.id,
        payload: {
          historyId,
          revision: 1,
          lmVersionTag: engine.tag,
          callDate: callDate.toISOString(),
          previousCallDate: null,
        },
      },
    ]);
  });

  test('says what the operator promised, and again when a correction takes it back', async () => {
    const { historyId } = await givenCall(db, { turns: PROMISE });
    const promised = async () => (await outboxMessages(db)).filter(({ type }) => type === 'promise.heard');
    await process(received(historyId));
    // Moscow is three hours ahead.
    expect(await scoresOf(historyId)).toMatchObject([
      {
        promise: {
          turn: 2,
          quote: 'Уточню у лаборатории и перезвоню вам до двенадцати',
          due_at: '2026-11-24T09:00:00.000Z',
        },
      },
    ]);
    expect(await promised()).toMatchObject([
      { payload: { historyIds: [historyId], timezone: 'Europe/Moscow' } },
    ]);

    const { callDate } = await db.call.findUniqueOrThrow({ where: { historyId } });
    await db.callPromise.create({ data: { historyId, callDate, dueAt: callDate, isTimeSaid: true } });
    await db.callTranscript.update({ where: { historyId }, data: { turns: CALM } });
    await change(historyId, { revision: 2 });
    await process(received(historyId, 2));
    expect(await promised()).toHaveLength(2);
    expect(
      await db.$queryRaw`SELECT 1 FROM call_scores WHERE history_id = ${historyId} AND promise IS NULL`,
    ).toHaveLength(1);
  });

  test('without a transcript is scored as such, and again when the transcript has come', async () => {
    const { historyId } = await givenCall(db, { turns: null });
    await process(received(historyId));
    expect(await scoresOf(historyId)).toMatchObject([
      { validDialogue: false, complaintRiskScore: null, responseSpeedScore: 5 },
    ]);

    const { historyId: source } = await givenCall(db);
    const { turns } = await db.callTranscript.findUniqueOrThrow({ where: { historyId: source } });
    await db.$executeRaw`INSERT INTO call_transcripts (history_id, turns) VALUES (${historyId}, ${JSON.stringify(turns)}::jsonb)`;
    await change(historyId, { revision: 2 });
    await process(received(historyId, 2));

    expect(await scoresOf(historyId)).toMatchObject([
      { revision: 2, isCurrent: true, validDialogue: true, complaintRiskScore: expect.any(Number) },
    ]);
  });
});

describe('a red call', () => {
  const typesAfter = async (callDate: string, priority: Priority): Promise<string[]> => {
    const { historyId } = await givenCall(db, { turns: COMPLAINT, callDate });
    const message = received(historyId);
    await withTransaction(db, (tx) =>
      insertOutbox(tx, [{ queue: 'lm-scoring', envelope: message, priority }]),
    );
    expect(await process(message)).toBe('done');
    return outboxTypes(db);
  };

  test('that comes in live is told at once', async () => {
    expect(await typesAfter('2026-11-24T11:00:00Z', 'live')).toEqual(['call.scored', 'call.alarmed']);
  });

  test('of an import, or of another day, stands in the lists and wakes nobody', async () => {
    expect(await typesAfter('2026-11-24T11:00:00Z', 'bulk')).toEqual(['call.scored']);
    await db.outbox.deleteMany();
    expect(await typesAfter('2026-11-23T11:59:00Z', 'live')).toEqual(['call.scored']);
  });

  test('is the only one that is told', async () => {
    const { historyId } = await givenCall(db, { turns: CALM, callDate: '2026-11-24T11:00:00Z' });
    await process(received(historyId));
    expect(await outboxTypes(db)).toEqual(['call.scored']);
  });
});

describe('a call that changed', () => {
  test('tells the day it moved from', async () => {
    const { historyId, callDate } = await givenCall(db, { turns: CALM });
    await process(received(historyId));
    await db.outbox.deleteMany();
    const moved = new Date('2026-11-20T08:00:00Z');
    await change(historyId, { callDate: moved, revision: 2 });

    await process(received(historyId, 2));

    expect(await outboxMessages(db)).toMatchObject([
      { payload: { callDate: moved.toISOString(), previousCallDate: callDate.toISOString(), revision: 2 } },
    ]);
    expect(await scoresOf(historyId)).toMatchObject([{ revision: 2, callDate: moved }]);
  });

  test('is not scored for a message about an older revision: the newer one has its own', async () => {
    const { historyId } = await givenCall(db);
    await change(historyId, { revision: 2 });

    expect(await process(received(historyId, 1))).toBe('done');
    expect(await scoresOf(historyId)).toEqual([]);

    await process(received(historyId, 2));
    expect(await process(received(historyId, 1))).toBe('done');
    expect(await scoresOf(historyId)).toMatchObject([{ revision: 2, isCurrent: true }]);
  });

  test('that was deleted meanwhile is passed over', async () => {
    const { historyId } = await givenCall(db);
    await db.call.delete({ where: { historyId } });

    expect(await process(received(historyId))).toBe('done');
    expect(await outboxMessages(db)).toEqual([]);
  });
});

const activateNext = async () => {
  await db.lmRuleset.updateMany({ data: { state: 'retired' } });
  await givenVersion(db, NEXT, { state: 'active' });
};

describe('a new version of the rules', () => {
  test('takes over as the current score; the old one stays with its tag', async () => {
    const { historyId } = await givenCall(db);
    await process(received(historyId));

    await activateNext();
    await process(received(historyId));

    expect(await scoresOf(historyId)).toMatchObject(
      [
        { lmVersionTag: engine.tag, isCurrent: false },
        { lmVersionTag: tagOf(NEXT), isCurrent: true },
      ].toSorted((a, b) => (a.lmVersionTag < b.lmVersionTag ? -1 : 1)),
    );
  });

  test('replaces a current score that somebody else wrote', async () => {
    const call = await givenCall(db);
    await givenScore(db, call, { lmVersionTag: 'v0.0.1+00000000' });

    await process(received(call.historyId));

    const current = (await scoresOf(call.historyId)).filter(({ isCurrent }) => isCurrent);
    expect(current).toMatchObject([{ lmVersionTag: engine.tag }]);
  });
});

test('a call that breaks the engine says which it is, never what was said', async () => {
  const { historyId } = await givenCall(db);
  const broken = aProcess(silentLog, () => ({
    tag: engine.tag,
    timezone: 'Europe/Moscow',
    score: (call: CallRecord) => {
      throw new RangeError(call.transcript?.[1]?.text);
    },
  }));

  const failure: unknown = await process(received(historyId), broken).catch((error: unknown) => error);

  expect(failure).toMatchObject({
    name: 'ScoringError',
    message: expect.stringContaining(`call ${historyId}`),
  });
  expect(String(failure)).toContain('RangeError');
  expect(String(failure)).not.toContain('перезвонить');
  expect(await scoresOf(historyId)).toEqual([]);
});

test('every column of the table is written: a metric without its column, or a column that is forgotten, shows here', async () => {
  const rows = await db.$queryRaw<{ column_name: string }[]>`
    SELECT column_name FROM information_schema.columns WHERE table_name = 'call_scores'`;

  // Which call of its client a complaint is follows from other calls: it is noted once these are stored.
  const own = rows.map((row) => row.column_name).filter((name) => name !== 'client_call_number');
  expect(SCORE_COLUMNS.toSorted()).toEqual(own.toSorted());
});
