import {
  assignmentComplete,
  assignmentReturn,
  compensationApprove,
  compensationPropose,
  compensationRefuse,
  compensationSetLimit,
  compensationWithdraw,
  DEFAULT_COMPENSATION_LIMITS,
  type Envelope,
  type IntentType,
} from '@perezvon/contracts';
import { findCompensationLimits, type DbClient } from '@perezvon/db';
import { clockAt, givenCall, givenClinic, silentLog, testDatabase, type Clinic } from '@perezvon/db/testing';
import { carryOut, outboxMessages } from '@perezvon/messaging/testing';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { z } from 'zod';
import { intents } from '../../src/intents/index.js';

const NOW = '2026-11-24T09:00:00.000Z';
const PAY_BY = '2026-11-27T18:00:00.000Z';

let db: DbClient;
let clinic: Clinic;
beforeAll(async () => {
  ({ db } = await testDatabase());
  clinic = await givenClinic(db);
});
beforeEach(async () => {
  await db.outbox.deleteMany();
  await db.setting.deleteMany();
});

let lastUpdate = 1_000;
const by = (who: keyof Clinic) => ({
  id: `tg-${(lastUpdate += 1)}`,
  actorId: clinic[who].id,
  at: new Date(NOW),
});
/** @returns null when done, else why not */
const carry = (intent: Envelope) =>
  carryOut('assignment', intent, intents, { db, now: clockAt(NOW), log: silentLog });

type Wish = Partial<z.input<(typeof compensationPropose)['payload']>>;
const propose = async (who: keyof Clinic, wish: Wish = {}) => {
  const historyId = wish.historyId ?? (await givenCall(db)).historyId;
  const payload = { amountKopecks: 150_000, reason: 'quality' as const, noteId: null, ...wish, historyId };
  return { historyId, answer: await carry(compensationPropose.of(payload, by(who))) };
};
const newest = () => db.compensation.findFirstOrThrow({ orderBy: { id: 'desc' } });

/** A proposal of the admin's that waits. */
const givenProposal = async (
  wish: Wish = {},
  who: keyof Clinic = 'admin',
): Promise<{ id: number; historyId: number }> => {
  expect((await propose(who, wish)).answer).toBeNull();
  const { id, historyId } = await newest();
  return { id, historyId: Number(historyId) };
};
const approve = (who: keyof Clinic, compensationId: number, payBy = PAY_BY) =>
  carry(compensationApprove.of({ compensationId, payBy }, by(who)));
const refuse = (who: keyof Clinic, compensationId: number, noteId: number | null = null) =>
  carry(compensationRefuse.of({ compensationId, noteId }, by(who)));
const withdraw = (who: keyof Clinic, compensationId: number) =>
  carry(compensationWithdraw.of({ compensationId }, by(who)));
const setLimit = (who: keyof Clinic, payload: z.input<(typeof compensationSetLimit)['payload']>) =>
  carry(compensationSetLimit.of(payload, by(who)));

const givenNote = async (who: keyof Clinic): Promise<number> =>
  (await db.note.create({ data: { authorId: clinic[who].id, text: 'Ждал два часа' } })).id;
const logged = async (action: IntentType) =>
  (await outboxMessages(db))
    .filter(({ type }) => type === 'admin.action')
    .map(({ payload }) => Object(payload))
    .filter((line) => line.action === action);

