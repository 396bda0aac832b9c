import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { QUEUE_NAMES } from '@perezvon/contracts';
import { migrate, openDatabase } from '@perezvon/db';
import { freePort } from '@perezvon/db/testing';
import { migrateQueues, openQueues } from '@perezvon/messaging';

/** A server of this run, or one that was there already. */
export interface Server {
  url: string;
  stop: () => Promise<void>;
}

export interface BenchDatabase extends Server {
  /** A PEREZVON_HOME that is thrown away with the server. */
  home: string;
}

/** As root the embedded server runs as another user, who has to get into the folder. */
const FOLDER_MODE = 0o711;

/** The embedded PostgreSQL as the product runs it (every commit reaches the disk), migrated and empty. */
export const startDatabase = async (): Promise<BenchDatabase> => {
  const home = await mkdtemp(join(tmpdir(), 'perezvon-bench-'));
  await chmod(home, FOLDER_MODE);
  const database = await openDatabase({ home });
  await migrate(database.url);
  await migrateQueues({ kind: 'postgres', url: database.url });
  return {
    home,
    url: database.url,
    stop: async () => {
      await database.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
};

/** Settings that the product asks of its Redis. */
const REDIS_POLICY = ['--maxmemory-policy', 'noeviction', '--appendonly', 'yes', '--save', ''];

const startRedisServer = async (): Promise<Server | null> => {
  const folder = await mkdtemp(join(tmpdir(), 'perezvon-bench-redis-'));
  const port = await freePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, ...REDIS_POLICY];
  const server = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const isReady = await new Promise<boolean>((resolve) => {
    // ENOENT: no redis-server on the PATH.
    server.on('error', () => resolve(false));
    server.on('exit', () => resolve(false));
    createInterface(server.stdout).on('line', (line) => {
      if (line.includes('Ready to accept connections')) resolve(true);
    });
  });
  const clean = () => rm(folder, { recursive: true, force: true });
  if (!isReady) {
    await clean();
    return null;
  }
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: async () => {
      const exited = once(server, 'exit');
      server.kill();
      await exited;
      await clean();
    },
  };
};

/** Queues of a running product must not be mixed with the benchmark's, nor emptied by it. */
const refuseUsedRedis = async (url: string): Promise<void> => {
  const queues = openQueues({ kind: 'redis', url }, () => {});
  try {
    const counts = await Promise.all(QUEUE_NAMES.map((name) => queues.queue(name).count()));
    if (counts.some((jobs) => jobs > 0))
      throw new Error(
        'REDIS_URL holds jobs of Perezvon: name an empty database, such as redis://host:6379/9',
      );
  } finally {
    await queues.close();
  }
};

const emptyRedis = async (url: string): Promise<void> => {
  const queues = openQueues({ kind: 'redis', url }, () => {});
  await Promise.all(QUEUE_NAMES.map((name) => queues.queue(name).obliterate({ force: true })));
  await queues.close();
};

/**
 * A Redis for the run: the one that `redisUrl` names, else a `redis-server` of this machine; null without either.
 * @throws when the named one is in use or does not answer
 */
export const findRedis = async (redisUrl: string | undefined): Promise<Server | null> => {
  if (redisUrl === undefined || redisUrl === '') return startRedisServer();
  await refuseUsedRedis(redisUrl);
  return { url: redisUrl, stop: () => emptyRedis(redisUrl) };
};
