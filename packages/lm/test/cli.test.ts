import { CallScore } from '@perezvon/contracts';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { runLmCli } from '../src/cli/index.js';
import { ownCalls } from './given.js';

const OWN = fileURLToPath(new URL('calls/own.jsonl', import.meta.url));
let directory = '';
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lm-cli-'));
});
afterAll(() => rm(directory, { recursive: true }));

const collect = (): { stream: PassThrough; text: () => string } => {
  const stream = new PassThrough();
  const chunks: string[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk.toString('utf8')));
  return { stream, text: () => chunks.join('') };
};

const run = async (
  argv: readonly string[],
  stdin = '',
): Promise<{ code: number; out: string; err: string }> => {
  const out = collect();
  const err = collect();
  const code = await runLmCli(argv, {
    stdin: Readable.from([stdin]),
    stdout: out.stream,
    stderr: err.stream,
    env: { CLINIC_TIMEZONE: 'Europe/Moscow' },
  });
  return { code, out: out.text(), err: err.text() };
};

test('score writes one score a line for every call of a file', async () => {
  const output = join(directory, 'scores.jsonl');
  expect(await run(['score', '--input', OWN, '--output', output])).toMatchObject({ code: 0 });
  const lines = (await readFile(output, 'utf8')).trim().split('\n');
  expect(lines.map((line) => CallScore.parse(JSON.parse(line)).history_id)).toEqual(
    ownCalls().map((call) => call.history_id),
  );
});

test('a bad line is named with its number and the others are scored; text transcripts are read', async () => {
  const good = {
    history_id: 7,
    call_date: '2026-02-03T11:20:00+03:00',
    direction: 'inbound',
    transcript: 'Оператор: Клиника, здравствуйте\nКлиент: запишите к врачу',
  };
  const stdin = [
    JSON.stringify(good),
    'not json',
    '',
    JSON.stringify({ ...good, direction: 'sideways' }),
  ].join('\n');
  const { code, out, err } = await run(['score', '--input', '-', '--output', '-'], stdin);
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ history_id: 7, valid_dialogue: true });
  expect(err).toContain('line 2: not a JSON object');
  expect(err).toContain('line 4: direction:');
});

test('evaluate prints precision, recall, F1 and n of every label, and errors by id', async () => {
  const { code, out } = await run(['evaluate', '--input', OWN, '--errors', '--without-upstream']);
  expect(code).toBe(0);
  expect(out).toMatch(/^complaint_high\s+[01]\.\d{3}\s+[01]\.\d{3}\s+[01]\.\d{3}\s+\d+$/mu);
  expect(out).toMatch(/^outcome\s+[01]\.\d{3}\s+\d+$/mu);
  expect(out).toContain('Brier score of complaint_prob');
});

test('explain quotes the call', async () => {
  const call = ownCalls().find(({ labels }) => labels.complaint_risk === 'high');
  const { code, out } = await run(['explain', '--input', OWN, String(call?.history_id)]);
  expect(code).toBe(0);
  expect(out).toContain('complaint_risk_score');
  expect(out).toMatch(/turn \d+ «.+»/u);
});

test('fit writes the same model twice, and one that scores', async () => {
  const calls = (await readFile(OWN, 'utf8')).split('\n').slice(0, 40).join('\n');
  const input = join(directory, 'few.jsonl');
  await writeFile(input, calls);
  const [first, second] = [join(directory, 'a.json'), join(directory, 'b.json')];
  expect((await run(['fit', '--input', input, '--output', first])).code).toBe(0);
  expect((await run(['fit', '--input', input, '--output', second])).code).toBe(0);
  expect(await readFile(first, 'utf8')).toBe(await readFile(second, 'utf8'));
});

test('rules check tells the tag, or every problem', async () => {
  expect(await run(['rules', 'check'])).toMatchObject({ code: 0 });
  await writeFile(join(directory, 'bad.yaml'), 'rules: [{ id: x }]\n');
  const { code, err } = await run(['rules', 'check', '--rules', directory]);
  expect(code).toBe(1);
  expect(err).toContain('bad.yaml:1:');
});

test.each([
  [['--help'], 0],
  [['score', '--help'], 0],
  [[], 2],
  [['sing'], 2],
  [['score'], 2],
  [['score', '--inptu', 'x'], 2],
  [['evaluate', '--input', '/nowhere.jsonl'], 1],
] as const)('%j ends with exit code %i and says something', async (argv, expected) => {
  const { code, out, err } = await run(argv);
  expect(code).toBe(expected);
  expect(out + err).not.toBe('');
});
