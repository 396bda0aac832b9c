import { RuleFileError } from '../rules/problem.js';
import { EVALUATE_HELP, evaluateCommand } from './evaluate-command.js';
import { EXPLAIN_HELP, explainCommand } from './explain-command.js';
import { FIT_HELP, fitCommand } from './fit-command.js';
import { EXIT, InputError, UsageError, writeLine, type LmCliIo, type LmCommands } from './io.js';
import { RULES_HELP, rulesCommand } from './rules-command.js';
import { SCORE_HELP, scoreCommand } from './score-command.js';

const COMMANDS: LmCommands = new Map([
  ['score', { run: scoreCommand, help: SCORE_HELP }],
  ['evaluate', { run: evaluateCommand, help: EVALUATE_HELP }],
  ['explain', { run: explainCommand, help: EXPLAIN_HELP }],
  ['rules', { run: rulesCommand, help: RULES_HELP }],
  ['fit', { run: fitCommand, help: FIT_HELP }],
]);

const helpOf = (commands: LmCommands): string =>
  ['Usage: npm run lm -- COMMAND …', '', ...[...commands.values()].map(({ help }) => help)].join('\n');

const asksForHelp = (argv: readonly string[]): boolean => argv.includes('--help') || argv.includes('-h');

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
  try {
    return await command.run(rest, io);
  } catch (error) {
    if (error instanceof UsageError) {
      await writeLine(io.stderr, `${error.message}\n${command.help}`);
      return EXIT.usage;
    }
    if (error instanceof InputError || error instanceof RuleFileError) {
      await writeLine(io.stderr, error.message);
      return EXIT.failed;
    }
    throw error;
  }
};
