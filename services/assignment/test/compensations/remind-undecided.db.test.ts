import { silentLog } from '@perezvon/db/testing';
import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import { remindOfUndecided } from '../../src/compensations/remind-undecided.js';
import { forgetChanges, openCompensations, type Compensations } from '../support/compensations.js';

let money: Compensations;
beforeAll(async () => {
  money = await openCompensations();
});
beforeEach(async () => {
  await forgetChanges(money);
  await money.db.compensation.deleteMany();
});

/** A moment of Tuesday, 24 November 2026, by the clinic's clock, which opens at eight and closes at nine in the evening. */
const at = (local: string): Date =>
  new Date(`2026-11-${local.startsWith('+') ? 25 : 24}T${local.replace('+', '')}:00+03:00`);
const look = (local: string) =>
  remindOfUndecided({ db: money.db, now: () => at(local), log: silentLog, timezone: 'Europe/Moscow' });
const reminded = async (compensationId: number) => {
  const rows = await money.db.reminder.findMany({ where: { compensationId }, orderBy: { userId: 'asc' } });
  return rows.map(({ userId, notBefore }) => [userId, notBefore]);
};
/** The admin's, that waits since then. */
const givenWaiting = async (local: string, ...proposal: Parameters<Compensations['givenProposal']>) => {
  const { id } = await money.givenProposal(...proposal);
  await money.db.compensation.update({ where: { id }, data: { proposedAt: at(local) } });
  return id;
};

test('after half a working day those who can decide are reminded, once', async () => {
  const id = await givenWaiting('12:00');
  expect(await look('15:59')).toBe(0);
  expect(await look('16:00')).toBe(1);
  expect(await look('16:01')).toBe(0);
  expect(await reminded(id)).toEqual([[money.clinic.superadmin.id, at('16:00')]]);
});

test('its proposer is not reminded of his own: a developer is, where nobody else can decide', async () => {
  const id = await givenWaiting('12:00', {}, 'superadmin');
  await look('16:00');
  expect((await reminded(id)).map(([userId]) => userId)).toEqual([money.clinic.supremeDev.id]);
});

test('the night counts for nobody, and nobody is woken', async () => {
  const id = await givenWaiting('19:00');
  expect(await look('23:30')).toBe(0);
  expect(await look('+09:59')).toBe(0);
  expect(await look('+10:00')).toBe(1);
  const late = await givenWaiting('12:00');
  await look('22:00');
  expect(await reminded(id)).toHaveLength(1);
  expect(await reminded(late)).toEqual([[money.clinic.superadmin.id, at('+08:00')]]);
});

test('what is decided or withdrawn is nobody’s business any more', async () => {
  await money.approve('superadmin', await givenWaiting('12:00'));
  await money.refuse('superadmin', await givenWaiting('12:00'));
  await money.withdraw('admin', await givenWaiting('12:00'));
  expect(await look('18:00')).toBe(0);
});

test('where nobody can decide, whoever can later is reminded then', async () => {
  const id = await givenWaiting('12:00', { amountKopecks: 900_000 });
  await money.setLimit('superadmin', { limit: 'propose_admin', kopecks: 100_000 });
  await money.setLimit('supremeDev', { limit: 'propose_superadmin', kopecks: 100_000 });
  await money.setLimit('supremeDev', { limit: 'approve_superadmin', kopecks: 899_999 });
  expect(await look('16:00')).toBe(0);
  await money.setLimit('supremeDev', { limit: 'approve_superadmin', kopecks: 900_000 });
  expect(await look('17:00')).toBe(1);
  expect(await reminded(id)).toHaveLength(1);
});
