import { mkdtemp, readFile, rm, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { formatLogLine, openLogSink, parseLogLine, type LogLine } from '../../src/start/log-sink.js';

const LARGE_BYTES = 11 * 1024 * 1024;

let home: string;
let shown: string[];
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'perezvon-logs-'));
  shown = [];
});
afterEach(() => rm(home, { recursive: true, force: true }));

const line = (fields: object): string =>
  JSON.stringify({
    level: 'info',
    time: '2026-11-25T14:05:12.345Z',
    service: 'audit',
    pid: 7,
    msg: 'text',
    ...fields,
  });
const parsed = (fields: object): LogLine => {
  const one = parseLogLine(line(fields));
  if (one === null) throw new Error('no log line');
  return one;
};
const open = () => openLogSink(home, 'audit', (text) => shown.push(text));
const kept = (): Promise<string> => readFile(join(home, 'logs', 'audit.log'), 'utf8');

test('the file keeps everything, the terminal shows what went wrong', async () => {
  const sink = await open();
  sink.write(line({ msg: 'service started' }));
  sink.write(line({ level: 'warn', msg: 'queue connection failed', queue: 'audit' }));
  sink.write('(node:7) something that Node itself says');
  await sink.close();
  expect((await kept()).trim().split('\n')).toHaveLength(3);
  expect(shown).toEqual(['14:05:12 warn audit: queue connection failed (queue=audit)']);
});

test('an error is shown with its reason, without its stack', () => {
  const err = { type: 'Error', message: 'no connection', stack: 'at somewhere' };
  expect(formatLogLine(parsed({ level: 'error', msg: 'task failed', err }))).toBe(
    '14:05:12 error audit: task failed no connection',
  );
});

test.each(['', 'plain text', '{"level":"info"', '{"level":30}'])('%j is no line of our log', (text) => {
  expect(parseLogLine(text)).toBeNull();
});

test('a second start goes on in the same file; a large one is put aside', async () => {
  for (const msg of ['first', 'second']) {
    const sink = await open();
    sink.write(line({ msg }));
    await sink.close();
  }
  expect((await kept()).trim().split('\n')).toHaveLength(2);

  await truncate(join(home, 'logs', 'audit.log'), LARGE_BYTES);
  await (await open()).close();
  expect(await kept()).toBe('');
  expect((await stat(join(home, 'logs', 'audit.log.old'))).size).toBe(LARGE_BYTES);
});
