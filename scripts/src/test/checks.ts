import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findDrift } from '../migration/drift.js';
import { lineOf } from '../cli.js';
import type { Outcome } from './report.js';

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Something that must hold besides the tests; `run` says what is wrong, or null. */
export interface Check {
  name: string;
  run: () => Promise<string | null>;
}

/** Runs a program of the workspace with its output on the terminal. @returns its exit code, null when it was killed */
export const runProgram = async (
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<number | null> => {
  const child = spawn(program, args, { cwd: ROOT, env, stdio: ['ignore', 'inherit', 'inherit'] });
  const [code] = await once(child, 'exit');
  return typeof code === 'number' ? code : null;
};

const command = (name: string, remedy: string, program: string, ...args: string[]): Check => ({
  name,
  run: async () =>
    (await runProgram(join(ROOT, 'node_modules', '.bin', program), args)) === 0
      ? null
      : `see above; ${remedy}`,
});

/** In this order: what is found fastest comes first. */
export const CHECKS: readonly Check[] = [
  command('Format', 'npm run format mends it', 'oxfmt', '--check', '.'),
  command('Lint', 'each finding names its rule', 'oxlint', '--type-aware'),
  command('Types', 'each error names its line', 'tsc', '-b'),
  command('Types of the tests', 'each error names its line', 'tsc', '-p', 'tsconfig.tests.json'),
  {
    name: 'Schema drift',
    run: async () => {
      const drift = await findDrift();
      return drift === ''
        ? null
        : `prisma/schema.prisma says more than the migrations; npm run migration -- NAME writes:\n${drift}`;
    },
  },
];

/** Runs one check; one that cannot be run has failed. */
export const outcomeOfCheck = async ({ name, run }: Check): Promise<Outcome> => {
  const problem = await run().catch(lineOf);
  return problem === null
    ? { name, passed: 1, failures: [], skipped: [] }
    : { name, passed: 0, failures: [`${name}: ${problem}`], skipped: [] };
};
