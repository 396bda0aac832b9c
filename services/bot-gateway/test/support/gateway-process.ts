import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/** The gateway as production runs it: a process of its own, from the build. */
export interface GatewayProcess {
  /** SIGKILL: it has no chance to finish or to confirm anything. */
  kill: () => Promise<void>;
  /** SIGTERM: it takes no more and finishes what it is at. @returns its exit code */
  stop: () => Promise<number | null>;
  /** What it wrote, for a failing test's message. */
  output: () => string;
}

/** Starts the built gateway. */
export const startGatewayProcess = (env: Record<string, string>): GatewayProcess => {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env['PATH'], PEREZVON_SUPERVISED: '1', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  const ended = once(child, 'exit');
  return {
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      return child.exitCode;
    },
    output: () => output,
  };
};
