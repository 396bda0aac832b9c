import { clockAt, givenCall, givenClinic, testDatabase } from '@perezvon/db/testing';
import { expect, test } from '@jest/globals';
import { controlRowsPlace } from '../../src/screens/places/control.js';
import { seeScreen } from '../support/draw.js';
import { personOf } from '../support/people.js';

/** A Tuesday, noon at the clinic. */
const now = clockAt('2026-11-24T09:00:00Z');
const GIVEN = '2026-11-23T08:00:00Z';

test('a line says what the work is: what somebody wrote, what a training is to change, what is to be paid', async () => {
  const { db } = await testDatabase();
  const { admin, operator } = await givenClinic(db);
  const work = { ownerId: operator.id, givenById: admin.id, createdAt: GIVEN, dueAt: '2026-11-25T15:00:00Z' };
  const note = async (text: string) => (await db.note.create({ data: { authorId: operator.id, text } })).id;
  const { historyId } = await givenCall(db);
  await db.assignment.create({
    data: { ...work, kind: 'task', noteId: await note('Обновить прайс, +7 916 123-45-67') },
  });
  await db.assignment.create({
    data: {
      ...work,
      historyId,
      kind: 'marketing',
      channel: 'sms',
      noteId: await note('Предложить скидку на осмотр'),
    },
  });
  await db.assignment.create({
    data: {
      ...work,
      kind: 'training',
      training: { create: { operator: 'op-1', metric: 'conversion_score' } },
    },
  });
  await db.assignment.create({
    data: {
      ...work,
      historyId,
      kind: 'compensation',
      compensation: {
        create: {
          historyId,
          amountKopecks: 150_000,
          reason: 'quality',
          proposedById: operator.id,
          proposedAt: GIVEN,
          state: 'approved',
          decidedById: admin.id,
          decidedAt: GIVEN,
        },
      },
    },
  });
  const all = controlRowsPlace.address({ days: 7, measure: 'given', direction: 'on' });
  const { text, buttons } = await seeScreen(db, personOf(admin), all, { now });
  expect(text).toContain('· Задача · Обновить прайс, •••\n');
  expect(text).toContain(`· Маркетинговое действие · #${historyId} · Предложить скидку на осмотр\n`);
  expect(text).toContain('· Тренинг · Конверсия\n');
  expect(text).toContain(`· Компенсация · #${historyId} · 1\u00A0500\u00A0₽\n`);
  expect(buttons.flat()).toContain('25.11 18:00 · Задача · Обновить прайс, •••');
});
