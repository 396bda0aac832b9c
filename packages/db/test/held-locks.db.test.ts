import { afterEach, expect, test } from '@jest/globals';
import { LockUnavailable, openHeldLocks, type HeldLocks } from '../src/index.js';
import { testDatabase, until } from '../src/testing/index.js';

const PURPOSE = 4_711;

const opened: HeldLocks[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((locks) => locks.close()));
});

/** Each is a process of its own. */
const givenProcesses = async (count: number) => {
  const { db } = await testDatabase();
  const processes = Array.from({ length: count }, () => openHeldLocks(db, PURPOSE));
  opened.push(...processes);
  return { db, processes };
};

const gate = () => {
  let open = () => {};
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { open, passed };
};

test('work on one key never runs in two processes at once; another key does not wait', async () => {
  const { processes } = await givenProcesses(3);
  let inside = 0;
  let most = 0;
  const visit = async () => {
    inside += 1;
    most = Math.max(most, inside);
    await new Promise((resolve) => setImmediate(resolve));
    inside -= 1;
  };
  for (let round = 0; round < 5; round += 1)
    await Promise.all(processes.map((locks) => locks.run(-1_001_000_000_001, visit)));
  expect(most).toBe(1);

  const [first, second] = processes;
  const busy = gate();
  const running = first?.run(7, () => busy.passed);
  await expect(second?.run(8, async () => 'free')).resolves.toBe('free');
  busy.open();
  await running;
});

test('a process that dies gives its locks free at once, and one that fails too', async () => {
  const { db, processes } = await givenProcesses(2);
  const [first, second] = processes;
  const entered = gate();
  const stuck = gate();
  const dying = first?.run(7, async () => {
    entered.open();
    await stuck.passed;
  });
  await entered.passed;
  let done = false;
  const waiting = second?.run(7, async () => {
    done = true;
  });
  expect(done).toBe(false);
  // What PostgreSQL sees of kill -9: the connection is gone.
  await db.$executeRaw`
    SELECT pg_terminate_backend(pid) FROM pg_locks
    WHERE locktype = 'advisory' AND granted AND classid = ${PURPOSE}::oid AND database = (
      SELECT oid FROM pg_database WHERE datname = current_database())`;
  await waiting;
  expect(done).toBe(true);
  stuck.open();
  await dying;

  const failing = first?.run(9, async () => {
    throw new Error('the work failed');
  });
  await expect(failing).rejects.toThrow('the work failed');
  await expect(second?.run(9, async () => 'free')).resolves.toBe('free');
});

test('a database that does not answer is said before the work runs, and is found again when it does', async () => {
  const { db, processes } = await givenProcesses(1);
  const { db: other } = await testDatabase();
  const [locks] = processes;
  const [row] = await db.$queryRaw<{ name: string }[]>`SELECT current_database() AS name`;
  const name = row?.name ?? '';
  let ran = false;
  await locks?.run(7, async () => {});

  await other.$executeRawUnsafe(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS false`);
  await other.$executeRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ${name}`;
  const refused = locks?.run(7, async () => {
    ran = true;
  });
  await expect(refused).rejects.toBeInstanceOf(LockUnavailable);
  expect(ran).toBe(false);

  await other.$executeRawUnsafe(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS true`);
  await until(async () => (await locks?.run(7, async () => 'back')) === 'back', { what: 'the lock' });
});
