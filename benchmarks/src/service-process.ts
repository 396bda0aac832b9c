import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const STARTED = '"msg":"service started"';

/** The compiled `main.js` of a service, as production runs it. */
const mainOf = (name: string): string =>
  fileURLToPath(new URL('../dist/main.js', import.meta.resolve(`@perezvon/${name}`)));

/**
 * Starts a service as a process of its own and waits until it works.
 * @returns how to stop it
 * @throws with what it said when it ends before
 */
export const startServiceProcess = async (
  name: string,
  env: Record<string, string | undefined>,
): Promise<() => Promise<void>> => {
  const child = spawn(process.execPath, [mainOf(name)], {
    env: { PATH: process.env['PATH'], PEREZVON_SUPERVISED: '1', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  await new Promise<void>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) =>
      reject(new Error(`${name} ended with exit code ${code}: ${complaint.trim()}`)),
    );
    createInterface(child.stdout).on('line', (line) => {
      if (line.includes(STARTED)) resolve();
    });
  });
  return async () => {
    const exited = once(child, 'exit');
    child.kill('SIGTERM');
    await exited;
  };
};
