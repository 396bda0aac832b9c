import { CallScore } from '@perezvon/contracts';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { createProgress, runLmCli } from '../src/cli/index.js';
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
  timezone = 'Europe/Moscow',
): Promise<{ code: number; out: string; err: string }> => {
  const out = collect();
  const err = collect();
  const code = await runLmCli(argv, {
    stdin: Readable.from([stdin]),
    stdout: out.stream,
    stderr: err.stream,
    env: { CLINIC_TIMEZONE: timezone },
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

test('a clinic’s additions are scored with, and show in the tag', async () => {
  const clinic = join(directory, 'clinic.yaml');
  await writeFile(clinic, 'exclusions: [{ rule: complaint, phrases: [абракадабра] }]\n');
  const line = JSON.stringify(ownCalls()[0]);
  const tagOf = async (...more: readonly string[]): Promise<unknown> => {
    const { out } = await run(['score', '--input', '-', '--output', '-', ...more], line);
    return CallScore.parse(JSON.parse(out)).lm_version_tag;
  };
  expect(await tagOf('--clinic', clinic)).not.toBe(await tagOf());
});

test('whoever reads only the beginning of the output ends the command quietly', async () => {
  const closed = Object.assign(new Error('closed'), { code: 'EPIPE' });
  const stdout = new Writable({ write: (_chunk, _encoding, done) => done(closed) });
  const err = collect();
  const code = await runLmCli(['score', '--input', OWN, '--output', '-'], {
    stdin: Readable.from([]),
    stdout,
    stderr: err.stream,
    env: {},
  });
  expect([code, err.text()]).toEqual([0, '']);
});

test('evaluate prints precision, recall, F1 and n of every label, and errors by id', async () => {
  const { code, out } = await run(['evaluate', '--input', OWN, '--errors', '--without-upstream']);
  expect(code).toBe(0);
  expect(out).toMatch(/^complaint_high\s+[01]\.\d{3}\s+[01]\.\d{3}\s+[01]\.\d{3}\s+\d+$/mu);
  expect(out).toMatch(/^outcome\s+[01]\.\d{3}\s+\d+$/mu);
  expect(out).toContain('Brier score of complaint_prob');
});

test('evaluate judges nothing when a line is no labelled call, and names each such line', async () => {
  const [good] = (await readFile(OWN, 'utf8')).split('\n');
  const { code, out, err } = await run(
    ['evaluate', '--input', '-'],
    [good, '{}', good, 'not json'].join('\n'),
  );
  expect([code, out]).toEqual([1, '']);
  expect(err).toMatch(/^-:2 .*history_id.*\n-:4 not a JSON object\n2 lines are no labelled calls/u);
});

test('explain says what spoke for a flag, what against it, and what would turn it', async () => {
  const call = ownCalls().find(({ labels }) => labels.complaint_risk === 'high');
  const { code, out } = await run(['explain', '--input', OWN, String(call?.history_id)]);
  expect(code).toBe(0);
  expect(out).toMatch(
    /^complaint_risk_flag: raised, \d+ \(red from 60\), probability [01]\.\d\d, raised from/mu,
  );
  expect(out).toMatch(/^ {4}said: turn \d+ \d:\d\d «.+» \(.+, \d+ points\)$/mu);
  expect(out).toMatch(/^ {4}\+\d\.\d\d turn \d+ «.+»: .+$/mu);
  expect(out).toMatch(/^ {4}−\d\.\d\d /mu);
  expect(out).toMatch(/^ {4}scored again without .+ it is .+:$/mu);
});

test('explain says which call it did not find', async () => {
  const { code, err } = await run(['explain', '--input', '-', '12'], 'not json\n');
  expect(code).toBe(1);
  expect(err).toBe('there is no call 12 in -; 1 lines could not be read as calls\n');
});

test('compare shows with quotes what other rules would change, and how right both are', async () => {
  const clinic = join(directory, 'deaf.yaml');
  await writeFile(clinic, 'weights: { thresholds: { complaint_risk_flag: 0.9 } }\n');
  const { code, out } = await run(['compare', '--input', OWN, '--with-clinic', clinic]);
  expect(code).toBe(0);
  expect(out).toMatch(/^complaint_risk_flag: \d+ lost, by /mu);
  expect(out).toMatch(/^ {2}call \d+ \d+ → \d+ turn \d+ «.+» \(.+\)/mu);
  expect(out).toMatch(/^where the truth is known/mu);
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

test('rules check tells the tag and what the files hold, or every problem', async () => {
  const { code, out } = await run(['rules', 'check']);
  expect(code).toBe(0);
  expect(out).toMatch(
    /^v\d+\.\d+\.\d+\+[0-9a-f]{8}: \d+ rules, \d+ phrases \(\d+ word sequences\), \d+ word classes/u,
  );
  const bad = join(directory, 'bad');
  await mkdir(bad);
  await writeFile(join(bad, 'bad.yaml'), 'rules: [{ id: x }]\n');
  const failed = await run(['rules', 'check', '--rules', bad]);
  expect([failed.code, failed.out]).toEqual([1, '']);
  expect(failed.err).toMatch(/^weights\.yaml:1:1 no file has "weights"/mu);
  expect(failed.err).toMatch(/^bad\.yaml:1:15 rules\[0\]\.id: "x" stands here/mu);
  expect(failed.err).toMatch(/^4 errors, 0 warnings$/mu);
});

test('rules check reads a clinic’s additions too', async () => {
  const clinic = join(directory, 'wrong.yaml');
  await writeFile(clinic, 'phrases: [{ rule: complaint.wiat, phrases: [жду] }]\n');
  const { code, err } = await run(['rules', 'check', '--clinic', clinic]);
  expect(code).toBe(1);
  expect(err).toContain('clinic.yaml:1:19 phrases[0].rule: there is no rule "complaint.wiat"; did you mean');
});

test('rules schema writes the schemas where it is told to', async () => {
  const { code, out } = await run(['rules', 'schema', '--output', join(directory, 'schemas')]);
  expect(code).toBe(0);
  const [path = ''] = out.trim().split('\n');
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ type: 'object' });
});

test('the help of all names every command and every option that it has', async () => {
  const { out } = await run(['--help']);
  for (const name of ['score', 'evaluate', 'explain', 'compare', 'rules check', 'rules schema', 'fit'])
    expect(out).toMatch(new RegExp(`^${name} `, 'mu'));
  for (const name of ['score', 'evaluate', 'explain', 'compare', 'fit', 'rules']) {
    const { out: help } = await run([name, '--help']);
    expect(help).toContain('--rules DIR');
    expect(help).toContain('--clinic FILE');
    expect(out).toContain(help.trim());
  }
});

test.each([
  [['score', '--help'], 0, 'score --input FILE'],
  [[], 2, 'Usage: npm run lm'],
  [['sing'], 2, 'Usage: npm run lm'],
  [['score'], 2, '--input is missing'],
  [['score', '--inptu', 'x'], 2, 'inptu'],
  [['explain', '--input', OWN], 2, 'expected the id of one call'],
  [['explain', '--input', OWN, '1', '2'], 2, 'expected the id of one call'],
  [['rules', 'chekc'], 2, 'rules check, or rules schema'],
  [['compare', '--input', OWN], 2, 'give --with DIR or --with-clinic FILE'],
  [['evaluate', '--input', OWN, '--teach', OWN], 2, '--teach goes with --cross-validate'],
  [['evaluate', '--input', '/nowhere.jsonl'], 1, 'cannot read /nowhere.jsonl'],
  [['score', '--input', OWN, '--output', '/nowhere/scores.jsonl'], 1, 'cannot write /nowhere/scores.jsonl'],
  [['score', '--input', '/nowhere.jsonl', '--output', '-'], 1, 'cannot read /nowhere.jsonl'],
  [['score', '--input', OWN, '--output', '-', '--rules', '/nowhere'], 1, 'cannot read /nowhere'],
  [['score', '--input', OWN, '--output', '-', '--clinic', '/nowhere.yaml'], 1, 'cannot read /nowhere.yaml'],
] as const)('%j ends with exit code %i and says why', async (argv, expected, says) => {
  const { code, out, err } = await run(argv);
  expect(code).toBe(expected);
  expect(out + err).toContain(says);
});

test('a time zone that does not exist is named', async () => {
  const { code, err } = await run(['score', '--input', OWN, '--output', '-'], '', 'Europe/Atlantis');
  expect([code, err]).toEqual([
    1,
    'CLINIC_TIMEZONE "Europe/Atlantis" is no time zone; expected a name like Europe/Moscow\n',
  ]);
});

test('a bar shows how far a long command is, on a terminal only', () => {
  const draw = (isTTY: boolean): string => {
    const { stream, text } = collect();
    let now = 0;
    const io = {
      stdin: Readable.from([]),
      stdout: stream,
      stderr: Object.assign(stream, { isTTY, columns: 80 }),
      env: {},
    };
    const progress = createProgress(io, 'Scoring', 1000, () => now, 'bytes');
    progress.step(100);
    const before = text();
    now = 2500;
    progress.step(400);
    const after = text();
    progress.stop();
    return before === '' ? after : 'too early';
  };
  expect(draw(true)).toMatch(/Scoring .* 50 %/u);
  expect(draw(false)).toBe('');
});
