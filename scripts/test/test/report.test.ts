import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  closingLine,
  JestReport,
  omissions,
  outcomeOfJest,
  totalsOf,
  type Outcome,
} from '../../src/test/report.js';

const file = (name: string, tests: Record<string, string>, status = 'passed') => ({
  name,
  status,
  assertionResults: Object.entries(tests).map(([fullName, result]) => ({ fullName, status: result })),
});
const outcomeOf = (...files: ReturnType<typeof file>[]): Outcome =>
  outcomeOfJest(JestReport.parse({ testResults: files }), (name) => name);

const REDIS_SKIPPED =
  'queues/consume.queue.test.ts: redis: there is neither Docker nor a redis-server on the PATH';

describe('what Jest reports', () => {
  test('is counted by test, with file and name of what failed or was left out', () => {
    expect(
      outcomeOf(
        file('a.test.ts', { adds: 'passed', divides: 'failed', later: 'todo', redis: 'pending' }, 'failed'),
      ),
    ).toEqual({
      name: 'Tests',
      passed: 1,
      failures: ['a.test.ts: divides'],
      skipped: ['a.test.ts: later', 'a.test.ts: redis'],
    });
  });

  test('a file that could not be run is a failure, though none of its tests failed', () => {
    expect(outcomeOf(file('broken.test.ts', {}, 'failed')).failures).toEqual([
      'broken.test.ts: the file could not be run',
    ]);
  });
});

describe('what was left out', () => {
  test('is said loudly, with what to install', () => {
    const [omission] = omissions([REDIS_SKIPPED, 'page.test.ts: works in a browser'], {});
    expect(omission?.text).toContain('THE REDIS HALF WAS SKIPPED (1 tests');
    expect(omission?.text).toContain('redis-server');
    expect(omissions(['page.test.ts: works in a browser'], {})[0]?.text).toContain('THE BROWSER HALF');
  });

  test('fails the run where it must not be left out', () => {
    const omitted = omissions([REDIS_SKIPPED], { PEREZVON_REQUIRE_REDIS: '1' });
    expect(totalsOf([{ name: 'Tests', passed: 5, failures: [], skipped: [REDIS_SKIPPED] }], omitted)).toEqual(
      {
        passed: 5,
        failed: 1,
        skipped: 1,
      },
    );
  });

  test('nothing left out, nothing said', () => {
    expect(omissions(['a.test.ts: another one'], { PEREZVON_REQUIRE_REDIS: '1' })).toEqual([]);
  });
});

test('the closing line adds up every part', () => {
  const part = fc.record({
    name: fc.string(),
    passed: fc.nat(1_000),
    failures: fc.array(fc.string(), { maxLength: 5 }),
    skipped: fc.array(fc.string(), { maxLength: 5 }),
  });
  fc.assert(
    fc.property(fc.array(part), (outcomes) => {
      const count = (of: (one: Outcome) => number): number => outcomes.reduce((sum, one) => sum + of(one), 0);
      expect(closingLine(totalsOf(outcomes, []))).toBe(
        `${count(({ passed }) => passed)} passed, ${count(({ failures }) => failures.length)} failed, ${count(({ skipped }) => skipped.length)} skipped`,
      );
    }),
  );
});
