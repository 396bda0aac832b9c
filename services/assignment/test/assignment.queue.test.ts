import {
  assignmentComplete,
  assignmentCreate,
  assignmentStart,
  type INTENTS,
  type IntentType,
  type MessageOf,
} from '@perezvon/contracts';
import type { DbClient } from '@perezvon/db';
import { givenCall, givenClinic, testDatabase, until, type Clinic } from '@perezvon/db/testing';
import { publishIntent } from '@perezvon/messaging';
import { outboxMessages, startHarness, testBackends, type Harness } from '@perezvon/messaging/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { handlers } from '../src/handlers.js';

const NOW = new Date('2026-11-24T09:00:00Z');
const DUE = '2026-11-24T15:00:00.000Z';

describe.each(testBackends())('assignments, with two processes and queues on $name', ({ backend }) => {
  let db: DbClient;
  let clinic: Clinic;
  let processes: [Harness, Harness];
  beforeAll(async () => {
    const database = await testDatabase();
    db = database.db;
    clinic = await givenClinic(db);
    const options = { db, backend: backend(database.url), now: () => NOW };
    processes = [await startHarness(options), await startHarness(options)];
    for (const { consume, relay } of processes) {
      consume('assignment', handlers);
      relay();
    }
  });
  afterAll(async () => {
    for (const { stop } of processes) await stop();
  });

  const publish = (intent: MessageOf<(typeof INTENTS)[IntentType]>) =>
    publishIntent(processes[0].deps, intent);
  const answered = (...intentIds: string[]) =>
    until(
      async () => {
        const done = await db.processedMessage.findMany({ where: { queue: 'assignment' } });
        return intentIds.every((id) => done.some(({ messageId }) => messageId === id));
      },
      { what: `${intentIds.join(', ')} are answered` },
    );
  const causedBy = async (intentId: string) =>
    (await outboxMessages(db)).filter((message) => message.causedBy === intentId).map(({ type }) => type);

  test('from the wish to the finished callback, each step told to the log', async () => {
    const { historyId } = await givenCall(db);
    const wish = { historyId, kind: 'callback', ownerId: clinic.operator.id, dueAt: DUE } as const;
    await publish(assignmentCreate.of(wish, { id: 'tg-1', actorId: clinic.admin.id, at: NOW }));
    await answered('tg-1');
    const { id: assignmentId } = await db.assignment.findFirstOrThrow({ where: { historyId } });

    const byOwner = { actorId: clinic.operator.id, at: NOW };
    await publish(assignmentStart.of({ assignmentId }, { id: 'tg-2', ...byOwner }));
    await answered('tg-2');
    await publish(assignmentComplete.of({ assignmentId, result: 'booked' }, { id: 'tg-3', ...byOwner }));
    await answered('tg-3');

    expect(await db.assignment.findUnique({ where: { id: assignmentId } })).toMatchObject({
      state: 'done',
      result: 'booked',
      closedAt: NOW,
    });
    expect(await causedBy('tg-1')).toEqual(['assignment.created', 'admin.action']);
    expect(await causedBy('tg-2')).toEqual(['assignment.moved', 'admin.action']);
    expect(await causedBy('tg-3')).toEqual(['assignment.moved', 'admin.action']);
  });

  test('two admins give the same call at the same moment: one assignment, and one is told whose it is', async () => {
    const { historyId } = await givenCall(db);
    const wish = { historyId, kind: 'callback', ownerId: clinic.operator.id, dueAt: DUE } as const;

    await Promise.all([
      publish(assignmentCreate.of(wish, { id: 'tg-11', actorId: clinic.admin.id, at: NOW })),
      publish(assignmentCreate.of(wish, { id: 'tg-12', actorId: clinic.otherAdmin.id, at: NOW })),
    ]);
    await answered('tg-11', 'tg-12');

    const [assignment, ...others] = await db.assignment.findMany({ where: { historyId } });
    expect(others).toEqual([]);
    const answers = [...(await causedBy('tg-11')), ...(await causedBy('tg-12'))];
    expect(answers.sort()).toEqual(['action.denied', 'admin.action', 'assignment.created']);
    const denied = (await outboxMessages(db)).find(({ type }) => type === 'action.denied');
    expect(denied?.payload).toMatchObject({
      reason: 'assignment.already_open',
      subject: { kind: 'assignment', id: String(assignment?.id), historyId },
    });
    expect(denied?.actorId).not.toBe(assignment?.givenById);
  });

  test('an intent that Telegram delivers again is carried out once', async () => {
    const { historyId } = await givenCall(db);
    const wish = { historyId, kind: 'review', ownerId: clinic.operator.id, dueAt: DUE } as const;
    const intent = assignmentCreate.of(wish, { id: 'tg-21', actorId: clinic.admin.id, at: NOW });

    await Promise.all([publish(intent), publish(intent)]);
    await answered('tg-21');
    await publish(intent);

    expect(await db.outbox.count({ where: { messageId: 'tg-21' } })).toBe(0);
    expect(await db.assignment.count({ where: { historyId } })).toBe(1);
    expect(await causedBy('tg-21')).toEqual(['assignment.created', 'admin.action']);
  });
});
