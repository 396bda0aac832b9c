import type { CliIo } from './cli.js';
import { EXIT } from './help.js';

/** The world of a command at the terminal. Ctrl-C or SIGTERM ends it gently, a second one at once. */
export const processIo = (): CliIo => {
  const interrupted = new AbortController();
  const onSignal = (): void => {
    if (interrupted.signal.aborted) process.exit(EXIT.interrupted);
    interrupted.abort();
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return {
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    cwd: process.cwd(),
    now: () => new Date(),
    signal: interrupted.signal,
  };
};
