import { RuleFileError } from '../rules/problem.js';
import { COMPARE_HELP, compareCommand } from './compare-command.js';
import { EVALUATE_HELP, evaluateCommand } from './evaluate-command.js';
import { EXPLAIN_HELP, explainCommand } from './explain-command.js';
import { FIT_HELP, fitCommand } from './fit-command.js';
import {
  EXIT,
  InputError,
  UsageError,
  writeLine,
  type LmCliIo,
  type LmCommandEntry,
  type LmCommands,
} from './io.js';
import { RULES_HELP, rulesCommand } from './rules-command.js';
import { SCORE_HELP, scoreCommand } from './score-command.js';

const COMMANDS: LmCommands = new Map([
  ['score', { run: scoreCommand, help: SCORE_HELP }],
  ['evaluate', { run: evaluateCommand, help: EVALUATE_HELP }],
  ['explain', { run: explainCommand, help: EXPLAIN_HELP }],
  ['compare', { run: compareCommand, help: COMPARE_HELP }],
  ['rules', { run: rulesCommand, help: RULES_HELP }],
  ['fit', { run: fitCommand, help: FIT_HELP }],
]);

const helpOf = (commands: LmCommands): string =>
  [
    'Usage: npm run lm -- COMMAND …',
    ...[...commands.values()].map(({ help }) => help),
    'Exit codes: 0 done, 1 something was found wrong or could not be read or written, 2 called wrongly.',
  ].join('\n\n');

const asksForHelp = (argv: readonly string[]): boolean => argv.includes('--help') || argv.includes('-h');

const CLOSED: ReadonlySet<unknown> = new Set(['EPIPE', 'ERR_STREAM_DESTROYED']);
/** Whoever read our output has seen enough: `… | head`. */
const isClosedPipe = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && CLOSED.has(error.code);
const ignore = (): void => {};

/** @throws whatever is no mistake of the caller or of what he gave us to read */
const runCommand = async (
  { run, help }: LmCommandEntry,
  argv: readonly string[],
  io: LmCliIo,
): Promise<number> => {
  // The write that failed tells it too; without a listener the event would end the process.
  io.stdout.on('error', ignore);
  try {
    return await run(argv, io);
  } catch (error) {
    if (isClosedPipe(error)) return EXIT.ok;
    if (error instanceof UsageError) {
      await writeLine(io.stderr, `${error.message}\n\n${help}`);
      return EXIT.usage;
    }
    if (error instanceof InputError || error instanceof RuleFileError) {
      await writeLine(io.stderr, error.message);
      return EXIT.failed;
    }
    throw error;
  } finally {
    io.stdout.off('error', ignore);
  }
};

/**
 * The scoring engine's commands; none of its own needs a database.
 * @param argv what follows `npm run lm --`
 * @param more commands that work on what is stored, from whoever has the database; `--help` shows all as one
 * @returns 0 done, 1 failed or something could not be read, 2 called wrongly
 */
export const runLmCli = async (
  argv: readonly string[],
  io: LmCliIo,
  more: LmCommands = new Map(),
): Promise<number> => {
  const [name = '', ...rest] = argv;
  const commands: LmCommands = new Map([...COMMANDS, ...more]);
  const command = commands.get(name);
  if (command === undefined) {
    const isHelp = asksForHelp(argv);
    await writeLine(isHelp ? io.stdout : io.stderr, helpOf(commands));
    return isHelp ? EXIT.ok : EXIT.usage;
  }
  if (asksForHelp(rest)) {
    await writeLine(io.stdout, command.help);
    return EXIT.ok;
  }
  return runCommand(command, rest, io);
};
