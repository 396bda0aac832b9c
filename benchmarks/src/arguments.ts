import { parseArgs } from 'node:util';

export const MEASUREMENTS = ['engine', 'lm', 'postgres', 'redis', 'bot', 'reminders', 'callbacks'] as const;
export type Measurement = (typeof MEASUREMENTS)[number];

export interface BenchArguments {
  help: boolean;
  /** Calls and jobs of each measurement. */
  calls: number;
  /** Calls of the LM measurement: many more, as it needs no queue and no disk. */
  lmCalls: number;
  /** Calls for the LM measurement; undefined: the development set, else the repository's own. */
  lmFile: string | undefined;
  /** Numbers of stored calls that the bot is measured with, the smallest first. */
  botCalls: readonly number[];
  /** Deadlines that come at one moment. */
  reminders: number;
  /** Calls of the made month in which callbacks are matched. */
  callbackCalls: number;
  /** undefined: all that this machine can do. */
  only: Measurement | undefined;
}

/** The command line does not fit; the message says what is expected. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const DEFAULT_CALLS = 5_000;
export const DEFAULT_LM_CALLS = 100_000;
/** A young clinic, a year of a busy one, a year of a network. */
export const DEFAULT_BOT_CALLS = [1_000, 100_000, 1_000_000] as const;
/** More than a network of clinics has open. */
export const DEFAULT_REMINDERS = 10_000;
/** A month of a network of clinics. */
export const DEFAULT_CALLBACK_CALLS = 50_000;
/** Fewer say nothing; more than this fill the disk of a laptop. */
const MIN_CALLS = 100;
const MAX_CALLS = 1_000_000;

const countOf = (option: string, text: string): number => {
  const calls = Number(text);
  if (!Number.isInteger(calls) || calls < MIN_CALLS || calls > MAX_CALLS)
    throw new UsageError(`${option}: expected a whole number from ${MIN_CALLS} to ${MAX_CALLS}`);
  return calls;
};

const callsOf = (text: string | undefined, byDefault: number): number =>
  text === undefined ? byDefault : countOf('--calls', text);

const botCallsOf = (text: string | undefined): readonly number[] => {
  if (text === undefined) return DEFAULT_BOT_CALLS;
  return text
    .split(',')
    .map((part) => countOf('--bot-calls', part))
    .toSorted((one, other) => one - other);
};

const measurementOf = (text: string | undefined): Measurement | undefined => {
  const found = MEASUREMENTS.find((name) => name === text);
  if (text !== undefined && found === undefined)
    throw new UsageError(`--only: expected one of ${MEASUREMENTS.join(', ')}`);
  return found;
};

const parse = (argv: readonly string[]) => {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        calls: { type: 'string' },
        only: { type: 'string' },
        'lm-file': { type: 'string' },
        'bot-calls': { type: 'string' },
        reminders: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
};

/** @throws UsageError */
export const readArguments = (argv: readonly string[]): BenchArguments => {
  const { help, calls, only, 'lm-file': lmFile, 'bot-calls': botCalls, reminders } = parse(argv);
  return {
    help,
    calls: callsOf(calls, DEFAULT_CALLS),
    lmCalls: callsOf(calls, DEFAULT_LM_CALLS),
    callbackCalls: callsOf(calls, DEFAULT_CALLBACK_CALLS),
    lmFile,
    botCalls: botCallsOf(botCalls),
    reminders: reminders === undefined ? DEFAULT_REMINDERS : countOf('--reminders', reminders),
    only: measurementOf(only),
  };
};
