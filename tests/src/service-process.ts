import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface ServiceProcess {
  /** Everything it wrote so far, for a failing test's message. */
  output(): string;
  /** SIGKILL: the process has no chance to finish anything. */
  kill(): Promise<void>;
  /** SIGTERM; @returns the exit code */
  stop(): Promise<number | null>;
}

const exitOf = async (child: ChildProcess): Promise<number | null> => {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  await once(child, 'exit');
  return child.exitCode;
};

/** Starts one service as production does (`node services/NAME/dist/main.js`), as a process of its own. */
export const startServiceProcess = (name: string, env: Record<string, string>): ServiceProcess => {
  const child = spawn(process.execPath, [`services/${name}/dist/main.js`], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], PEREZVON_SUPERVISED: '1', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return exitOf(child);
  };
  return {
    output: () => output,
    kill: async () => {
      await end('SIGKILL');
    },
    stop: () => end('SIGTERM'),
  };
};
