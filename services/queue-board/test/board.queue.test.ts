import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { callScored, PRIORITIES, QUEUE_NAMES } from '@perezvon/contracts';
import type { DbClient } from '@perezvon/db';
import { silentLog, testDatabase, until } from '@perezvon/db/testing';
import { BadMessage, publishEvents, refused, type QueueHandlers } from '@perezvon/messaging';
import { startHarness, testBackends, type Harness } from '@perezvon/messaging/testing';
import { beat, createMetrics, newInstance } from '@perezvon/service';
import { countJobs } from '../src/metrics/queue-counts.js';
import { startBoardProcess, type BoardProcess } from './fixtures/board-process.js';

/** Two processes start first, on a machine that may be busy. */
const START_TIMEOUT_MS = 60_000;
const PASSWORD = 'correct horse';
const authorized = (password: string) => ({
  authorization: `Basic ${Buffer.from(`ops:${password}`).toString('base64')}`,
});

describe.each(testBackends())('the queue board on $name', ({ backend }) => {
  let db: DbClient;
  let harness: Harness;
  /** Read-only, with a generated password. */
  let board: BoardProcess;
  /** With OPS_BOARD_WRITE=on and a password of ours. */
  let writable: BoardProcess;
  /** Messages that the reporting service can process; it refuses all others as bad. */
  const mended = new Set<string>();
  const processed: string[] = [];

  beforeAll(async () => {
    const database = await testDatabase();
    db = database.db;
    const queues = backend(database.url);
    harness = await startHarness({ db, backend: queues });
    harness.consume('reporting', refusingHandlers());
    harness.relay();
    const given = { backend: queues, databaseUrl: database.url };
    board = await startBoardProcess({ ...given, env: {} });
    writable = await startBoardProcess({ ...given, env: { OPS_PASSWORD: PASSWORD, OPS_BOARD_WRITE: 'on' } });
  }, START_TIMEOUT_MS);
  afterAll(async () => {
    await Promise.all([board.stop(), writable.stop()]);
    await harness.stop();
  });

  const refusingHandlers = (): QueueHandlers<'reporting'> => ({
    intents: {
      'export.create': async () => refused('export.empty'),
      'export.cancel': async () => refused('export.not_found'),
    },
    events: {
      'call.scored': {
        kind: 'transaction',
        handle: async ({ id }) => {
          if (!mended.has(id)) throw new BadMessage('message.bad_payload', 'call.scored');
          processed.push(id);
          return [];
        },
      },
      'scores.stored': { kind: 'transaction', handle: async () => [] },
      'export.requested': { kind: 'transaction', handle: async () => [] },
    },
  });

  const reporting = () => harness.deps.queues.queue('reporting');
  const rowOf = (messageId: string) => db.outbox.findFirst({ where: { messageId } });

  /** Publishes an event that the reporting service refuses. @returns the id of its failed job */
  const givenFailedJob = async (story: string): Promise<string> => {
    const event = callScored.of({
      historyId: 1,
      revision: 1,
      lmVersionTag: 'v1.0.0+00000000',
      callDate: '2026-11-24T09:00:00.000Z',
      previousCallDate: null,
    });
    const context = { causedBy: story, actorId: null, origin: null, at: harness.deps.now() };
    await publishEvents(harness.deps, [event], context);
    const id = `${story}.1`;
    await until(async () => (await rowOf(id))?.nextSendAt === null, {
      what: 'the message is given up and parked',
    });
    return id;
  };

  const generatedPassword = async () =>
    (await readFile(join(board.home, 'secrets', 'ops-password'), 'utf8')).trim();

  test.each(['/queues', '/queues/api/queues', '/queues/static/images/logo.svg'])(
    '%s needs the password',
    async (path) => {
      const stranger = await board.ask(path);
      expect(stranger.status).toBe(401);
      expect(stranger.headers.get('www-authenticate')).toContain('Basic');
      expect((await board.ask(path, { headers: authorized(PASSWORD) })).status).toBe(401);
    },
  );

  test('lets those in who know it, and shows every queue', async () => {
    const headers = authorized(PASSWORD);

    expect((await writable.ask('/queues', { headers })).status).toBe(200);
    const listed: unknown = await (await writable.ask('/queues/api/queues', { headers })).json();
    expect(listed).toMatchObject({ queues: QUEUE_NAMES.map((name) => ({ name })) });
  });

  test('makes a password of its own without OPS_PASSWORD, never a default', async () => {
    const password = await generatedPassword();

    expect(password.length).toBeGreaterThan(20);
    expect((await board.ask('/queues', { headers: authorized(password) })).status).toBe(200);
  });

  test('is read-only: a write is 405 and changes nothing', async () => {
    const id = await givenFailedJob('read-only');
    const headers = authorized(await generatedPassword());

    for (const path of [`${id}/retry`, `${id}/clean`, 'pause', 'retry/failed', 'obliterate'])
      expect(
        (await board.ask(`/queues/api/queues/reporting/${path}`, { method: 'PUT', headers })).status,
      ).toBe(405);

    expect(await reporting().getJobState(id)).toBe('failed');
    expect(await reporting().isPaused()).toBe(false);
  });

  test('with OPS_BOARD_WRITE=on a failed job is retried, takes effect once, and its message is settled', async () => {
    const id = await givenFailedJob('retried');
    const retry = () =>
      writable.ask(`/queues/api/queues/reporting/${id}/retry`, {
        method: 'PUT',
        headers: authorized(PASSWORD),
      });

    mended.add(id);
    expect((await retry()).status).toBeLessThan(300);

    await until(async () => (await rowOf(id)) === null, { what: 'the retried message is processed' });
    expect(processed.filter((message) => message === id)).toEqual([id]);
    await until(async () => (await reporting().getJobState(id)) === 'completed', {
      what: 'its job is completed',
    });
  });

  test('a retry that fails again goes back to the failed set, and can be tried once more', async () => {
    const id = await givenFailedJob('retried-twice');
    const retry = () =>
      writable.ask(`/queues/api/queues/reporting/${id}/retry`, {
        method: 'PUT',
        headers: authorized(PASSWORD),
      });
    const attempts = async () => (await reporting().getJob(id))?.attemptsMade ?? 0;
    const before = await attempts();

    await retry();
    await until(async () => (await attempts()) > before && (await reporting().getJobState(id)) === 'failed', {
      what: 'it failed again',
    });
    expect(await rowOf(id)).toMatchObject({ nextSendAt: null });

    mended.add(id);
    await retry();
    await until(async () => (await rowOf(id)) === null, { what: 'the second retry is processed' });
  });

  test('a write that another site makes a browser send is refused', async () => {
    const headers = { ...authorized(PASSWORD), 'sec-fetch-site': 'cross-site' };

    const answer = await writable.ask('/queues/api/queues/reporting/pause', { method: 'PUT', headers });

    expect(answer.status).toBe(403);
    expect(await reporting().isPaused()).toBe(false);
  });

  test('health and metrics need no password, and tell queues, outbox and processes', async () => {
    await givenFailedJob('measured');
    await beat(newInstance('audit', '1', new Date()), {
      db,
      log: silentLog,
      registry: createMetrics().registry,
    });

    expect((await board.ask('/healthz')).status).toBe(200);
    await until(async () => (await board.ask('/readyz')).status === 200, { what: 'the board is ready' });
    const metrics = await (await board.ask('/metrics')).text();

    expect(metrics).toMatch(/perezvon_queue_jobs\{queue="reporting",state="failed"\} [1-9]/);
    expect(metrics).toContain('perezvon_queue_jobs{queue="audit",state="waiting"} 0');
    expect(metrics).toMatch(/perezvon_outbox_messages\{state="parked"\} [1-9]/);
    expect(metrics).toMatch(/perezvon_outbox_lag_seconds \d/);
    expect(metrics).toContain('perezvon_instances_up{service="audit"} 1');
    expect(metrics).toContain('perezvon_instances_up{service="lm-scoring"} 0');
    expect(metrics).toContain('service="audit"');
    expect(metrics.match(/perezvon_collector_up\{collector="\w+"\} 1/g)).toHaveLength(3);
  });

  test('counts jobs as BullMQ itself does, in every state', async () => {
    const queue = harness.deps.queues.queue('audit');
    const event = {
      version: 1,
      actorId: null,
      causedBy: null,
      origin: null,
      at: '2026-11-24T09:00:00Z',
      payload: {},
    };
    const data = (id: string) => ({ ...event, id, type: 'admin.action' });
    await queue.addBulk(
      ['a1', 'a2', 'a3', 'a4', 'a5'].map((id, index) => ({
        name: 'admin.action',
        data: data(id),
        opts: {
          jobId: id,
          ...(index === 1 && { priority: PRIORITIES.bulk }),
          ...(index === 2 && { delay: 3_600_000 }),
        },
      })),
    );
    await queue.pause();

    const counted = (await countJobs(harness.deps)).filter((row) => row.queue === 'audit' && row.jobs > 0);
    const own = await queue.getJobCounts('prioritized', 'active', 'delayed', 'failed', 'completed');

    expect(Object.fromEntries(counted.map(({ state, jobs }) => [state, jobs]))).toEqual({
      waiting: 3,
      prioritized: 1,
      delayed: 1,
    });
    expect(own).toMatchObject({ prioritized: 1, delayed: 1, active: 0, failed: 0, completed: 0 });
  });
});
