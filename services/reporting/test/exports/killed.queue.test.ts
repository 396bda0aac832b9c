import { exportCreate } from '@perezvon/contracts';
import type { DbClient } from '@perezvon/db';
import { givenClinic, testDatabase, until } from '@perezvon/db/testing';
import { publishIntent, type QueueBackend } from '@perezvon/messaging';
import { outboxMessages, startHarness, testBackends, type Harness } from '@perezvon/messaging/testing';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startReportingProcess, type ReportingProcess } from '../fixtures/reporting-process.js';
import { givenManyCalls } from './given-calls.js';
import { readCsv } from './read-files.js';

/** Enough that the file is made in many pieces, and the kill comes between two of them. */
const CALLS = 4_000;
const TIMEOUT_MS = 90_000;

describe.each(testBackends())(
  'a reporting process killed in the middle of a file, queues on $name',
  ({ backend }) => {
    let db: DbClient;
    let harness: Harness;
    let where: { backend: QueueBackend; databaseUrl: string };
    const processes: ReportingProcess[] = [];
    const startProcess = () => {
      const started = startReportingProcess(where);
      processes.push(started);
      return started;
    };
    beforeEach(async () => {
      const database = await testDatabase();
      ({ db } = database);
      where = { backend: backend(database.url), databaseUrl: database.url };
      harness = await startHarness({ db, backend: where.backend });
    });
    afterEach(async () => {
      for (const { kill } of processes.splice(0)) await kill();
      await harness.stop();
    });

    const newest = () => db.export.findFirst({ orderBy: { id: 'desc' } });

    test(
      'the file is whole, and its end is told once',
      async () => {
        const { admin } = await givenClinic(db);
        await givenManyCalls(db, CALLS, new Date());
        const order = { content: 'calls', columns: 'all', format: 'csv', days: 7 } as const;
        const context = { id: 'tg-1', actorId: admin.id, at: new Date() };
        await publishIntent(harness.deps, exportCreate.of(order, context));

        const first = startProcess();
        await until(async () => (await db.exportChunk.count()) > 0, {
          what: 'the first piece of the file',
          timeoutMs: TIMEOUT_MS,
        });
        await first.kill();
        const left = await newest();
        expect(left).toMatchObject({ state: 'running', bytes: null });

        startProcess();
        const made = await until(
          async () => {
            const row = await newest();
            return row?.state === 'done' && row;
          },
          { what: 'the file', timeoutMs: TIMEOUT_MS },
        );

        expect(made).toMatchObject({ doneRows: CALLS });
        // One more, unless a busy machine made the queue give the first process's job out more than once.
        expect(made.attempt).toBeGreaterThan(left?.attempt ?? Number.POSITIVE_INFINITY);
        const chunks = await db.exportChunk.findMany({ orderBy: { number: 'asc' } });
        expect(chunks.map(({ number }) => number)).toEqual(chunks.map((_, index) => index));
        const [, ...rows] = readCsv(Buffer.concat(chunks.map(({ content }) => content)));
        expect(new Set(rows.map(([id]) => id)).size).toBe(CALLS);
        const finished = (await outboxMessages(db)).filter(({ type }) => type === 'export.finished');
        expect(finished).toHaveLength(1);
      },
      2 * TIMEOUT_MS,
    );
  },
);
