import type { DbClient } from '@perezvon/db';
import { givenCall, givenClinic, givenScore, testDatabase, type Clinic } from '@perezvon/db/testing';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { mayReadCall } from '../../src/queries/calls/call-access.js';
import { findCallCard } from '../../src/queries/calls/find-call-card.js';
import { findRecording } from '../../src/queries/calls/find-recording.js';
import { findTranscript } from '../../src/queries/calls/find-transcript.js';

const DUE = '2026-11-24T15:00:00Z';

describe('one call', () => {
  let db: DbClient;
  let clinic: Clinic;
  beforeAll(async () => {
    ({ db } = await testDatabase());
    clinic = await givenClinic(db);
  });

  test('its card has the current score, who listened and who acts on it', async () => {
    const call = await givenCall(db, { recordingUrl: 'https://pbx.example/1.mp3', clientPhoneLast4: '1234' });
    await givenScore(db, call, { isCurrent: false, lmVersionTag: 'v0.9.0+00000000', complaintRiskScore: 1 });
    await givenScore(db, call);
    const { historyId } = call;
    await db.callMark.create({ data: { historyId, kind: 'listened', userId: clinic.admin.id } });
    await db.callMark.create({ data: { historyId, kind: 'priority_review', userId: clinic.operator.id } });
    await db.assignment.create({
      data: {
        historyId,
        kind: 'callback',
        ownerId: clinic.operator.id,
        givenById: clinic.admin.id,
        dueAt: DUE,
      },
    });

    expect(await findCallCard(db, historyId)).toMatchObject({
      historyId,
      hasRecording: true,
      hasTranscript: true,
      clientPhoneLast4: '1234',
      score: { lmVersionTag: 'v1.0.0+00000000', complaintRiskScore: 80, evidence: [{ weight: 40, turn: 1 }] },
      listeners: [{ userId: clinic.admin.id, firstName: 'Анна' }],
      assignments: [{ kind: 'callback', state: 'open', owner: { firstName: 'Ольга' } }],
    });
    expect((await findRecording(db, historyId))?.location).toBe('https://pbx.example/1.mp3');
    expect((await findTranscript(db, historyId))?.turns).toHaveLength(3);
  });

  test('a call that has no score, recording and transcript yet still has a card', async () => {
    const { historyId } = await givenCall(db, { turns: null });
    expect(await findCallCard(db, historyId)).toMatchObject({
      score: null,
      hasRecording: false,
      hasTranscript: false,
    });
    expect(await findTranscript(db, historyId)).toMatchObject({ turns: null, evidence: [] });
    expect(await findRecording(db, historyId)).toMatchObject({ location: null });
  });

  test('evidence in a form that this version does not know leaves the rest of the card', async () => {
    const call = await givenCall(db);
    const known = {
      metric: 'complaint_risk_flag',
      turn: 1,
      t: null,
      quote: 'жаловаться',
      rule: 'a.b',
      weight: 30,
    };
    await givenScore(db, call, { evidence: [{ metric: 'of_next_year', words: 'жаловаться' }, known] });
    expect((await findCallCard(db, call.historyId))?.score?.evidence).toEqual([known]);
  });

  test('nothing is found for a call that does not exist', async () => {
    expect(await findCallCard(db, 1)).toBeNull();
    expect(await findTranscript(db, 1)).toBeNull();
    expect(await findRecording(db, 1)).toBeNull();
  });
});

describe('who may read a call', () => {
  let db: DbClient;
  let clinic: Clinic;
  let historyId: number;
  beforeAll(async () => {
    ({ db } = await testDatabase());
    clinic = await givenClinic(db);
    ({ historyId } = await givenCall(db, { operator: 'op-1' }));
  });

  test('admins and above read every call, its own operator reads it, nobody else does', async () => {
    const { admin, superadmin, supremeDev, operator, otherOperator, marketing } = clinic;
    for (const reader of [admin, superadmin, supremeDev, operator])
      expect(await mayReadCall(db, reader, historyId)).toBe(true);
    for (const reader of [otherOperator, marketing, { ...operator, role: null }])
      expect(await mayReadCall(db, reader, historyId)).toBe(false);
  });

  test('an operator who was given the call reads it too', async () => {
    const { otherOperator, admin } = clinic;
    await db.assignment.create({
      data: { historyId, kind: 'callback', ownerId: otherOperator.id, givenById: admin.id, dueAt: DUE },
    });
    expect(await mayReadCall(db, otherOperator, historyId)).toBe(true);
  });

  test('a call that nobody answered is no operator’s own', async () => {
    const { historyId: missed } = await givenCall(db, { operator: null });
    expect(await mayReadCall(db, { ...clinic.operator, operatorCode: null }, missed)).toBe(false);
  });
});
