import { EXIT, lineOf, type CliIo } from './cli.js';
import { COMMANDS } from './commands.js';

const io: CliIo = {
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
};
// Whoever read our output is gone (`npm start | head`): go on, and stop when asked.
process.stdout.on('error', () => {});

const [name = '', ...argv] = process.argv.slice(2);
const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
if (load === undefined) {
  io.err(`Unknown command "${name}". There are: ${Object.keys(COMMANDS).join(', ')}`);
  process.exitCode = EXIT.usage;
} else {
  try {
    process.exitCode = await (await load())(argv, io);
  } catch (error) {
    io.err(`${name}: ${lineOf(error)}`);
    process.exitCode = EXIT.failed;
  }
}
