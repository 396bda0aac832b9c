import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { AlreadyRunningError, lockHome } from '../../src/start/home-lock.js';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'perezvon-lock-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

const holderFile = (): string => join(home, 'running.json');
const pretend = (holder: object): Promise<void> => writeFile(holderFile(), JSON.stringify(holder));

/** A process that has ended. */
const deadPid = async (): Promise<number> => {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid ?? 0;
};

test('the home is ours until we give it back', async () => {
  const unlock = await lockHome(home);
  expect(JSON.parse(await readFile(holderFile(), 'utf8'))).toMatchObject({ pid: process.pid });
  await unlock();
  await expect(readFile(holderFile())).rejects.toThrow('ENOENT');
});

test('a second start is told that the first one runs, and what to do', async () => {
  await pretend({ pid: process.ppid, startedAt: null });
  const second = lockHome(home);
  await expect(second).rejects.toThrow(AlreadyRunningError);
  await expect(second).rejects.toThrow(`${home} already (process ${process.ppid})`);
  await expect(second).rejects.toThrow('PEREZVON_HOME');
});

test('what a killed start left behind does not count', async () => {
  await pretend({ pid: await deadPid(), startedAt: null });
  await (
    await lockHome(home)
  )();
});

test('a later process that got the same id does not count', async () => {
  await pretend({ pid: process.ppid, startedAt: 'long ago' });
  await (
    await lockHome(home)
  )();
});

test('a lock that was cut off while it was written does not count', async () => {
  await writeFile(holderFile(), '{"pid":');
  await (
    await lockHome(home)
  )();
});
