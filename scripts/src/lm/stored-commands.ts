import type { LmCommands } from '@perezvon/lm/cli';
import { BACKTEST_HELP } from './backtest/help.js';
import { CALIBRATE_HELP } from './calibrate/help.js';
import { CHALLENGE_HELP } from './challenge/help.js';
import { QUALITY_HELP } from './quality/help.js';
import { RESCORE_HELP } from './rescore/help.js';
import { VERSIONS_HELP } from './versions/help.js';

/**
 * The commands of `npm run lm` that work on the stored calls and versions: one line each. Its help is a plain text; its
 * code is loaded when it is asked for, so that `lm score` needs no database client.
 */
export const STORED_COMMANDS: LmCommands = new Map([
  [
    'versions',
    {
      run: async (argv, io) => (await import('./versions/command.js')).versionsCommand(argv, io),
      help: VERSIONS_HELP,
    },
  ],
  [
    'backtest',
    {
      run: async (argv, io) => (await import('./backtest/command.js')).backtestCommand(argv, io),
      help: BACKTEST_HELP,
    },
  ],
  [
    'rescore',
    {
      run: async (argv, io) => (await import('./rescore/command.js')).rescoreCommand(argv, io),
      help: RESCORE_HELP,
    },
  ],
  [
    'calibrate',
    {
      run: async (argv, io) => (await import('./calibrate/command.js')).calibrateCommand(argv, io),
      help: CALIBRATE_HELP,
    },
  ],
  [
    'quality',
    {
      run: async (argv, io) => (await import('./quality/command.js')).qualityCommand(argv, io),
      help: QUALITY_HELP,
    },
  ],
  [
    'challenge',
    {
      run: async (argv, io) => (await import('./challenge/command.js')).challengeCommand(argv, io),
      help: CHALLENGE_HELP,
    },
  ],
]);
