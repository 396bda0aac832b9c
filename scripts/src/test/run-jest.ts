import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ROOT, runProgram } from './checks.js';
import { JestReport, outcomeOfJest, type Outcome } from './report.js';

/** Jest's own ES module support; the warning that it is experimental tells nobody anything. */
const NODE_FLAGS = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
const JEST = join('node_modules', 'jest', 'bin', 'jest.js');

const readReport = async (file: string): Promise<JestReport | null> => {
  const text = await readFile(file, 'utf8').catch(() => null);
  return text === null ? null : JestReport.parse(JSON.parse(text));
};

/** Runs the tests that `args` choose (all without any); Jest's own report stays on the terminal. */
export const runJest = async (args: readonly string[]): Promise<Outcome> => {
  const folder = await mkdtemp(join(tmpdir(), 'perezvon-jest-'));
  const file = join(folder, 'report.json');
  try {
    const code = await runProgram(process.execPath, [
      ...NODE_FLAGS,
      JEST,
      '--json',
      `--outputFile=${file}`,
      ...args,
    ]);
    const report = await readReport(file);
    if (report === null)
      return {
        name: 'Tests',
        passed: 0,
        failures: [`Tests: Jest ended with ${code} before it had run any`],
        skipped: [],
      };
    const outcome = outcomeOfJest(report, (test) => relative(ROOT, test));
    // What fails outside any test (a teardown) shows in the exit code alone.
    const isSilentFailure = code !== 0 && outcome.failures.length === 0;
    return isSilentFailure
      ? { ...outcome, failures: [`Tests: Jest ended with ${code}, see above`] }
      : outcome;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