describe('an approval', () => {
  test('gives the proposer the assignment to pay, and stands in the log with both people and the sum', async () => {
    const { id, historyId } = await givenProposal();

    expect(await approve('superadmin', id)).toBeNull();

    const [line] = await logged('compensation.approve');
    expect(line).toMatchObject({
      subject: { kind: 'compensation', id: String(id), historyId },
      actorRole: 'superadmin',
      before: { compensationState: 'proposed' },
      after: {
        compensationState: 'approved',
        amountKopecks: 150_000,
        compensationReason: 'quality',
        proposedById: clinic.admin.id,
        decidedById: clinic.superadmin.id,
        dueAt: PAY_BY,
      },
    });
    const stored = await newest();
    expect(stored).toMatchObject({
      state: 'approved',
      decidedById: clinic.superadmin.id,
      decidedAt: new Date(NOW),
    });
    expect(await db.assignment.findUnique({ where: { id: Number(stored.assignmentId) } })).toMatchObject({
      kind: 'compensation',
      state: 'open',
      ownerId: clinic.admin.id,
      givenById: clinic.superadmin.id,
      dueAt: new Date(PAY_BY),
      historyId: BigInt(historyId),
    });
    // One message tells the proposer of both.
    expect((await outboxMessages(db)).map(({ type }) => type)).toEqual([
      'compensation.proposed',
      'admin.action',
      'compensation.decided',
      'admin.action',
    ]);
  });

  test('is never the proposer’s, whatever his role, nor is the refusal', async () => {
    const { id } = await givenProposal({}, 'superadmin');

    expect(await approve('superadmin', id)).toBe('compensation.own');
    expect(await refuse('superadmin', id)).toBe('compensation.own');
    expect(await approve('admin', id)).toBe('permission.missing');
    expect(await db.assignment.count({ where: { historyId: (await newest()).historyId } })).toBe(0);
    expect(await approve('supremeDev', id)).toBeNull();
  });

  test('of two people at the same moment is one’s, and is paid once', async () => {
    const { id, historyId } = await givenProposal();

    const answers = await Promise.all([
      approve('superadmin', id),
      approve('supremeDev', id),
      refuse('supremeDev', id),
    ]);

    expect(answers.filter((answer) => answer === null)).toHaveLength(1);
    expect(answers.filter((answer) => answer === 'compensation.not_waiting')).toHaveLength(2);
    const paid = (await newest()).state === 'approved' ? 1 : 0;
    expect(await db.assignment.count({ where: { historyId } })).toBe(paid);
  });

  test('waits no longer than its proposer holds work, and for no moment that has passed', async () => {
    const { id } = await givenProposal();
    expect(await approve('superadmin', id, '2026-11-24T08:59:00.000Z')).toBe('assignment.due_in_past');
    await db.user.update({ where: { id: clinic.admin.id }, data: { status: 'blocked' } });
    try {
      expect(await approve('superadmin', id)).toBe('compensation.proposer_gone');
      expect(await refuse('superadmin', id)).toBeNull();
    } finally {
      await db.user.update({ where: { id: clinic.admin.id }, data: { status: 'active' } });
    }
  });

  test('cannot be written round the service: the database refuses a proposer who decides', async () => {
    const { id } = await givenProposal();
    const alone = { state: 'approved', decidedById: clinic.admin.id, decidedAt: NOW } as const;
    await expect(db.compensation.update({ where: { id }, data: alone })).rejects.toThrow(
      'compensations_second_person',
    );
  });
});

describe('a proposal', () => {
  test('is one a call at a time, and the next one comes when the last is paid', async () => {
    const { id, historyId } = await givenProposal();
    expect((await propose('otherAdmin', { historyId })).answer).toBe('compensation.already_proposed');
    await approve('superadmin', id);
    expect((await propose('otherAdmin', { historyId })).answer).toBe('compensation.not_paid_yet');

    await db.assignment.updateMany({ where: { historyId }, data: { state: 'done', closedAt: NOW } });
    expect((await propose('otherAdmin', { historyId })).answer).toBeNull();
  });

  test('of two people at the same moment is one', async () => {
    const { historyId } = await givenCall(db);
    const answers = await Promise.all([
      propose('admin', { historyId }),
      propose('otherAdmin', { historyId }),
    ]);
    expect(new Set(answers.map(({ answer }) => answer))).toEqual(
      new Set(['compensation.already_proposed', null]),
    );
  });

  test('is limited by role, and by what the call has cost before: no sum gets past it in parts', async () => {
    const all = DEFAULT_COMPENSATION_LIMITS.propose_admin;
    expect((await propose('admin', { amountKopecks: all + 1 })).answer).toBe(
      'compensation.over_propose_limit',
    );
    const { id, historyId } = await givenProposal({ amountKopecks: all - 100 });
    await approve('superadmin', id);
    await db.assignment.updateMany({ where: { historyId }, data: { state: 'done', closedAt: NOW } });

    expect((await propose('admin', { historyId, amountKopecks: 101 })).answer).toBe(
      'compensation.over_propose_limit',
    );
    expect((await propose('superadmin', { historyId, amountKopecks: 101 })).answer).toBeNull();
  });

  test('that was approved and dropped before it was paid leaves its room to another', async () => {
    const all = DEFAULT_COMPENSATION_LIMITS.propose_admin;
    const { id, historyId } = await givenProposal({ amountKopecks: all });
    await approve('superadmin', id);
    await db.assignment.updateMany({ where: { historyId }, data: { state: 'cancelled', closedAt: NOW } });

    expect((await propose('admin', { historyId, amountKopecks: all })).answer).toBeNull();
  });

  test('that is paid stays paid: sent back and dropped it would leave its room to another', async () => {
    const { id } = await givenProposal();
    await approve('superadmin', id);
    const assignmentId = Number((await newest()).assignmentId);
    expect(await carry(assignmentComplete.of({ assignmentId, result: null }, by('admin')))).toBeNull();

    expect(await carry(assignmentReturn.of({ assignmentId }, by('otherAdmin')))).toBe(
      'assignment.move_not_allowed',
    );
  });

  test('says in words what «other» is, in its proposer’s own', async () => {
    const { historyId } = await givenCall(db);
    const other = { historyId, reason: 'other' } as const;
    expect((await propose('admin', other)).answer).toBe('compensation.reason_missing');
    const somebodyElses = await givenNote('otherAdmin');
    expect((await propose('admin', { ...other, noteId: somebodyElses })).answer).toBe(
      'compensation.words_gone',
    );
    const noteId = await givenNote('admin');
    expect((await propose('admin', { ...other, noteId })).answer).toBeNull();
    expect(await newest()).toMatchObject({ reason: 'other', noteId });
    // What was written is nobody's but the readers': the messages carry its number.
    expect(JSON.stringify(await outboxMessages(db))).not.toContain('Ждал');
  });

  test('of a call that nobody knows, or of somebody without the right, is refused', async () => {
    expect((await propose('admin', { historyId: 1 })).answer).toBe('call.not_found');
    for (const who of ['operator', 'marketing'] as const)
      expect((await propose(who)).answer).toBe('permission.missing');
  });

  test('is taken back by its proposer, as long as nobody has decided', async () => {
    const { id, historyId } = await givenProposal();
    expect(await withdraw('otherAdmin', id)).toBe('compensation.not_yours');
    expect(await withdraw('admin', id)).toBeNull();
    expect(await approve('superadmin', id)).toBe('compensation.not_waiting');
    expect(await withdraw('admin', id)).toBe('compensation.not_waiting');
    expect((await propose('admin', { historyId })).answer).toBeNull();
  });

  test('is refused with a word or without', async () => {
    const { id } = await givenProposal();
    expect(await refuse('superadmin', id, await givenNote('admin'))).toBe('compensation.words_gone');
    const noteId = await givenNote('superadmin');
    expect(await refuse('superadmin', id, noteId)).toBeNull();
    expect(await newest()).toMatchObject({ state: 'refused', decisionNoteId: noteId, assignmentId: null });
    expect(await refuse('superadmin', 999_999)).toBe('compensation.not_found');
  });
});

