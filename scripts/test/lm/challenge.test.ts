import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { PassThrough, Readable } from 'node:stream';
import {
  answering,
  CALM_ANSWER,
  refusing,
  startStandInModel,
  type StandInModel,
} from '@perezvon/lm-scoring/testing';
import { runLmCli } from '@perezvon/lm/cli';
import { STORED_COMMANDS } from '../../src/lm/stored-commands.js';

const OWN_CALLS = new URL('../../../packages/lm/test/calls/own.jsonl', import.meta.url);
const KEY = 'sk-very-secret-key-0123456789';

/** Labelled calls in which something was said. */
const CALLS = readFileSync(OWN_CALLS, 'utf8')
  .split('\n')
  .filter((line) => line.includes('"speaker"'))
  .slice(0, 8);

let model: StandInModel;
beforeEach(async () => {
  model = await startStandInModel();
});
afterEach(() => model.stop());

const textOf = (stream: PassThrough): string => String(stream.read() ?? '');

const challenge = async (env: Record<string, string> = {}, lines: readonly string[] = CALLS) => {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const code = await runLmCli(
    ['challenge', '--input', '-'],
    {
      stdin: Readable.from(lines.map((line) => `${line}\n`)),
      stdout,
      stderr,
      env: { LM_LLM_BASE_URL: model.baseUrl, LM_LLM_MODEL: 'some-model', LM_LLM_API_KEY: KEY, ...env },
    },
    STORED_COMMANDS,
  );
  return { code, out: textOf(stdout), err: textOf(stderr) };
};

test('the model’s answers are compared with the labels in the table of evaluate', async () => {
  const { code, out, err } = await challenge();

  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^v\d+\.\d+\.\d+\+[0-9a-f]{8}: 8 calls, 0 quotes not in the call$/m);
  expect(out).toMatch(/^complaint_high +\d\.\d{3} +\d\.\d{3} +\d\.\d{3} +\d+$/m);
  expect(out).not.toContain('complaint_prob');
  expect(model.received).toHaveLength(8);
});

test('a run ends with its budget and says what it left out', async () => {
  const { code, out, err } = await challenge({ LM_LLM_DAILY_CALLS: '3' });

  expect(code).toBe(1);
  expect(out).toContain(': 3 calls');
  expect(err).toContain('5 calls left out: the run’s budget was spent');
  expect(model.received).toHaveLength(3);
});

test('a server that knows no schemas and wants a moment is asked as it likes', async () => {
  model.next(refusing(422));
  model.next(refusing(429, { 'retry-after': '0' }));
  const { code, out } = await challenge({ LM_LLM_CONCURRENCY: '1' });

  expect(code).toBe(0);
  expect(out).toContain(': 8 calls');
  expect(model.received).toHaveLength(10);
});

test('a server that fails again and again is not asked on', async () => {
  model.behave(refusing(500));
  const { code, out, err } = await challenge({ LM_LLM_CONCURRENCY: '1' });

  expect(code).toBe(1);
  expect(out).toBe('');
  expect(err).toContain('5 calls left out: server_error');
  expect(err).toContain('3 calls left out: not asked any more');
  expect(err).not.toContain(KEY);
  expect(model.received).toHaveLength(5);
});

describe('what it is called wrongly with is told in one line', () => {
  test('no model', async () => {
    const { code, err } = await challenge({ LM_LLM_BASE_URL: '', LM_LLM_MODEL: '', LM_LLM_API_KEY: '' });
    expect(code).toBe(1);
    expect(err).toMatch(/^no language model is configured: set LM_LLM_BASE_URL .+\n$/);
  });

  test('a line that is no labelled call', async () => {
    model.behave(answering(() => CALM_ANSWER));
    const { code, err } = await challenge({ LM_LLM_CONCURRENCY: '1' }, [
      ...CALLS.slice(0, 1),
      '{"history_id":1}',
    ]);
    expect(code).toBe(1);
    expect(err).toMatch(/^-:2 /);
  });
});
