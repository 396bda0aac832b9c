import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { findPorts, PortError } from '../../src/start/ports.js';

let squatters: Server[] = [];
afterEach(() => {
  for (const server of squatters) server.close();
  squatters = [];
});

const squat = async (host: string): Promise<number> => {
  const server = createServer().listen(0, host);
  squatters.push(server);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
};

test('a free port is given as it was asked for, and is free afterwards', async () => {
  const port = await squat('127.0.0.1');
  squatters.pop()?.close();
  expect(await findPorts([['INGEST_PORT', port]])).toEqual(new Map([['INGEST_PORT', port]]));
  expect(await findPorts([['INGEST_PORT', port]])).toEqual(new Map([['INGEST_PORT', port]]));
});

test('0 becomes some port, another one for each variable', async () => {
  const ports = await findPorts([
    ['INGEST_PORT', 0],
    ['OPS_PORT', 0],
  ]);
  expect(ports.get('INGEST_PORT')).toBeGreaterThan(0);
  expect(ports.get('OPS_PORT')).toBeGreaterThan(0);
  expect(ports.get('INGEST_PORT')).not.toBe(ports.get('OPS_PORT'));
});

test.each(['0.0.0.0', '127.0.0.1'])(
  'a port in use on %s is one line with the variable and the port',
  async (host) => {
    const port = await squat(host);
    const failure = findPorts([['OPS_PORT', port]]);
    await expect(failure).rejects.toThrow(PortError);
    await expect(failure).rejects.toThrow(`OPS_PORT: port ${port} is in use already`);
  },
);

test('two variables that ask for one port: the second one is named', async () => {
  const port = await squat('127.0.0.1');
  squatters.pop()?.close();
  const failure = findPorts([
    ['INGEST_PORT', port],
    ['OPS_PORT', port],
  ]);
  await expect(failure).rejects.toThrow(`OPS_PORT: port ${port}`);
});
