import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { SUPERVISED_VARIABLE } from '@perezvon/service';
import { parseLogLine } from './log-sink.js';

/** What `runService` of @perezvon/service logs when a service has started. */
const STARTED_TEXT = 'service started';

export interface LifeEvents {
  /** Each line it writes, log or not. */
  onLine: (line: string) => void;
  onStarted: () => void;
  /** It has ended. `why`: its own last words, or else how it ended; `livedMs`: for how long it ran. */
  onEnd: (end: { why: string; livedMs: number }) => void;
}

/** One run of one service's process. */
export interface ServiceLife {
  kill(signal: 'SIGTERM' | 'SIGKILL'): void;
  /** Resolves when it has ended and its last line was read. */
  readonly ended: Promise<void>;
}

/** Starts `node ENTRY` as a process of its own. */
export const beginLife = (
  { name, entry, env }: { name: string; entry: URL; env: NodeJS.ProcessEnv },
  events: LifeEvents,
): ServiceLife => {
  const bornAt = Date.now();
  const child = spawn(process.execPath, [fileURLToPath(entry)], {
    env: { ...env, [SUPERVISED_VARIABLE]: '1' },
    // Its standard input stays open while we live: when we are killed it closes, and the service stops by itself.
    stdio: ['pipe', 'pipe', 'pipe'],
    // A group of its own: Ctrl-C reaches us alone, and we stop the services in order.
    detached: true,
  });
  let lastWords: string | undefined;

  // Nobody writes to it; that it breaks when the child dies is no news.
  child.stdin.on('error', () => {});
  createInterface(child.stdout).on('line', (line) => {
    events.onLine(line);
    if (parseLogLine(line)?.msg === STARTED_TEXT) events.onStarted();
  });
  createInterface(child.stderr).on('line', (line) => {
    events.onLine(line);
    lastWords = line;
  });
  child.on('error', (error) => (lastWords = `${name}: ${error.message}`));

  const ended = new Promise<void>((resolve) => {
    // `close`, not `exit`: only then its last line has been read.
    child.on('close', (code, signal) => {
      events.onEnd({ why: lastWords ?? signal ?? `exit code ${code}`, livedMs: Date.now() - bornAt });
      resolve();
    });
  });
  return { kill: (signal) => void child.kill(signal), ended };
};
