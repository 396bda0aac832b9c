import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { testDatabase, until } from '@perezvon/db/testing';
import { migrateQueues, openQueues, type Queues } from '../src/index.js';
import { scored } from './given-messages.js';
import { startLatePostgres, type LatePostgres } from './late-postgres.js';

describe('PostgreSQL does not answer when a process opens its queues', () => {
  let late: LatePostgres;
  let queues: Queues;
  let failures: number;
  beforeEach(async () => {
    const { url } = await testDatabase();
    await migrateQueues({ kind: 'postgres', url });
    late = await startLatePostgres(url);
    failures = 0;
    queues = openQueues({ kind: 'postgres', url: late.url }, () => {
      failures += 1;
    });
  });
  afterEach(async () => {
    await queues.close();
    await late.close();
  });

  const send = (id: string) => queues.queue('reporting').add('call.scored', scored(id), { jobId: id });
  const isRefused = () => expect(send('m-0')).rejects.toThrow();

  test('messages are refused, and taken as soon as it answers', async () => {
    await isRefused();
    await isRefused();
    late.open();
    expect((await send('m-1')).id).toBe('m-1');
  });

  test('a worker tries again some times a second, leaves the process its time, and works when it answers', async () => {
    const taken: string[] = [];
    const worker = queues.worker('reporting', async ({ id = '' }) => {
      taken.push(id);
      return '';
    });
    const startedAt = performance.now();
    await until(() => failures >= 2, { what: 'it was told of twice' });
    // A loop that lets nothing else run would have failed thousands of times, or never come here.
    expect(failures / Math.max(1, (performance.now() - startedAt) / 1_000)).toBeLessThan(20);

    late.open();
    await send('m-1');
    await until(() => taken.includes('m-1'), { what: 'the message is worked on' });
    const waits = async () => (await queues.queue('reporting').getWorkers()).length === 1;
    await until(waits, { what: 'the board counts the worker' });
    await worker.close();
  });
});
