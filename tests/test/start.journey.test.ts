import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { freePort, silentLog, until } from '@perezvon/db/testing';
import { startSimulator } from '@perezvon/telegram-simulator';
import { testRedisDatabase } from '../src/test-redis-database.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const READY = 'Perezvon is ready';
const READY_WITHIN_MS = 90_000;
const STOPPED_WITHIN_MS = 10_000;
/** As root the embedded PostgreSQL runs as another user, who has to get into the folder. */
const FOLDER_MODE = 0o711;

let home: string;
let started: ChildProcess[] = [];
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'perezvon-start-'));
  await chmod(home, FOLDER_MODE);
});
afterEach(async () => {
  for (const child of started) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
  }
  started = [];
  await rm(home, { recursive: true, force: true });
});

interface Run {
  child: ChildProcess;
  output(): string;
  exitCode(): Promise<number | null>;
}

const npmStart = (env: Record<string, string>): Run => {
  const child = spawn(process.execPath, ['scripts/run.mjs', 'start'], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], PEREZVON_HOME: home, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const exit = once(child, 'exit').then(() => child.exitCode);
  return { child, output: () => output, exitCode: () => exit };
};

/** A service of a busy machine may warn at any moment: `12:00:05 warn reporting: …`. */
const OF_A_SERVICE = /^\d\d:\d\d:\d\d warn /u;

/** What `npm start` itself says. */
const ownLines = (run: Run): string[] =>
  run
    .output()
    .trimEnd()
    .split('\n')
    .filter((line) => !OF_A_SERVICE.test(line));

const untilReady = (run: Run) =>
  until(() => run.output().includes(READY), {
    what: () => `it is ready; it said:\n${run.output()}`,
    timeoutMs: READY_WITHIN_MS,
  });

const freePorts = async () => {
  const [ingest, ops, simulator] = [await freePort(), await freePort(), await freePort()];
  return {
    ingest,
    ops,
    simulator,
    env: { INGEST_PORT: String(ingest), OPS_PORT: String(ops), SIMULATOR_PORT: String(simulator) },
  };
};

const CALL = {
  history_id: 77_000_001,
  call_date: new Date().toISOString(),
  direction: 'inbound',
  await_sec: 5,
  talk_duration: 40,
  operator: 'op-1',
  transcript: 'Оператор: Клиника «Образец», здравствуйте.\nКлиент: Запишите меня к терапевту на завтра.',
};

const sendCall = async (port: number): Promise<unknown> => {
  const token = (await readFile(join(home, 'secrets', 'ingest-token'), 'utf8')).trim();
  const answer = await fetch(`http://127.0.0.1:${port}/v1/calls`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(CALL),
  });
  return answer.json();
};

const stopInTime = async (run: Run): Promise<void> => {
  const askedAt = Date.now();
  run.child.kill('SIGINT');
  expect(await run.exitCode()).toBe(0);
  expect(Date.now() - askedAt).toBeLessThan(STOPPED_WITHIN_MS);
};

const REDIS_URL = process.env['PEREZVON_TEST_REDIS_URL'];

describe.each(['postgres', 'redis'] as const)('npm start with queues in %s', (backend) => {
  const testHere = backend === 'redis' && REDIS_URL === undefined ? test.skip : test;

  testHere(
    'becomes ready, takes a call, answers its addresses, stops in time, and finds its data again',
    async () => {
      const { ingest, ops, simulator, env } = await freePorts();
      // The demo month is scored once: that takes half a minute, and has nothing to do with the queues' place.
      const withRedis = async () => ({ REDIS_URL: await testRedisDatabase(), DEMO_DATA: 'off' });
      const environment = { ...env, ...(backend === 'redis' && (await withRedis())) };
      const first = npmStart(environment);
      await untilReady(first);
      expect(ownLines(first).at(-1)).toBe(READY);

      expect(await sendCall(ingest)).toMatchObject({ accepted: 1, duplicates: 0, rejected: [] });
      expect((await fetch(`http://127.0.0.1:${simulator}/`)).status).toBe(200);
      expect((await fetch(`http://127.0.0.1:${ops}/readyz`)).status).toBe(200);
      expect((await fetch(`http://127.0.0.1:${ops}/queues`)).status).toBe(401);
      expect(await (await fetch(`http://127.0.0.1:${ops}/metrics`)).text()).toContain('perezvon_queue_jobs');
      await stopInTime(first);

      const second = npmStart(environment);
      await untilReady(second);
      expect(await sendCall(ingest)).toMatchObject({ accepted: 0, duplicates: 1, rejected: [] });
      await stopInTime(second);
    },
    READY_WITHIN_MS * 2 + STOPPED_WITHIN_MS * 2,
  );
});

describe('what a person can mend is one line and exit code 1', () => {
  const oneLine = async (env: Record<string, string>): Promise<string> => {
    const run = npmStart(env);
    expect(await run.exitCode()).toBe(1);
    const lines = run.output().trim().split('\n');
    expect(lines).toHaveLength(1);
    return lines[0] ?? '';
  };

  test('a port in use', async () => {
    const { env, ops } = await freePorts();
    const squatter: Server = createServer().listen(ops, '0.0.0.0');
    await once(squatter, 'listening');
    const line = await oneLine(env);
    squatter.close();
    expect(line).toContain('OPS_PORT');
    expect(line).toContain(String(ops));
  });

  test('a database that is down', async () => {
    const { env } = await freePorts();
    const port = await freePort();
    const line = await oneLine({
      ...env,
      DATABASE_URL: `postgresql://clinic:verysecret@127.0.0.1:${port}/clinic`,
    });
    expect(line).toContain(`127.0.0.1:${port}`);
    expect(line).not.toContain('verysecret');
  });

  test('a bad value', async () => {
    const { env } = await freePorts();
    expect(await oneLine({ ...env, CLINIC_TIMEZONE: 'Moscow' })).toContain('CLINIC_TIMEZONE');
  });

  test('a bot token that Telegram does not know', async () => {
    const { env } = await freePorts();
    const telegram = await startSimulator({
      port: 0,
      stateDirectory: null,
      people: [],
      token: '123456:the-real-bot',
      log: silentLog,
      now: () => new Date(),
    });
    const token = '123456:no-such-bot';
    const line = await oneLine({ ...env, TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: telegram.apiRoot });
    await telegram.stop();
    expect(line).toContain('TELEGRAM_BOT_TOKEN');
    expect(line).not.toContain(token);
  });
});
