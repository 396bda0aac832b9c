import { assignmentComplete, assignmentReturn, DEFAULT_COMPENSATION_LIMITS } from '@perezvon/contracts';
import { givenCall } from '@perezvon/db/testing';
import { outboxMessages } from '@perezvon/messaging/testing';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { forgetChanges, NOW, openCompensations, type Compensations } from '../support/compensations.js';

let money: Compensations;
beforeAll(async () => {
  money = await openCompensations();
});
beforeEach(() => forgetChanges(money));

describe('a proposal', () => {
  test('is one a call at a time, and the next one comes when the last is paid', async () => {
    const { id, historyId } = await money.givenProposal();
    expect((await money.propose('otherAdmin', { historyId })).answer).toBe('compensation.already_proposed');
    await money.approve('superadmin', id);
    expect((await money.propose('otherAdmin', { historyId })).answer).toBe('compensation.not_paid_yet');

    await money.db.assignment.updateMany({ where: { historyId }, data: { state: 'done', closedAt: NOW } });
    expect((await money.propose('otherAdmin', { historyId })).answer).toBeNull();
  });

  test('of two people at the same moment is one', async () => {
    const { historyId } = await givenCall(money.db);
    const answers = await Promise.all([
      money.propose('admin', { historyId }),
      money.propose('otherAdmin', { historyId }),
    ]);
    expect(new Set(answers.map(({ answer }) => answer))).toEqual(
      new Set(['compensation.already_proposed', null]),
    );
  });

  test('is limited by role, and by what the call has cost before: no sum gets past it in parts', async () => {
    const all = DEFAULT_COMPENSATION_LIMITS.propose_admin;
    expect((await money.propose('admin', { amountKopecks: all + 1 })).answer).toBe(
      'compensation.over_propose_limit',
    );
    const { id, historyId } = await money.givenProposal({ amountKopecks: all - 100 });
    await money.approve('superadmin', id);
    await money.db.assignment.updateMany({ where: { historyId }, data: { state: 'done', closedAt: NOW } });

    expect((await money.propose('admin', { historyId, amountKopecks: 101 })).answer).toBe(
      'compensation.over_propose_limit',
    );
    expect((await money.propose('superadmin', { historyId, amountKopecks: 101 })).answer).toBeNull();
  });

  test('that was approved and dropped before it was paid leaves its room to another', async () => {
    const all = DEFAULT_COMPENSATION_LIMITS.propose_admin;
    const { id, historyId } = await money.givenProposal({ amountKopecks: all });
    await money.approve('superadmin', id);
    await money.db.assignment.updateMany({
      where: { historyId },
      data: { state: 'cancelled', closedAt: NOW },
    });

    expect((await money.propose('admin', { historyId, amountKopecks: all })).answer).toBeNull();
  });

  test('that is paid stays paid: sent back and dropped it would leave its room to another', async () => {
    const { id } = await money.givenProposal();
    await money.approve('superadmin', id);
    const assignmentId = Number((await money.newest()).assignmentId);
    expect(
      await money.carry(assignmentComplete.of({ assignmentId, result: null }, money.by('admin'))),
    ).toBeNull();

    expect(await money.carry(assignmentReturn.of({ assignmentId }, money.by('otherAdmin')))).toBe(
      'assignment.move_not_allowed',
    );
  });

  test('says in words what «other» is, in its proposer’s own', async () => {
    const { historyId } = await givenCall(money.db);
    const other = { historyId, reason: 'other' } as const;
    expect((await money.propose('admin', other)).answer).toBe('compensation.reason_missing');
    const somebodyElses = await money.givenNote('otherAdmin');
    expect((await money.propose('admin', { ...other, noteId: somebodyElses })).answer).toBe(
      'compensation.words_gone',
    );
    const noteId = await money.givenNote('admin');
    expect((await money.propose('admin', { ...other, noteId })).answer).toBeNull();
    expect(await money.newest()).toMatchObject({ reason: 'other', noteId });
    // What was written is nobody's but the readers': the messages carry its number.
    expect(JSON.stringify(await outboxMessages(money.db))).not.toContain('Ждал');
  });

  test('of a call that nobody knows, or of somebody without the right, is refused', async () => {
    expect((await money.propose('admin', { historyId: 1 })).answer).toBe('call.not_found');
    for (const who of ['operator', 'marketing'] as const)
      expect((await money.propose(who)).answer).toBe('permission.missing');
  });

  test('is taken back by its proposer, as long as nobody has decided', async () => {
    const { id, historyId } = await money.givenProposal();
    expect(await money.withdraw('otherAdmin', id)).toBe('compensation.not_yours');
    expect(await money.withdraw('admin', id)).toBeNull();
    expect(await money.approve('superadmin', id)).toBe('compensation.not_waiting');
    expect(await money.withdraw('admin', id)).toBe('compensation.not_waiting');
    expect((await money.propose('admin', { historyId })).answer).toBeNull();
  });

  test('is refused with a word or without', async () => {
    const { id } = await money.givenProposal();
    expect(await money.refuse('superadmin', id, await money.givenNote('admin'))).toBe(
      'compensation.words_gone',
    );
    const noteId = await money.givenNote('superadmin');
    expect(await money.refuse('superadmin', id, noteId)).toBeNull();
    expect(await money.newest()).toMatchObject({
      state: 'refused',
      decisionNoteId: noteId,
      assignmentId: null,
    });
    expect(await money.refuse('superadmin', 999_999)).toBe('compensation.not_found');
  });
});
