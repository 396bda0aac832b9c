import { outboxMessages } from '@perezvon/messaging/testing';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  forgetChanges,
  NOW,
  openCompensations,
  PAY_BY,
  type Compensations,
} from '../support/compensations.js';

let money: Compensations;
beforeAll(async () => {
  money = await openCompensations();
});
beforeEach(() => forgetChanges(money));

describe('an approval', () => {
  test('gives the proposer the assignment to pay, and stands in the log with both people and the sum', async () => {
    const { id, historyId } = await money.givenProposal();

    expect(await money.approve('superadmin', id)).toBeNull();

    const [line] = await money.logged('compensation.approve');
    expect(line).toMatchObject({
      subject: { kind: 'compensation', id: String(id), historyId },
      actorRole: 'superadmin',
      before: { compensationState: 'proposed' },
      after: {
        compensationState: 'approved',
        amountKopecks: 150_000,
        compensationReason: 'quality',
        proposedById: money.clinic.admin.id,
        decidedById: money.clinic.superadmin.id,
        dueAt: PAY_BY,
      },
    });
    const stored = await money.newest();
    expect(stored).toMatchObject({
      state: 'approved',
      decidedById: money.clinic.superadmin.id,
      decidedAt: new Date(NOW),
    });
    expect(
      await money.db.assignment.findUnique({ where: { id: Number(stored.assignmentId) } }),
    ).toMatchObject({
      kind: 'compensation',
      state: 'open',
      ownerId: money.clinic.admin.id,
      givenById: money.clinic.superadmin.id,
      dueAt: new Date(PAY_BY),
      historyId: BigInt(historyId),
    });
    // One message tells the proposer of both.
    expect((await outboxMessages(money.db)).map(({ type }) => type)).toEqual([
      'compensation.proposed',
      'admin.action',
      'compensation.decided',
      'admin.action',
    ]);
  });

  test('is never the proposer’s, whatever his role, nor is the refusal', async () => {
    const { id } = await money.givenProposal({}, 'superadmin');

    expect(await money.approve('superadmin', id)).toBe('compensation.own');
    expect(await money.refuse('superadmin', id)).toBe('compensation.own');
    expect(await money.approve('admin', id)).toBe('permission.missing');
    expect(await money.db.assignment.count({ where: { historyId: (await money.newest()).historyId } })).toBe(
      0,
    );
    expect(await money.approve('supremeDev', id)).toBeNull();
  });

  test('of two people at the same moment is one’s, and is paid once', async () => {
    const { id, historyId } = await money.givenProposal();

    const answers = await Promise.all([
      money.approve('superadmin', id),
      money.approve('supremeDev', id),
      money.refuse('supremeDev', id),
    ]);

    expect(answers.filter((answer) => answer === null)).toHaveLength(1);
    expect(answers.filter((answer) => answer === 'compensation.not_waiting')).toHaveLength(2);
    const paid = (await money.newest()).state === 'approved' ? 1 : 0;
    expect(await money.db.assignment.count({ where: { historyId } })).toBe(paid);
  });

  test('waits no longer than its proposer holds work, and for no moment that has passed', async () => {
    const { id } = await money.givenProposal();
    expect(await money.approve('superadmin', id, '2026-11-24T08:59:00.000Z')).toBe('assignment.due_in_past');
    await money.db.user.update({ where: { id: money.clinic.admin.id }, data: { status: 'blocked' } });
    try {
      expect(await money.approve('superadmin', id)).toBe('compensation.proposer_gone');
      expect(await money.refuse('superadmin', id)).toBeNull();
    } finally {
      await money.db.user.update({ where: { id: money.clinic.admin.id }, data: { status: 'active' } });
    }
  });

  test('cannot be written round the service: the database refuses a proposer who decides', async () => {
    const { id } = await money.givenProposal();
    const alone = { state: 'approved', decidedById: money.clinic.admin.id, decidedAt: NOW } as const;
    await expect(money.db.compensation.update({ where: { id }, data: alone })).rejects.toThrow(
      'compensations_second_person',
    );
  });
});
