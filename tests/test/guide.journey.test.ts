import { readFileSync } from 'node:fs';
import { until } from '@perezvon/db/testing';
import { testBackends } from '@perezvon/messaging/testing';
import { afterEach, expect, test } from '@jest/globals';
import { readGuideChecks } from '../src/guide-checks.js';
import { madeCalls } from '../src/made-calls.js';
import { startProduct, type RunningProduct } from '../src/running-product.js';
import { walkCheck } from '../src/walk-guide.js';

const HOUR_MS = 3_600_000;
const CALLS = 24;
const TIMEOUT_MS = 300_000;

let product: RunningProduct | undefined;
afterEach(async () => {
  await product?.stop();
  product = undefined;
});

const [backend] = testBackends();

/** Calls of every colour in the last days, scored and rolled up. */
const startScored = async (): Promise<RunningProduct> => {
  if (backend === undefined) throw new Error('there is always a queue backend to test on');
  const started = await startProduct(backend);
  product = started;
  const { db } = started;
  await started.takeIn(
    madeCalls(CALLS, 500_001).map((call, index) => ({
      ...call,
      call_date: new Date(Date.now() - (2 + index) * HOUR_MS).toISOString(),
    })),
  );
  await until(async () => (await db.callScore.count({ where: { isCurrent: true } })) === CALLS, {
    what: 'every call is scored',
  });
  await until(async () => (await db.dailyRollup.count()) > 0, { what: 'the day is rolled up' });
  return started;
};

test(
  'everything that the guide tells its readers to check is as it says',
  async () => {
    const guide = readFileSync(new URL('../../docs/guide.ru.md', import.meta.url), 'utf8');
    const checks = readGuideChecks(guide);
    const { person } = await startScored();
    const faults: string[] = [];
    for (const check of checks) {
      try {
        await walkCheck(person(check.who), check);
      } catch (error) {
        faults.push(`${check.who}: ${check.line}\n${error instanceof Error ? error.message : String(error)}`);
      }
    }
    expect(faults).toEqual([]);
    expect(new Set(checks.map(({ who }) => who)).size).toBe(5);
  },
  TIMEOUT_MS,
);
