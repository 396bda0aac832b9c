import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from '@jest/globals';
import { Bot, GrammyError } from 'grammy';
import { type Simulator, type SimulatorOptions, startSimulator } from '../src/index.js';
import { ANNA, BORIS, silentLog, TOKEN } from './simulator-options.js';

export { ANNA, BORIS, TOKEN } from './simulator-options.js';

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** Runs after the test, the last one first. */
export const afterThisTest = (cleanup: () => Promise<void>): void => {
  cleanups.push(cleanup);
};

/** A simulator on a free port with Anna and Boris; stopped after the test. */
export const givenSimulator = async (options: Partial<SimulatorOptions> = {}): Promise<Simulator> => {
  const simulator = await startSimulator({
    port: 0,
    people: [ANNA, BORIS],
    token: TOKEN,
    log: silentLog,
    now: () => new Date(),
    ...options,
  });
  afterThisTest(() => simulator.stop());
  return simulator;
};

/** A grammY bot that talks to the simulator; it does not poll until started. */
export const botOf = (simulator: Pick<Simulator, 'apiRoot'>, token = TOKEN): Bot =>
  new Bot(token, { client: { apiRoot: simulator.apiRoot } });

/** A folder that is deleted after the test. */
export const givenFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'perezvon-simulator-'));
  afterThisTest(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

/** What the page does: JSON to the simulator from its own origin. */
export const postAsPage = async (apiRoot: string, path: string, body: object): Promise<unknown> => {
  const response = await fetch(`${apiRoot}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: apiRoot },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
};

/** Polls in the background until the test ends. */
export const poll = (bot: Bot): void => {
  const running = bot.start();
  afterThisTest(async () => {
    await bot.stop();
    await running;
  });
};

/** What Telegram would say to a call that fails. */
export const refusalOf = async (call: Promise<unknown>): Promise<{ code: number; description: string }> => {
  try {
    await call;
  } catch (error) {
    if (error instanceof GrammyError) return { code: error.error_code, description: error.description };
    throw error;
  }
  throw new Error('the call was expected to be refused');
};
