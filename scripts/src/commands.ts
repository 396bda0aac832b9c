// Not the whole package: a command that needs no service loads none of what one is made of.
import { readEnvironment } from '@perezvon/service/environment';
import type { Command } from './cli.js';

/** Every command of `node scripts/run.mjs NAME`; loaded when it is asked for, so that `--help` of one needs no other. */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./start/cli.js')).runStart,
  test: async () => (await import('./test/cli.js')).runTestCli,
  service: async () => (await import('./service/cli.js')).runServiceCli,
  import: async () => {
    const { processIo, runImportCli } = await import('@perezvon/call-ingest/import');
    return (argv) => runImportCli(argv, processIo());
  },
  lm: async () => {
    const { runLmCli } = await import('@perezvon/lm/cli');
    const { STORED_COMMANDS } = await import('./lm/stored-commands.js');
    const { stdin, stdout, stderr } = process;
    return (argv) => {
      const io = { stdin, stdout, stderr, env: readEnvironment(process.cwd(), process.env) };
      return runLmCli(argv, io, STORED_COMMANDS);
    };
  },
  audit: async () => {
    const { runAuditCli } = await import('@perezvon/audit/cli');
    return (argv, { out, err }) =>
      runAuditCli(argv, {
        out,
        err,
        env: readEnvironment(process.cwd(), process.env),
        terminal: process.stderr.isTTY ? process.stderr : null,
      });
  },
  bench: async () => {
    const { runBench } = await import('@perezvon/benchmarks');
    return (argv, io) => runBench(argv, io);
  },
  migration: async () => {
    const { runMigrationCli } = await import('./migration/cli.js');
    return (argv, io) => runMigrationCli(argv, { ...io, now: () => new Date() });
  },
  docs: async () => (await import('./docs/cli.js')).runDocsCli,
  voices: async () => (await import('./demo/recording/make-voices.js')).runMakeVoices,
};
