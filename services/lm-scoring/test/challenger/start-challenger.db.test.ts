import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { DbClient } from '@perezvon/db';
import { clockAt, silentLog, testDatabase } from '@perezvon/db/testing';
import { loadConfig } from '@perezvon/service';
import { Registry } from 'prom-client';
import { startChallenger } from '../../src/challenger/start-challenger.js';
import { LmScoringEnvironment } from '../../src/index.js';

let db: DbClient;
let stop = async (): Promise<void> => {};
beforeEach(async () => {
  ({ db } = await testDatabase());
});
afterEach(() => stop());

const startWith = async (env: Record<string, string>, registry = new Registry()) => {
  const deps = { db, log: silentLog, now: clockAt('2026-11-24T12:00:00Z'), registry };
  stop = await startChallenger(deps, loadConfig(LmScoringEnvironment, env), 'Europe/Moscow');
  return registry;
};

test('without a model nothing is stored and nothing is counted', async () => {
  const registry = await startWith({});

  expect(await db.lmRuleset.count()).toBe(0);
  expect(await registry.metrics()).not.toContain('challenger');
});

test('with one, also one that nobody answers for, the start succeeds, the version is there and so are the metrics', async () => {
  const registry = await startWith({ LM_LLM_BASE_URL: 'https://llm.invalid/v1', LM_LLM_MODEL: 'some-model' });

  const versions = await db.lmRuleset.findMany();
  expect(versions).toMatchObject([{ kind: 'llm', state: 'shadow', origin: 'challenger' }]);
  expect(versions[0]?.tag).toMatch(/^v\d+\.\d+\.\d+\+[0-9a-f]{8}$/);
  expect(Object.keys(Object(versions[0]?.content))).toEqual(
    expect.arrayContaining(['prompt.md', 'answer-schema.json', 'scores.json', 'model.json']),
  );
  expect(JSON.stringify(versions[0]?.content)).not.toContain('llm.invalid');
  expect(await registry.metrics()).toContain('perezvon_lm_challenger_requests_total');
});
