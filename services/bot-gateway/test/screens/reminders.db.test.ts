import type { ReminderLevel } from '@perezvon/contracts';
import type { DbClient, Prisma } from '@perezvon/db';
import {
  clockAt,
  givenAssignment,
  givenCall,
  givenClinic,
  testDatabase,
  type Clinic,
} from '@perezvon/db/testing';
import { beforeAll, expect, test } from '@jest/globals';
import { nameOf } from '../../src/people/person.js';
import { reminderPlace } from '../../src/screens/places/notifications.js';
import { seeScreen } from '../support/draw.js';
import { personOf } from '../support/people.js';
import { strictTexts } from '../support/texts.js';
import { toPlainText } from '../../src/text/html.js';
import { moneyWords } from '../../src/text/money-words.js';

/** A Tuesday noon at the clinic. */
const now = clockAt('2026-11-24T09:00:00Z');

const CALLBACK = toPlainText(strictTexts.in('ru')('kind-callback'));

let db: DbClient;
let people: Clinic;
beforeAll(async () => {
  ({ db } = await testDatabase());
  people = await givenClinic(db);
});

const given = (dueAt: string, change: Partial<Prisma.AssignmentUncheckedCreateInput> = {}) =>
  givenAssignment(db, people, { dueAt, ...change });

const givenMessage = async (
  { id: userId }: { id: number },
  told: readonly (readonly [ReminderLevel, { id: number }])[],
): Promise<number> => {
  const { id: messageId } = await db.notificationMessage.create({
    data: { userId, kind: 'reminder', nextTryAt: now(), sentAt: now() },
  });
  for (const [level, { id }] of told)
    await db.reminder.create({
      data: { assignmentId: id, userId, level, dueAt: now(), heldSince: now(), notBefore: now(), messageId },
    });
  return messageId;
};

test('the gravest first, each one tap away, as it stands now', async () => {
  const late = await given('2026-11-24T08:00:00Z');
  const soon = await given('2026-11-24T10:00:00Z');
  const done = await given('2026-11-24T07:00:00Z', { state: 'done', closedAt: now() });
  const note = await db.note.create({ data: { authorId: people.admin.id, text: 'Заказать бланки' } });
  const task = await given('2026-11-24T15:00:00Z', {
    kind: 'task',
    historyId: null,
    noteId: note.id,
  });
  const messageId = await givenMessage(people.operator, [
    ['soon', soon],
    ['given', task],
    ['due', done],
    ['due', late],
  ]);

  const seen = await seeScreen(db, personOf(people.operator), reminderPlace.address({ messageId }), { now });
  expect(seen.text).toBe(
    [
      '🔴 Срок прошёл: 2',
      `${CALLBACK} · #${late.historyId} · до 24.11 11:00`,
      `${CALLBACK} · #${done.historyId} · до 24.11 10:00 — выполнено`,
      '',
      '⏳ Скоро срок: 1',
      `${CALLBACK} · #${soon.historyId} · до 24.11 13:00`,
      '',
      '🆕 Вам поручили: 1',
      'Задача · Заказать бланки · до 24.11 18:00',
    ].join('\n'),
  );
  expect(seen.buttons.slice(0, -1)).toEqual([
    [`24.11 11:00 · ${CALLBACK} · #${late.historyId}`],
    [`24.11 13:00 · ${CALLBACK} · #${soon.historyId}`],
    ['24.11 18:00 · Задача · Заказать бланки'],
    [`24.11 10:00 · ${CALLBACK} · #${done.historyId}`],
    ['📋 Мои поручения'],
  ]);
});

