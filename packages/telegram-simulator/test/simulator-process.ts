import { startSimulator } from '../src/index.js';
import { ANNA, silentLog, TOKEN } from './simulator-options.js';

/** A simulator of its own process, for tests that kill it: `simulator-process.ts STATE_DIRECTORY`. */
const stateDirectory = process.argv[2] ?? null;
const simulator = await startSimulator({
  port: 0,
  stateDirectory,
  people: [ANNA],
  token: TOKEN,
  log: silentLog,
  now: () => new Date(),
});
process.stdout.write(`${simulator.apiRoot}\n`);
