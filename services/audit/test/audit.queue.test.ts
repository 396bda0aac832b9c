import { rm } from 'node:fs/promises';
import type { DbClient } from '@perezvon/db';
import { withTransaction } from '@perezvon/db';
import { testDatabase, until } from '@perezvon/db/testing';
import { insertOutbox, type Stop } from '@perezvon/messaging';
import { startHarness, testBackends, type Harness } from '@perezvon/messaging/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { start } from '../src/start.js';
import { readHeadFile } from '../src/store/head-file.js';
import { verifyLog } from '../src/verify/verify-log.js';
import { action, denial, givenHome } from './given-log.js';

describe.each(testBackends())('two audit processes, queues on $name', ({ backend }) => {
  let db: DbClient;
  let home: string;
  let harnesses: Harness[];
  let stops: Stop[];
  beforeAll(async () => {
    const database = await testDatabase();
    ({ db } = database);
    home = await givenHome();
    const where = backend(database.url);
    harnesses = [await startHarness({ db, backend: where }), await startHarness({ db, backend: where })];
    stops = harnesses.map(({ deps }) => start(deps, { PEREZVON_HOME: home }));
  });
  afterAll(async () => {
    for (const stop of stops) await stop();
    for (const { stop } of harnesses) await stop();
    await rm(home, { recursive: true });
  });

  test('keep every action once in one sound chain, and its head when they stop', async () => {
    const ids = Array.from({ length: 120 }, (_, index) => `tg-${index}.1`);
    await withTransaction(db, (tx) =>
      insertOutbox(
        tx,
        ids.map((id, index) => ({
          queue: 'audit' as const,
          envelope: index % 3 === 0 ? denial(id) : action(id),
        })),
      ),
    );
    for (const { relay } of harnesses) relay();
    await until(async () => (await db.outbox.count()) === 0, { what: 'every action is kept' });
    for (const stop of stops) await stop();

    const log = await db.adminActionLog.findMany();
    expect(log.map(({ messageId }) => messageId).sort()).toEqual(ids.sort());
    const kept = await readHeadFile(home);
    expect(kept?.seq).toBe(120n);
    expect(await verifyLog(db, { kept, onProgress: () => {} })).toEqual({ head: kept, broken: null });
  });
});
