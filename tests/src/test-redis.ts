import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '@perezvon/db/testing';

export interface TestRedis {
  url: string;
  stop(): Promise<void>;
}

/** Nothing may be evicted: a queue that loses keys loses jobs. */
const POLICY = ['--maxmemory-policy', 'noeviction'];
const IMAGE = 'redis:7-alpine';
const REDIS_PORT = 6379;

const inContainer = async (): Promise<TestRedis | null> => {
  const { GenericContainer, getContainerRuntimeClient } = await import('testcontainers');
  try {
    await getContainerRuntimeClient();
  } catch {
    // No Docker answers on this machine: the caller looks for a local server.
    return null;
  }
  const container = await new GenericContainer(IMAGE)
    .withCommand(['redis-server', ...POLICY])
    .withExposedPorts(REDIS_PORT)
    .start();
  return {
    url: `redis://${container.getHost()}:${container.getMappedPort(REDIS_PORT)}`,
    stop: async () => {
      await container.stop();
    },
  };
};

const onThisMachine = async (): Promise<TestRedis | null> => {
  const folder = await mkdtemp(join(tmpdir(), 'perezvon-redis-'));
  const port = await freePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', ...POLICY];
  const server = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const started = await new Promise<boolean>((resolve) => {
    // ENOENT: no redis-server on the PATH.
    server.on('error', () => resolve(false));
    server.on('exit', () => resolve(false));
    createInterface(server.stdout).on('line', (line) => {
      if (line.includes('Ready to accept connections')) resolve(true);
    });
  });
  const clean = () => rm(folder, { recursive: true, force: true });
  if (!started) {
    await clean();
    return null;
  }
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: async () => {
      const ended = once(server, 'exit');
      server.kill();
      await ended;
      await clean();
    },
  };
};

/** A Redis for one test run: in a container where Docker answers, else a `redis-server` of this machine; null without either. */
export const startTestRedis = async (): Promise<TestRedis | null> => (await inContainer()) ?? onThisMachine();
