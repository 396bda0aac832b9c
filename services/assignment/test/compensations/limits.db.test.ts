import { findCompensationLimits } from '@perezvon/db';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { forgetChanges, openCompensations, type Compensations } from '../support/compensations.js';

let money: Compensations;
beforeAll(async () => {
  money = await openCompensations();
});
beforeEach(() => forgetChanges(money));

describe('the limits', () => {
  test('of each role are set by those above it, and what waits is decided by the new ones', async () => {
    const { id } = await money.givenProposal({ amountKopecks: 900_000 });
    expect(await money.setLimit('admin', { limit: 'propose_admin', kopecks: 100 })).toBe(
      'permission.missing',
    );
    expect(await money.setLimit('superadmin', { limit: 'propose_admin', kopecks: 500_000 })).toBeNull();
    expect(await money.setLimit('supremeDev', { limit: 'propose_superadmin', kopecks: 500_000 })).toBeNull();
    expect(await money.setLimit('supremeDev', { limit: 'approve_superadmin', kopecks: 800_000 })).toBeNull();
    expect(await findCompensationLimits(money.db)).toEqual({
      propose_admin: 500_000,
      propose_superadmin: 500_000,
      approve_superadmin: 800_000,
    });
    expect(await money.logged('compensation.set_limit')).toMatchObject([
      { subject: { kind: 'setting', id: 'compensation.propose_admin' }, after: { limitKopecks: 500_000 } },
      {},
      { before: { limitKopecks: 5_000_000 }, after: { limitKopecks: 800_000 } },
    ]);

    expect(await money.approve('superadmin', id)).toBe('compensation.over_approve_limit');
    expect(await money.refuse('superadmin', id)).toBeNull();
  });

  test('of his own role are nobody’s: a superadmin does not raise what he may let through', async () => {
    for (const limit of ['propose_superadmin', 'approve_superadmin'] as const)
      expect(await money.setLimit('superadmin', { limit, kopecks: 9_000_000 })).toBe(
        'compensation.limit_not_below',
      );
    expect(await money.db.setting.count()).toBe(0);
  });

  test('never let more be proposed than approved', async () => {
    expect(await money.setLimit('superadmin', { limit: 'propose_admin', kopecks: 5_000_001 })).toBe(
      'compensation.limits_crossed',
    );
    expect(await money.setLimit('supremeDev', { limit: 'approve_superadmin', kopecks: 4_999_999 })).toBe(
      'compensation.limits_crossed',
    );
    expect(await money.setLimit('supremeDev', { limit: 'approve_superadmin', kopecks: 5_000_000 })).toBe(
      'compensation.limit_same',
    );
    expect(await money.db.setting.count()).toBe(0);
  });

  test('that two people change at the same moment keep both changes, also the first ones ever', async () => {
    const answers = await Promise.all([
      money.setLimit('superadmin', { limit: 'propose_admin', kopecks: 200_000 }),
      money.setLimit('supremeDev', { limit: 'propose_superadmin', kopecks: 4_000_000 }),
    ]);
    expect(answers).toEqual([null, null]);
    expect(await findCompensationLimits(money.db)).toMatchObject({
      propose_admin: 200_000,
      propose_superadmin: 4_000_000,
    });
  });
});
