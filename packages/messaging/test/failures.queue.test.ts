import { actionFailed, type Envelope } from '@perezvon/contracts';
import type { DbClient } from '@perezvon/db';
import { givenClinic, testDatabase, until, type Clinic } from '@perezvon/db/testing';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { done, relayOnce, type QueueHandlers } from '../src/index.js';
import { outboxMessages, startHarness, testBackends, type Harness } from '../src/testing/index.js';
import { givenOutbox, makeDue, NOW, onScored, onStart, scored, wish } from './given-messages.js';

describe.each(testBackends())('what cannot be processed, on $name', ({ backend }) => {
  let db: DbClient;
  let clinic: Clinic;
  let harness: Harness;
  beforeEach(async () => {
    const database = await testDatabase();
    ({ db } = database);
    clinic = await givenClinic(db);
    harness = await startHarness({ db, backend: backend(database.url), now: () => NOW });
  });
  afterEach(() => harness.stop());

  const jobs = () => harness.deps.queues.queue('assignment');
  const succeeding = onStart(async () => done([], { before: null, after: null }));
  const send = async (message: Envelope) => {
    await givenOutbox(db, [{ queue: 'assignment', envelope: message }]);
    await relayOnce(harness.deps);
  };
  const parked = (messageId: string) =>
    until(() => db.outbox.findFirst({ where: { messageId, nextSendAt: null } }), {
      what: `${messageId} is parked`,
    });
  const failures = async () =>
    (await outboxMessages(db))
      .filter(({ type }) => type === 'action.failed')
      .map(({ causedBy, actorId, payload }) => ({
        causedBy,
        actorId,
        ...actionFailed.payload.parse(payload),
      }));

  test('an intent of a version to come fails at once, with its code, and its person is told', async () => {
    harness.consume('assignment', succeeding);

    await send({ ...wish('tg-1', clinic.operator.id), version: 2 });
    await parked('tg-1');

    const job = await jobs().getJob('tg-1');
    expect(await job?.getState()).toBe('failed');
    expect(job).toMatchObject({
      attemptsMade: 1,
      failedReason: 'message.unknown_version: assignment.start version 2',
    });
    expect(await failures()).toEqual([
      {
        causedBy: 'tg-1.failed',
        actorId: clinic.operator.id,
        action: 'assignment.start',
        actorRole: 'operator',
        subject: { kind: 'assignment', id: '1' },
        code: 'message.unknown_version',
      },
    ]);
  });

  test.each([
    [
      'a payload nobody can read',
      { payload: { assignmentId: 'first' } },
      'assignment.start',
      'message.bad_payload',
    ],
    [
      'a type only a newer gateway knows',
      { type: 'assignment.dream' },
      'assignment.dream',
      'message.unknown_type',
    ],
  ])('%s: the person is told all the same', async (_, change, action, code) => {
    harness.consume('assignment', succeeding);

    await send({ ...wish('tg-2', clinic.admin.id), ...change });
    await parked('tg-2');

    expect(await failures()).toMatchObject([
      { action, code, actorRole: 'admin', subject: { kind: 'system', id: action } },
    ]);
  });

  test('an event that cannot be processed waits in the failed set; there is nobody to tell', async () => {
    harness.consume(
      'reporting',
      onScored(async () => {}),
    );
    await givenOutbox(db, [{ queue: 'reporting', envelope: { ...scored('tg-3.1'), version: 9 } }]);

    await relayOnce(harness.deps);
    await parked('tg-3.1');

    expect(await harness.deps.queues.queue('reporting').getFailedCount()).toBe(1);
    expect(await failures()).toEqual([]);
  });

  test('a worker goes on after a poisonous message', async () => {
    harness.consume('assignment', succeeding);
    await send({ ...wish('tg-4', clinic.operator.id), payload: null });
    await send(wish('tg-5', clinic.operator.id));

    await until(() => db.processedMessage.findFirst({ where: { messageId: 'tg-5' } }), {
      what: 'the next one is done',
    });
  });

  /** The last of its attempts fails: as if the earlier ones had failed before. */
  const sendWithOneAttempt = async (message: Envelope) => {
    await givenOutbox(db, [{ queue: 'assignment', envelope: message }]);
    await jobs().add(message.type, message, { jobId: message.id, attempts: 1 });
  };
  const brokenOnce = (): QueueHandlers<'assignment'> => {
    let isMended = false;
    return onStart(async () => {
      if (isMended) return done([], { before: null, after: { state: 'in_progress' } });
      isMended = true;
      throw new Error('a bug');
    });
  };

  test('after its attempts an intent is given up; retried from the failed set it takes effect', async () => {
    harness.consume('assignment', brokenOnce());
    await sendWithOneAttempt(wish('tg-6', clinic.operator.id));
    await parked('tg-6');
    expect(await failures()).toMatchObject([{ code: 'action.attempts_exhausted', causedBy: 'tg-6.failed' }]);
    await makeDue(db);
    await relayOnce(harness.deps);

    await (await jobs().getJob('tg-6'))?.retry();
    await until(() => db.processedMessage.findFirst({ where: { messageId: 'tg-6' } }), {
      what: 'the retry is done',
    });

    expect(await db.outbox.count({ where: { messageId: 'tg-6' } })).toBe(0);
    expect((await outboxMessages(db)).map(({ id, type }) => [id, type])).toEqual([
      ['tg-6.failed.1', 'action.failed'],
      ['tg-6.1', 'admin.action'],
    ]);
  });

  test('a job that failed when nobody could note it is settled when its message is sent again', async () => {
    const worker = harness.deps.queues.worker('assignment', async () => {
      throw new Error('a bug');
    });
    await sendWithOneAttempt(wish('tg-7', clinic.operator.id));
    await until(async () => (await jobs().getFailedCount()) === 1, { what: 'the job has failed' });
    await worker.close();
    expect(await failures()).toEqual([]);

    // Sent a first time long ago, due again now.
    await db.outbox.updateMany({ data: { attempts: 1 } });
    await relayOnce(harness.deps);
    await relayOnce(harness.deps);

    expect(await failures()).toMatchObject([{ code: 'action.attempts_exhausted', causedBy: 'tg-7.failed' }]);
    expect(await db.outbox.count({ where: { messageId: 'tg-7', nextSendAt: null } })).toBe(1);
  });

  test('an outbox row that is no message is parked and holds up no other', async () => {
    await givenOutbox(db, [{ queue: 'assignment', envelope: wish('tg-8', clinic.operator.id) }]);
    await db.outbox.create({
      data: { messageId: 'broken', queue: 'assignment', message: { hello: 'world' } },
    });

    expect(await relayOnce(harness.deps)).toEqual({ claimed: 2, sent: true });

    expect(await jobs().getJobState('tg-8')).toBe('waiting');
    expect(await db.outbox.count({ where: { messageId: 'broken', nextSendAt: null } })).toBe(1);
  });
});