describe('the limits', () => {
  test('are a superadmin’s to change, and what waits is decided by the new ones', async () => {
    const { id } = await givenProposal({ amountKopecks: 900_000 });
    expect(await setLimit('admin', { limit: 'propose_admin', kopecks: 100 })).toBe('permission.missing');
    expect(await setLimit('superadmin', { limit: 'propose_admin', kopecks: 500_000 })).toBeNull();
    expect(await setLimit('superadmin', { limit: 'propose_superadmin', kopecks: 500_000 })).toBeNull();
    expect(await setLimit('superadmin', { limit: 'approve_superadmin', kopecks: 800_000 })).toBeNull();
    expect(await findCompensationLimits(db)).toEqual({
      propose_admin: 500_000,
      propose_superadmin: 500_000,
      approve_superadmin: 800_000,
    });
    expect(await logged('compensation.set_limit')).toMatchObject([
      { subject: { kind: 'setting', id: 'compensation.propose_admin' }, after: { limitKopecks: 500_000 } },
      {},
      { before: { limitKopecks: 5_000_000 }, after: { limitKopecks: 800_000 } },
    ]);

    expect(await approve('superadmin', id)).toBe('compensation.over_approve_limit');
    expect(await refuse('superadmin', id)).toBeNull();
  });

  test('never let more be proposed than approved', async () => {
    expect(await setLimit('superadmin', { limit: 'propose_admin', kopecks: 5_000_001 })).toBe(
      'compensation.limits_crossed',
    );
    expect(await setLimit('superadmin', { limit: 'approve_superadmin', kopecks: 4_999_999 })).toBe(
      'compensation.limits_crossed',
    );
    expect(await setLimit('superadmin', { limit: 'approve_superadmin', kopecks: 5_000_000 })).toBe(
      'compensation.limit_same',
    );
    expect(await db.setting.count()).toBe(0);
  });

  test('that two people change at the same moment keep both changes, also the first ones ever', async () => {
    const answers = await Promise.all([
      setLimit('superadmin', { limit: 'propose_admin', kopecks: 200_000 }),
      setLimit('supremeDev', { limit: 'propose_superadmin', kopecks: 4_000_000 }),
    ]);
    expect(answers).toEqual([null, null]);
    expect(await findCompensationLimits(db)).toMatchObject({
      propose_admin: 200_000,
      propose_superadmin: 4_000_000,
    });
  });
});
