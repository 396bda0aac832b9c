import { afterEach } from '@jest/globals';
import { Bot, GrammyError } from 'grammy';
import {
  type Log,
  type SimulatedPerson,
  type Simulator,
  type SimulatorOptions,
  startSimulator,
} from '../src/index.js';

export const TOKEN = '7000001:simulator-test-token';

export const ANNA: SimulatedPerson = {
  id: 1001,
  firstName: 'Анна',
  lastName: 'Орлова',
  username: 'anna_orlova',
  languageCode: 'ru',
};
export const BORIS: SimulatedPerson = { id: 1002, firstName: 'Борис' };

export const silentLog: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

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
