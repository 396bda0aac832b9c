import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { CallRecord } from '@perezvon/contracts';
import { loadRuleset, scoreCall, type Ruleset } from '@perezvon/lm';
import { runBench } from '../src/index.js';
import { countMatches, phrasesAsPattern, plainTexts } from '../src/lm/alternation.js';
import { largerRuleset } from '../src/lm/larger-ruleset.js';
import { madeCalls } from '../src/made-calls.js';

const run = async (...argv: string[]) => {
  const said: { out: string[]; err: string[] } = { out: [], err: [] };
  const code = await runBench(argv, {
    out: (line) => said.out.push(line),
    err: (line) => said.err.push(line),
  });
  return { code, out: said.out.join('\n'), err: said.err.join('\n') };
};

describe('the command line', () => {
  test('--help explains every option and measures nothing', async () => {
    const { code, out } = await run('--help');

    expect(code).toBe(0);
    const options = ['--calls', '--only', '--lm-file', '--bot-calls', 'Exit codes'];
    for (const word of [...options, 'engine', 'lm', 'postgres', 'redis', 'bot']) expect(out).toContain(word);
  });

  test.each([
    [['--calls', 'many'], '--calls: expected a whole number'],
    [['--calls', '1'], '--calls: expected a whole number from 100'],
    [['--only', 'mysql'], '--only: expected one of engine, lm, postgres, redis, bot'],
    [['--bot-calls', '1000,few'], '--bot-calls: expected a whole number'],
    [['--fast'], '--fast'],
    [['surprise'], 'surprise'],
  ])('%j is refused with exit code 2 and what is expected', async (argv, expected) => {
    const { code, err, out } = await run(...argv);

    expect(code).toBe(2);
    expect(err).toContain(expected);
    expect(out).toBe('');
  });
});

test('the engine alone is measured without any server', async () => {
  const { code, out } = await run('--only', 'engine', '--calls', '100');

  expect(code).toBe(0);
  expect(out).toMatch(/Engine alone, one thread: [1-9][\d ]* calls\/s/);
  expect(out).not.toContain('Raw BullMQ');
});

/** Four calls of three turns: a regular expression of all phrases is slow. */
const shortCalls = () =>
  madeCalls(4).map((call) => ({ ...call, transcript: (call.transcript ?? []).slice(0, 3) }));

describe('the LM part', () => {
  const figures = (out: string, label: string): number[] => {
    const line = out.split('\n').find((text) => text.startsWith(label)) ?? '';
    // Thin groups of three: 12 345.
    return (line.slice(label.length).match(/\d[\d.]*(?: \d{3})*/gu) ?? []).map((text) =>
      Number(text.replaceAll(' ', '')),
    );
  };

  test('tells the speed cold and warm, what it is measured against, ten times the rules and the memory', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'perezvon-bench-lm-'));
    const path = join(folder, 'some.jsonl');
    await writeFile(
      path,
      shortCalls()
        .map((call) => JSON.stringify(call))
        .join('\n'),
    );

    const { code, out } = await run('--only', 'lm', '--calls', '100', '--lm-file', path);
    await rm(folder, { recursive: true });

    expect(code).toBe(0);
    expect(out).toContain('4 calls of');
    expect(out).toContain('(some.jsonl), repeated to 100');
    const [, warm = 0] = figures(out, 'Scored warm');
    const [, parsed = 0] = figures(out, 'Read and JSON-parsed, the same file');
    const [, matched = 0] = figures(out, 'All phrases as one regular expression');
    const [perParse = 0] = figures(out, 'Cost of a score, in reads and parses');
    const [perMatch = 0] = figures(out, 'Cost of a score, in matches of all phrases');
    expect(figures(out, 'Scored cold: first pass, nothing compiled')).toHaveLength(2);
    expect(perParse / (parsed / warm)).toBeCloseTo(1, 1);
    expect(perMatch).toBeCloseTo(matched / warm, 1);
    expect(figures(out, 'Cost with ten times as many rules (ratio)')[0]).toBeGreaterThan(0);
    const [, before = 0] = figures(out, 'Memory kept before the repeated calls');
    const [, after = 0] = figures(out, 'Memory kept after them');
    expect(Math.abs(after - before)).toBeLessThan(5);
    expect(out).not.toContain('Engine alone');
  }, 120_000);

  test('a file with a line that is no call is refused with its line number', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'perezvon-bench-lm-'));
    const path = join(folder, 'odd.jsonl');
    await writeFile(path, `${JSON.stringify(madeCalls(1)[0])}\n{"history_id":"one"}\n`);

    const { code, err } = await run('--only', 'lm', '--lm-file', path);
    await rm(folder, { recursive: true });

    expect(code).toBe(1);
    expect(err).toContain('odd.jsonl:2 is no call');
  });

  test('the regular expression finds the rules’ phrases, and the bare one fewer', () => {
    const texts = shortCalls().flatMap(plainTexts);
    const all = phrasesAsPattern({ onlyBare: false });
    const bare = phrasesAsPattern({ onlyBare: true });

    expect(countMatches(all, ['я хочу записаться на прием ', 'верните мне деньги '])).toBeGreaterThan(1);
    expect(countMatches(bare, texts)).toBeGreaterThan(0);
    expect(bare.phrases).toBeLessThan(all.phrases);
  });

  test('a ruleset so many times as big has so many times the rules, and no score moves', () => {
    const calls = madeCalls(4);
    const [shipped, twofold] = [loadRuleset(), largerRuleset(calls, 2)];
    const metricsOf = (ruleset: Ruleset) =>
      calls.map((call) => ({
        ...scoreCall(call, ruleset, { timezone: 'Europe/Moscow' }).metrics,
        lm_version_tag: '',
      }));

    expect(twofold.rules).toHaveLength(shipped.rules.length * 2);
    expect(metricsOf(twofold)).toEqual(metricsOf(shipped));
  });
});

test('the made-up calls are valid, of one length, and the same in every run', () => {
  const calls = madeCalls(200);

  for (const call of calls) expect(CallRecord.safeParse(call).success).toBe(true);
  expect(new Set(calls.map((call) => call.history_id)).size).toBe(200);
  expect(madeCalls(200)).toEqual(calls);
});
