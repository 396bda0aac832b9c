import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { testDatabase, until } from '@perezvon/db/testing';
import { z } from 'zod';

const MAIN = fileURLToPath(new URL('fixtures/service-main.mjs', import.meta.url));
/** A process needs some seconds to start on a busy machine. */
const START_WITHIN_MS = 45_000;
const PACKAGE = fileURLToPath(new URL('..', import.meta.url));

let url: string;
beforeAll(async () => {
  ({ url } = await testDatabase());
});

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

const startProcess = (env: Record<string, string>, stdin: 'ignore' | 'pipe' | 'ipc' = 'ignore') => {
  const stdio: StdioOptions = stdin === 'ipc' ? ['ignore', 'pipe', 'pipe', 'ipc'] : [stdin, 'pipe', 'pipe'];
  const child = spawn(process.execPath, [MAIN], {
    cwd: PACKAGE,
    env: { PATH: process.env['PATH'], DATABASE_URL: url, ...env },
    stdio,
  });
  children.push(child);
  const output = { stdout: '', stderr: '' };
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error('the process has no output');
  stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  // Not the child's own `close`: it never comes once the IPC channel was disconnected from this side.
  const exited = Promise.all([once(child, 'exit'), once(stdout, 'close'), once(stderr, 'close')]).then(
    () => child.exitCode,
  );
  const started = () =>
    until(() => output.stdout.includes('service started'), {
      what: () => `the service started: ${output.stdout}${output.stderr}`,
      timeoutMs: START_WITHIN_MS,
    });
  return { child, output, exited, started };
};

const LogLine = z.object({ time: z.iso.datetime(), msg: z.string() });

/** When the process said so, by its own clock, in ms: signals and the end of a process take their time on a busy machine. */
const momentOf = (output: string, words: string): number => {
  const line = output
    .trim()
    .split('\n')
    .map((text) => LogLine.parse(JSON.parse(text)))
    .find(({ msg }) => msg.includes(words));
  if (line === undefined) throw new Error(`nobody said «${words}»: ${output}`);
  return Date.parse(line.time);
};

test.each(['SIGTERM', 'SIGINT'] as const)('%s: what runs is finished, then exit code 0', async (signal) => {
  const service = startProcess({ STOP_TAKES_MS: '300' });
  await service.started();

  service.child.kill(signal);

  expect(await service.exited).toBe(0);
  expect(service.output.stdout).toContain('fixture finished its work');
  expect(service.output.stderr).toBe('');
});

test('a second signal ends it at once', async () => {
  const service = startProcess({ STOP_TAKES_MS: '60000' });
  await service.started();

  service.child.kill('SIGTERM');
  await until(() => service.output.stdout.includes('service stops'), { what: 'it began to stop' });
  service.child.kill('SIGTERM');

  expect(await service.exited).toBe(1);
  expect(service.output.stdout).not.toContain('fixture finished its work');
});

test('a stop that hangs is ended in under ten seconds, with exit code 1 and a line in the log', async () => {
  const service = startProcess({ STOP_TAKES_MS: '60000' });
  await service.started();

  service.child.kill('SIGTERM');

  expect(await service.exited).toBe(1);
  const asked = momentOf(service.output.stdout, 'service stops');
  const ended = momentOf(service.output.stdout, 'did not stop in time');
  expect(ended - asked).toBeLessThan(10_000);
});

test('its supervisor dies: the closed standard input stops it', async () => {
  const service = startProcess({ PEREZVON_SUPERVISED: '1' }, 'pipe');
  await service.started();

  service.child.stdin?.end();

  expect(await service.exited).toBe(0);
  expect(service.output.stdout).toContain('supervisor gone');
});

test('its supervisor dies: the closed IPC channel stops it', async () => {
  const service = startProcess({}, 'ipc');
  await service.started();

  service.child.disconnect();

  expect(await service.exited).toBe(0);
});

test('a promise that nobody handles ends it, with a fatal line', async () => {
  const service = startProcess({}, 'ipc');
  await service.started();

  service.child.send('break');

  expect(await service.exited).toBe(1);
  expect(service.output.stdout).toContain('"level":"fatal"');
  expect(service.output.stdout).toContain('a bug');
});

test.each([
  ['a bad value', { LOG_LEVEL: 'loud' }, 'LOG_LEVEL: expected one of'],
  ['a value of its own', { STOP_TAKES_MS: 'long' }, 'STOP_TAKES_MS: expected a whole number'],
  [
    'a database that is down',
    { DATABASE_URL: 'postgresql://perezvon:hunter2@127.0.0.1:1/nowhere' },
    '127.0.0.1:1/nowhere does not answer',
  ],
])('%s: one clear line, exit code 1', async (_what, env, line) => {
  const service = startProcess(env);

  expect(await service.exited).toBe(1);
  expect(service.output.stderr.trim().split('\n')).toEqual([expect.stringContaining(line)]);
  expect(service.output.stderr + service.output.stdout).not.toContain('hunter2');
});
