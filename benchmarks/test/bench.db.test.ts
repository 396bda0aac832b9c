import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TIMEOUT_MS = 120_000;

/** The command as `npm run bench` runs it, a process of its own: it starts a PostgreSQL and two services, and they have to be gone afterwards. */
test(
  'measures PostgreSQL with real services: every line, and a ratio that follows from the figures',
  async () => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['scripts/run.mjs', 'bench', '--only', 'postgres', '--calls', '100'],
      { cwd: ROOT },
    );

    const figure = (label: string): number => {
      const line = stdout.split('\n').find((text) => text.startsWith(label));
      return Number(line?.slice(label.length).replaceAll(' ', ''));
    };
    const jobs = figure('Raw BullMQ, jobs that do nothing: jobs/s');
    const scored = figure('HTTP request to durable score: calls/s');
    expect(jobs).toBeGreaterThan(0);
    expect(scored).toBeGreaterThan(0);
    expect(figure('HTTP request to durable call: calls/s')).toBeGreaterThanOrEqual(scored);
    expect(figure('Durable scores per raw job (ratio)')).toBeCloseTo(scored / jobs, 1);
    expect(stdout).not.toContain('Engine alone');
  },
  TIMEOUT_MS,
);
