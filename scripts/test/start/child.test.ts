import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { until } from '@perezvon/db/testing';
import { ServiceStartError, superviseService, type Child } from '../../src/start/child.js';
import { parseLogLine } from '../../src/start/log-sink.js';

const ENTRY = new URL('fixtures/made-up-service.mjs', import.meta.url);

let lines: string[];
let told: string[];
let child: Child | undefined;
beforeEach(() => {
  lines = [];
  told = [];
});
afterEach(() => child?.kill());

const supervise = (mode = 'normal'): Child => {
  child = superviseService('made-up', {
    entry: ENTRY,
    env: { PATH: process.env['PATH'], MODE: mode },
    sink: { write: (line) => void lines.push(line), close: () => Promise.resolve() },
    tell: (line) => void told.push(line),
  });
  return child;
};

/** The processes that said they have started, in order. */
const pids = (): number[] =>
  lines.flatMap((line) => {
    const parsed = parseLogLine(line);
    return parsed?.msg === 'service started' ? [Number(parsed['pid'])] : [];
  });

test('a service starts, finishes when it is asked to, and nobody is told anything', async () => {
  const service = supervise();
  await service.started;
  await service.stop();
  expect(lines.map((line) => parseLogLine(line)?.msg)).toEqual(['service started', 'service stopped']);
  expect(told).toEqual([]);
});

test('a killed service is back by itself, and the person at the terminal reads so', async () => {
  await supervise().started;
  process.kill(pids()[0] ?? 0, 'SIGKILL');
  await until(() => pids().length === 2, { what: 'it has started again' });
  expect(told).toEqual(['made-up ended (SIGKILL); it starts again in 1 s.', 'made-up runs again.']);
});

test('a first start that fails says why in the service’s own words, and is not tried again', async () => {
  const { started } = supervise('bad-config');
  await expect(started).rejects.toThrow(ServiceStartError);
  await expect(started).rejects.toThrow('AUDIT_COLOUR: expected a colour');
  expect(told).toEqual([]);
});

test('a service that waits for its next start is not started any more once it is stopped', async () => {
  const stopped = supervise();
  await stopped.started;
  process.kill(pids()[0] ?? 0, 'SIGKILL');
  await until(() => told.length === 1, { what: 'its end is noticed' });
  await stopped.stop();

  // A second one dies later and comes back: by then the first one would have, too.
  await supervise().started;
  process.kill(pids()[1] ?? 0, 'SIGKILL');
  await until(() => told.includes('made-up runs again.'), { what: 'the second one is back' });
  expect(pids()).toHaveLength(3);
});
