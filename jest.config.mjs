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
  // Most tests wait for a database, a queue or a process: Jest's own choice leaves one of two cores idle. More make the machine too slow for what waits.
  maxWorkers: '100%',
  // Each file leaves its modules behind (Node keeps those of closed contexts): a worker starts afresh before it collects garbage only.
  workerIdleMemoryLimit: '700MB',
  // A worker of that size that has closed everything still takes its time to end on a busy machine; Jest's half second calls that a leak.
  workerGracefulExitTimeout: 10_000,
};
