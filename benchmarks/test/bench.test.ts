import { describe, expect, test } from '@jest/globals';
import { CallRecord } from '@perezvon/contracts';
import { runBench } from '../src/index.js';
import { madeCalls } from '../src/made-calls.js';

const run = async (...argv: string[]) => {
  const said = { out: [] as string[], err: [] as string[] };
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
    for (const word of ['--calls', '--only', 'engine', 'postgres', 'redis', 'Exit codes'])
      expect(out).toContain(word);
  });

  test.each([
    [['--calls', 'many'], '--calls: expected a whole number'],
    [['--calls', '1'], '--calls: expected a whole number from 100'],
    [['--only', 'mysql'], '--only: expected one of engine, postgres, redis'],
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

test('the made-up calls are valid, of one length, and the same in every run', () => {
  const calls = madeCalls(200);

  for (const call of calls) expect(CallRecord.safeParse(call).success).toBe(true);
  expect(new Set(calls.map((call) => call.history_id)).size).toBe(200);
  expect(madeCalls(200)).toEqual(calls);
});
