import { availableParallelism } from 'node:os';

/** Most tests wait for a database, a queue or a process: a worker a core leaves a third of the cores idle. */
const WORKERS_A_CORE = 1.5;

/** One configuration for every workspace; packages resolve to their sources through the `source` condition. */
export default {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node'] },
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testMatch: [
    '<rootDir>/{packages,services}/*/test/**/*.test.ts',
    '<rootDir>/tests/test/**/*.test.ts',
    '<rootDir>/{scripts,benchmarks}/test/**/*.test.ts',
  ],
  modulePathIgnorePatterns: ['<rootDir>/.*/dist/'],
  globalSetup: '<rootDir>/tests/global-setup.mjs',
  globalTeardown: '<rootDir>/tests/global-teardown.mjs',
  setupFilesAfterEnv: ['<rootDir>/tests/src/after-each-file.ts'],
  // A machine that is busy with other tests is slow, not wrong.
  testTimeout: 60_000,
  // As a number: Jest takes '150%' for 150 workers.
  maxWorkers: Math.ceil(availableParallelism() * WORKERS_A_CORE),
  // Each file leaves its modules behind (Node keeps those of closed contexts): a worker starts afresh before it collects garbage only.
  workerIdleMemoryLimit: '700MB',
};
