import { expect, test } from '@jest/globals';
import { createMetrics } from '@perezvon/service';
import { countInstances, mergeMetrics, type LiveInstance } from '../src/metrics/instances.js';

/** A process after some jobs, as the database tells it. */
const givenInstance = async (id: string, service: string, jobs: number): Promise<LiveInstance> => {
  const { registry, observeJob } = createMetrics();
  for (let job = 0; job < jobs; job += 1)
    observeJob({ queue: service, type: 'call.received', result: 'done', seconds: 0.02 });
  const metrics: unknown = JSON.parse(JSON.stringify(await registry.getMetricsAsJSON()));
  return { id, service, metrics };
};

test('durations of all processes stand side by side, each under its process', async () => {
  const text = await mergeMetrics([
    await givenInstance('aaaaaaaa-0000-4000-8000-000000000000', 'lm-scoring', 2),
    await givenInstance('bbbbbbbb-0000-4000-8000-000000000000', 'lm-scoring', 3),
  ]).metrics();

  const counts = text.split('\n').filter((line) => line.startsWith('perezvon_job_duration_seconds_count'));
  expect(counts).toHaveLength(2);
  expect(counts[0]).toMatch(/process="aaaaaaaa".* 2$/);
  expect(counts[1]).toMatch(/process="bbbbbbbb".* 3$/);
  expect(text.match(/# TYPE perezvon_job_duration_seconds histogram/g)).toHaveLength(1);
  expect(text).toContain('process_resident_memory_bytes{service="lm-scoring",process="aaaaaaaa"}');
});

test('without any process there is nothing to merge', async () => {
  expect((await mergeMetrics([]).metrics()).trim()).toBe('');
});

test('a service that should live and does not counts 0', async () => {
  const instances = [await givenInstance('a', 'audit', 0), await givenInstance('b', 'audit', 0)];

  expect(Object.fromEntries(countInstances(instances, ['audit', 'reporting']))).toEqual({
    audit: 2,
    reporting: 0,
  });
});
