import { describe, expect, test } from '@jest/globals';
import { loadConfig } from '@perezvon/service';
import { challengerSettings } from '../../src/challenger/index.js';
import { LmScoringEnvironment } from '../../src/index.js';

const ON = { LM_LLM_BASE_URL: 'https://llm.example.com/v1/', LM_LLM_MODEL: 'some/model:8b' };
const settingsOf = (env: Record<string, string>) => challengerSettings(loadConfig(LmScoringEnvironment, env));

test('without its variables there is no language model', () => {
  expect(settingsOf({})).toBeNull();
  expect(settingsOf({ LM_LLM_TIMEOUT_S: '5', LM_LLM_BASE_URL: '' })).toBeNull();
});

test('an address and a model are enough', () => {
  expect(settingsOf(ON)).toEqual({
    baseUrl: 'https://llm.example.com/v1',
    model: 'some/model:8b',
    apiKey: null,
    timeoutMs: 60_000,
    dailyCalls: 200,
    dailyTokens: 2_000_000,
    concurrency: 2,
  });
});

test.each(['http://localhost:11434/v1', 'http://127.0.0.1:8000', 'http://[::1]:8000/v1'])(
  'on this machine no encryption is asked for: %s',
  (address) => {
    expect(settingsOf({ ...ON, LM_LLM_BASE_URL: address })?.baseUrl).toBe(address);
  },
);

describe('a bad value stops the start with one line that names it and never repeats it', () => {
  test.each([
    ['LM_LLM_BASE_URL', 'http://llm.example.com/v1'],
    ['LM_LLM_BASE_URL', 'http://localhost.example.com/v1'],
    ['LM_LLM_BASE_URL', 'https://user:secret-key@llm.example.com/v1'],
    ['LM_LLM_BASE_URL', 'https://llm.example.com/v1?key=secret-key'],
    ['LM_LLM_BASE_URL', 'llm.example.com'],
    ['LM_LLM_MODEL', 'two words'],
    ['LM_LLM_API_KEY', 'secret key'],
    ['LM_LLM_TIMEOUT_S', '10s'],
    ['LM_LLM_DAILY_CALLS', '-1'],
    ['LM_LLM_DAILY_TOKENS', '1000'],
    ['LM_LLM_CONCURRENCY', '17'],
  ])('%s=%s', (name, value) => {
    const start = () => settingsOf({ ...ON, [name]: value });
    expect(start).toThrow(new RegExp(`^${name}: [^\\n]+$`));
    expect(start).not.toThrow(new RegExp(value.replace(/[?/.*+()[\]]/g, '\\$&')));
  });

  test.each([
    ['LM_LLM_MODEL', { LM_LLM_BASE_URL: ON.LM_LLM_BASE_URL }],
    ['LM_LLM_BASE_URL', { LM_LLM_MODEL: ON.LM_LLM_MODEL }],
    ['LM_LLM_BASE_URL', { LM_LLM_API_KEY: 'sk-secret' }],
  ])('%s is missing', (name, env) => {
    expect(() => settingsOf(env)).toThrow(new RegExp(`^${name}: is required`));
  });
});
