import type { Log, SimulatedPerson } from '../src/index.js';

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
