import { callMarkListened, userRequestAccess } from '@perezvon/contracts';
import type { DbClient } from '@perezvon/db';
import { clockAt, givenClinic, silentLog, testDatabase, type Clinic } from '@perezvon/db/testing';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { done, processMessage, type ProcessingDeps } from '../src/index.js';
import { processChecked } from '../src/process-message.js';
import { outboxMessages, outboxTypes } from '../src/testing/index.js';
import { NOW, onScored, onStart, scored, wish } from './given-messages.js';

let db: DbClient;
let deps: ProcessingDeps;
let clinic: Clinic;
beforeAll(async () => {
  ({ db } = await testDatabase());
  deps = { db, log: silentLog, now: clockAt(NOW.toISOString()) };
  clinic = await givenClinic(db);
});
beforeEach(async () => {
  await db.outbox.deleteMany();
});

const nothing = onScored(async () => {});
const processedCount = (messageId: string) => db.processedMessage.count({ where: { messageId } });

describe('a message nobody can process', () => {
  const good = scored('bad-1');
  test.each([
    ['is no envelope', { hello: 'world' }, 'message.unreadable'],
    ['has an id that no queue takes', { ...good, id: '1:2' }, 'message.unreadable'],
    ['is of no known type', { ...good, type: 'call.dreamt' }, 'message.unknown_type'],
    [
      'is for another queue',
      { ...good, type: 'call.received', payload: { historyId: 1, revision: 1 } },
      'message.unknown_type',
    ],
    ['is of a version to come', { ...good, version: 2 }, 'message.unknown_version'],
    ['has another payload', { ...good, payload: { historyId: 'one' } }, 'message.bad_payload'],
  ])('%s', async (_, message, code) => {
    await expect(processMessage('reporting', message, nothing, deps)).rejects.toMatchObject({
      name: 'BadMessage',
      code,
    });
  });

  test('an intent without a person', async () => {
    const intent = { ...wish('bad-2', 1), actorId: null };

    await expect(
      processMessage(
        'assignment',
        intent,
        onStart(async () => done([], { before: null, after: null })),
        deps,
      ),
    ).rejects.toMatchObject({
      code: 'message.bad_payload',
    });
  });
});

test('a handler that breaks leaves nothing behind, and the next attempt takes effect', async () => {
  let attempts = 0;
  const handlers = onStart(async (_, { tx, actor }) => {
    attempts += 1;
    await tx.user.update({ where: { id: actor.id }, data: { language: `attempt-${attempts}` } });
    if (attempts === 1) throw new Error('passing trouble');
    return done([], { before: null, after: null });
  });
  const intent = wish('tg-1', clinic.operator.id);

  await expect(processMessage('assignment', intent, handlers, deps)).rejects.toThrow('passing trouble');
  expect(await outboxTypes(db)).toEqual([]);
  expect(await processedCount('tg-1')).toBe(0);
  expect(await db.user.findUnique({ where: { id: clinic.operator.id } })).toMatchObject({ language: 'ru' });

  expect(await processMessage('assignment', intent, handlers, deps)).toBe('done');
  expect(await outboxTypes(db)).toEqual(['admin.action']);
  expect(await db.user.findUnique({ where: { id: clinic.operator.id } })).toMatchObject({
    language: 'attempt-2',
  });
});

test('of many deliveries at the same moment one takes effect', async () => {
  let effects = 0;
  const handlers = onScored(async () => {
    effects += 1;
  });

  const results = await Promise.all(
    Array.from({ length: 6 }, () => processMessage('reporting', scored('race-1'), handlers, deps)),
  );

  expect(results.sort()).toEqual(['done', ...Array.from({ length: 5 }, () => 'duplicate')]);
  expect(effects).toBe(1);
});

describe('the permission is checked again', () => {
  const allowed = onStart(async () => done([], { before: null, after: { state: 'in_progress' } }));

  test('as the person stands now, not as he stood when he pressed', async () => {
    const person = await db.user.create({
      data: { telegramId: 8_001, firstName: 'Лев', role: 'operator', status: 'active' },
    });
    expect(await processMessage('assignment', wish('tg-11', person.id), allowed, deps)).toBe('done');

    await db.user.update({ where: { id: person.id }, data: { role: 'marketing' } });
    expect(await processMessage('assignment', wish('tg-12', person.id), allowed, deps)).toBe('refused');

    await db.user.update({ where: { id: person.id }, data: { role: 'operator', status: 'blocked' } });
    expect(await processMessage('assignment', wish('tg-13', person.id), allowed, deps)).toBe('refused');

    const kept = (await outboxMessages(db)).map(({ type, payload }) => ({ type, ...Object(payload) }));
    expect(kept).toMatchObject([
      { type: 'admin.action', actorRole: 'operator' },
      { type: 'action.denied', actorRole: 'marketing', reason: 'permission.missing' },
      { type: 'action.denied', actorRole: 'operator', reason: 'actor.not_active' },
    ]);
  });

  test('an intent that anybody may send still needs a known person', async () => {
    const handlers = {
      intents: { 'user.request_access': async () => done([], { before: null, after: null }) },
      events: {},
    };
    const ask = (id: string, actorId: number) =>
      userRequestAccess.of({ userId: actorId }, { id, actorId, at: NOW });
    const newcomer = await db.user.create({ data: { telegramId: 8_002, firstName: 'Ия' } });

    expect(await processChecked('bot-gateway', ask('tg-21', newcomer.id), handlers, deps)).toBe('done');
    expect(await processChecked('bot-gateway', ask('tg-22', 999_999), handlers, deps)).toBe('refused');
  });
});

test('an effect happens before its event is marked, so that a crash repeats it rather than lose it', async () => {
  const told: string[] = [];
  let isUp = false;
  const handlers = {
    intents: {},
    events: {
      'call.listened': {
        kind: 'effect' as const,
        handle: async ({ id }: { id: string }) => {
          if (!isUp) throw new Error('Telegram is down');
          told.push(id);
        },
      },
    },
  };
  const event = {
    ...scored('tg-31.1'),
    type: 'call.listened',
    payload: callMarkListened.payload.parse({ historyId: 5 }),
  };

  await expect(processChecked('bot-gateway', event, handlers, deps)).rejects.toThrow('Telegram is down');
  expect(await processedCount('tg-31.1')).toBe(0);

  isUp = true;
  expect(await processChecked('bot-gateway', event, handlers, deps)).toBe('done');
  expect(await processChecked('bot-gateway', event, handlers, deps)).toBe('duplicate');
  expect(told).toEqual(['tg-31.1']);
});