test('whoever gave it reads whose it is; what has no room on a phone is counted', async () => {
  const assignments = await Promise.all(Array.from({ length: 11 }, () => given('2026-11-24T07:00:00Z')));
  const messageId = await givenMessage(
    people.admin,
    assignments.map((one) => ['giver', one] as const),
  );
  const address = reminderPlace.address({ messageId });
  const seen = await seeScreen(db, personOf(people.admin), address, { now });
  expect(seen.text).toContain('⚠️ Вы поручали, срок прошёл больше часа назад: 11');
  expect(seen.text).toContain('до 24.11 10:00 · Ольга');
  expect(seen.text).toContain('… и ещё 3');
  expect(seen.buttons).toHaveLength(8 + 2);
  expect(seen.buttons.at(-2)).toEqual(['⏰ Все просроченные']);

  expect((await seeScreen(db, personOf(people.otherAdmin), address, { now })).text).toContain('Здесь пусто');
});

test('who is told at once reads why: whoever should have been told cannot be', async () => {
  const late = await given('2026-11-24T08:00:00Z');
  const slow = await given('2026-11-24T07:00:00Z', { ownerId: people.otherOperator.id });
  const messageId = await givenMessage(people.superadmin, [
    ['superadmin', late],
    ['superadmin', slow],
  ]);
  await db.reminder.updateMany({ where: { assignmentId: late.id }, data: { isPassedOn: true } });
  await db.user.update({ where: { id: people.operator.id }, data: { unreachableSince: now() } });
  await db.user.update({ where: { id: people.admin.id }, data: { status: 'blocked' } });
  try {
    const address = reminderPlace.address({ messageId });
    const { text } = await seeScreen(db, personOf(people.superadmin), address, { now });
    expect(text).toBe(
      [
        '🚨 Срок прошёл, а тому, кто поручал, не сообщить: 1',
        `${CALLBACK} · #${late.historyId} · до 24.11 11:00 · Ольга`,
        '↳ Ольга: бот закрыт, сообщения не доходят',
        '↳ Анна: нет доступа',
        '',
        '🚨 Просрочено больше чем на 4 рабочих часа: 1',
        `${CALLBACK} · #${slow.historyId} · до 24.11 10:00 · ${nameOf(people.otherOperator)}`,
        '↳ Анна: нет доступа',
      ].join('\n'),
    );
  } finally {
    await db.user.updateMany({ data: { status: 'active', unreachableSince: null } });
  }
});

test('compensations that wait stand in the same message, one tap from the decision', async () => {
  const { historyId } = await givenCall(db);
  const { id: assignmentId } = await given('2026-11-24T08:00:00Z');
  const { id: compensationId } = await db.compensation.create({
    data: {
      historyId,
      amountKopecks: 150_050,
      reason: 'quality',
      proposedById: people.admin.id,
      proposedAt: '2026-11-24T05:00:00Z',
    },
  });
  const messageId = await givenMessage(people.superadmin, []);
  const waits = { userId: people.superadmin.id, dueAt: now(), notBefore: now(), messageId };
  await db.reminder.create({ data: { ...waits, compensationId, level: 'undecided' } });
  const address = reminderPlace.address({ messageId });
  const alone = await seeScreen(db, personOf(people.superadmin), address, { now });
  const money = moneyWords(150_050, strictTexts.in('ru'));
  expect(alone.text.split('\n')).toEqual([
    '💰 Ждут вашего решения больше 4 рабочих часов: 1',
    `№${compensationId} · ${toPlainText(money)} · ждёт с 24.11 08:00 · Анна`,
  ]);
  expect(alone.buttons[0]).toEqual([`💰 №${compensationId} · ${toPlainText(money)}`]);

  await db.reminder.create({ data: { ...waits, assignmentId, level: 'superadmin', heldSince: now() } });
  await db.compensation.update({
    where: { id: compensationId },
    data: { state: 'refused', decidedById: people.superadmin.id, decidedAt: now() },
  });
  const both = await seeScreen(db, personOf(people.superadmin), address, { now });
  expect(both.text).toMatch(/^🚨 .+\n.+\n\n💰 .+\n.+ — отклонена$/u);
  expect(both.buttons).toContainEqual(['⏰ Все просроченные']);
});
