import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DbClient } from '@perezvon/db';
import { testDatabase, until } from '@perezvon/db/testing';
import { beforeEach, expect, test } from '@jest/globals';
import { givenRecord } from '../given-calls.js';
import { givenTerminal, NOW } from './given-terminal.js';

let db: DbClient;
let url: string;
let terminal: Awaited<ReturnType<typeof givenTerminal>>;

beforeEach(async () => {
  ({ db, url } = await testDatabase());
  terminal = await givenTerminal(url);
});

const jsonl = (records: readonly object[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('');
const calls = (count: number) => Array.from({ length: count }, (_, i) => givenRecord(i + 1));

test.each([
  ['calls.jsonl', jsonl(calls(3))],
  ['calls.json', JSON.stringify(calls(3), null, 2)],
  [
    'calls.csv',
    'history_id,call_date,direction\n1,24.11.2026 14:05:00,inbound\n2,2026-11-24 14:06:00,1\n3,2026-11-24T14:07:00+03:00,outbound\n',
  ],
])('%s is imported behind the live calls, and its repeat stores nothing', async (name, content) => {
  const file = await terminal.write(name, content);
  expect(await terminal.run(file)).toMatchObject({
    code: 0,
    out: expect.stringContaining('3 calls accepted, 0 duplicates, 0 lines rejected'),
    err: '',
  });
  expect(await db.call.count()).toBe(3);
  expect(await db.outbox.count({ where: { priority: 10 } })).toBe(3);
  expect((await terminal.run(file)).out).toContain('0 calls accepted, 3 duplicates');
  expect(await db.outbox.count()).toBe(3);
});

test('times without an offset in a spreadsheet are those of the clinic', async () => {
  await terminal.run(
    await terminal.write('calls.csv', 'history_id;call_date;direction\n1;24.11.2026 14:05:00;inbound\n'),
  );
  expect(await db.call.findFirstOrThrow()).toMatchObject({ callDate: new Date('2026-11-24T11:05:00Z') });
});

test('rejected lines are shown, written beside the file, and cost nobody else', async () => {
  const lines = [...jsonl(calls(2)).trimEnd().split('\n'), '{"history_id": 3}', 'nonsense'];
  const file = await terminal.write('calls.jsonl', lines.join('\n'));
  const { code, out } = await terminal.run(file);
  expect(code).toBe(3);
  expect(await db.callImport.findMany()).toEqual([
    { id: 1, startedAt: NOW, finishedAt: NOW, accepted: 2, duplicates: 0, rejected: 2 },
  ]);
  expect(out).toContain('2 calls accepted, 0 duplicates, 2 lines rejected');
  expect(out).toContain(`${file}:3 (call 3): call_date: expected ISO 8601 with an offset`);
  expect(out).toContain(`${file}:4: this is not JSON`);
  const report = await readFile(`${file}.rejected.jsonl`, 'utf8');
  expect(
    report
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([
    { line: 3, history_id: 3, error: expect.stringContaining('call_date') },
    { line: 4, history_id: null, error: 'this is not JSON' },
  ]);
});

test('of many rejected lines the first twenty are shown, and one report can hold those of all files', async () => {
  const files = [
    await terminal.write('a.jsonl', 'x\n'.repeat(15)),
    await terminal.write('b.jsonl', 'x\n'.repeat(15)),
  ];
  const report = join(terminal.folder, 'all.jsonl');
  const { code, out } = await terminal.run(...files, '--report', report);
  expect(code).toBe(3);
  expect(out.match(/this is not JSON/gu)).toHaveLength(20);
  expect(out).toContain('… and 10 more');
  const lines = (await readFile(report, 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toHaveLength(30);
  expect(lines.at(-1)).toEqual({ file: files[1], line: 15, history_id: null, error: 'this is not JSON' });
});

test('--until-now moves all files by the same span, so that the newest call is now', async () => {
  const old = await terminal.write(
    'old.jsonl',
    jsonl([givenRecord(1, { call_date: '2025-09-01T10:00:00+03:00' })]),
  );
  const newer = await terminal.write(
    'new.jsonl',
    jsonl([givenRecord(2, { call_date: '2025-09-03T11:30:00+03:00' })]),
  );
  expect((await terminal.run('--until-now', old, newer)).code).toBe(0);
  const stored = await db.call.findMany({ orderBy: { historyId: 'asc' }, select: { callDate: true } });
  expect(stored.map(({ callDate }) => callDate.toISOString())).toEqual([
    '2026-11-23T07:30:00.000Z',
    NOW.toISOString(),
  ]);
});

test('--source names the source of calls that name none', async () => {
  await terminal.run(
    '--source',
    'архив',
    await terminal.write('c.jsonl', jsonl([givenRecord(1), givenRecord(2, { source: '2ГИС' })])),
  );
  const stored = await db.call.findMany({ orderBy: { historyId: 'asc' }, select: { source: true } });
  expect(stored).toEqual([{ source: 'архив' }, { source: '2ГИС' }]);
});

test('--dry-run checks and stores nothing', async () => {
  const file = await terminal.write('calls.jsonl', `${jsonl(calls(2))}nonsense\n`);
  expect(await terminal.run('--dry-run', file)).toMatchObject({
    code: 3,
    out: expect.stringContaining('2 calls can be taken, 1 lines cannot; nothing was stored'),
  });
  expect(await db.call.count()).toBe(0);
});

test('it says when nothing is running that scores the calls', async () => {
  const note = 'Nothing is running that scores calls';
  expect((await terminal.run(await terminal.write('a.jsonl', jsonl([givenRecord(1)])))).out).toContain(note);
  await db.$executeRaw`
    INSERT INTO service_instances (id, service, version, started_at, seen_at, metrics)
    VALUES (gen_random_uuid(), 'lm-scoring', '0', now(), now(), '[]')`;
  expect((await terminal.run(await terminal.write('b.jsonl', jsonl([givenRecord(2)])))).out).not.toContain(
    note,
  );
});

test('an interrupted import finishes its batch, says how far it got, and goes on when it is repeated', async () => {
  const total = 10_000;
  const file = await terminal.write('calls.jsonl', jsonl(calls(total)));
  const running = terminal.run(file);
  await until(async () => (await db.call.count()) > 0, { what: 'the first batch on disk' });
  terminal.interrupt();
  const { code, out } = await running;
  const stored = await db.call.count();
  expect(code).toBe(130);
  expect(stored).toBeLessThan(total);
  expect(out).toContain(`${stored} calls accepted, 0 duplicates`);
  expect(out).toContain('Interrupted');

  const { out: repeated } = await (await givenTerminal(url)).run(file);
  expect(repeated).toContain(`${total - stored} calls accepted, ${stored} duplicates`);
});

test.each([
  [[], 2, 'name at least one file'],
  [['--nonsense', 'a.csv'], 2, "Unknown option '--nonsense'"],
  [['calls.xlsx'], 2, 'expected a name ending in .jsonl, .ndjson, .json, .csv'],
  [['missing.csv'], 1, 'missing.csv: there is no such file'],
])('%j ends with exit code %d and one clear line', async (argv, code, text) => {
  expect(await terminal.run(...argv)).toMatchObject({ code, err: expect.stringContaining(text) });
});

test('a CSV without the needed columns is refused by their names', async () => {
  const file = await terminal.write('calls.csv', 'id;date\n1;2\n');
  expect(await terminal.run(file)).toMatchObject({
    code: 1,
    err: expect.stringContaining('no column history_id'),
  });
});

test('a database that is away is one clear line', async () => {
  const away = await givenTerminal('postgresql://perezvon:secret@127.0.0.1:1/perezvon');
  const { code, err } = await away.run(await away.write('a.jsonl', jsonl([givenRecord(1)])));
  expect(code).toBe(1);
  expect(err).toMatch(/^The database at 127\.0\.0\.1:1\/perezvon does not answer .*\n$/u);
});

test('--help names the exit codes', async () => {
  expect(await terminal.run('--help')).toMatchObject({
    code: 0,
    out: expect.stringContaining('Exit codes: 0'),
  });
});
