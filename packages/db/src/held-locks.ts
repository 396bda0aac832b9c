import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { addressOf, type DbClient } from './client.js';

/**
 * Locks that a process holds for as long as some work takes, over many transactions and calls to other servers.
 * They belong to one connection of their own, so PostgreSQL gives them free at the moment the process dies.
 */
export interface HeldLocks {
  /**
   * Waits until no other process holds the lock on `key`, and holds it while `work` runs. Within one process the
   * lock keeps nobody out: run only one work at a time for each key.
   * @param key any safe integer; two keys may share a lock, which costs time and nothing else
   * @throws DatabaseError's cause when the lock cannot be asked for; what `work` throws
   */
  run<T>(key: number, work: () => Promise<T>): Promise<T>;
  /** Gives everything free. */
  close(): Promise<void>;
}

/** The lock could not be asked for: the database does not answer, `work` has not run. */
export class LockUnavailable extends Error {
  override readonly name = 'LockUnavailable';
}

const CONNECT_TIMEOUT_MS = 5_000;
/** Another process rarely works for the same key; when it does, it is done after some tens of milliseconds. */
const FIRST_PAUSE_MS = 5;
const LAST_PAUSE_MS = 50;

const TAKE = 'SELECT pg_try_advisory_lock($1::int, hashint8($2::bigint)) AS held';
const GIVE = 'SELECT pg_advisory_unlock($1::int, hashint8($2::bigint))';

/** A connection that answers one question after the other, in the order they were asked. */
interface Connection {
  ask: <Row extends pg.QueryResultRow>(sql: string, values: readonly unknown[]) => Promise<Row[]>;
  end: () => Promise<void>;
}

/** @param forget called when a question failed: such plain ones fail with the connection only */
const inTurn = (client: pg.Client, forget: () => void): Connection => {
  let last: Promise<unknown> = Promise.resolve();
  return {
    ask: async <Row extends pg.QueryResultRow>(sql: string, values: readonly unknown[]) => {
      const before = last;
      const answer = (async () => {
        await Promise.allSettled([before]);
        return client.query<Row>(sql, [...values]);
      })();
      last = answer;
      try {
        return (await answer).rows;
      } catch (error) {
        forget();
        throw error;
      }
    },
    end: () => client.end(),
  };
};

const open = async (url: string, forget: () => void): Promise<Connection> => {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: 'perezvon-locks',
    keepAlive: true,
  });
  client.on('error', forget);
  client.on('end', forget);
  await client.connect();
  return inTurn(client, forget);
};

/** Keeps one connection open and opens another when it breaks; its locks are gone with it then. */
const keepConnection = (url: string) => {
  let current: Promise<Connection> | null = null;

  return {
    get: (): Promise<Connection> => {
      if (current !== null) return current;
      // The end of an earlier connection may be noticed after the next one is there.
      const forget = () => {
        if (current === opening) current = null;
      };
      const opening = open(url, forget);
      current = opening;
      opening.catch(forget);
      return opening;
    },
    close: async (): Promise<void> => {
      const [opened] = await Promise.allSettled([current]);
      current = null;
      if (opened.status === 'fulfilled') await opened.value?.end();
    },
  };
};

/**
 * Locks on the database of `db`. Needs a connection of its own that stays the same: through PgBouncer only with
 * `pool_mode = session`.
 * @param namespace tells the locks of one purpose from those of others; any 32-bit integer
 */
export const openHeldLocks = (db: DbClient, namespace: number): HeldLocks => {
  const connection = keepConnection(addressOf(db));

  const take = async (key: number): Promise<Connection> => {
    let pauseMs = FIRST_PAUSE_MS;
    for (;;) {
      const holder = await connection.get();
      const [answer] = await holder.ask<{ held: boolean }>(TAKE, [namespace, key]);
      if (answer?.held === true) return holder;
      await pause(pauseMs);
      pauseMs = Math.min(pauseMs * 2, LAST_PAUSE_MS);
    }
  };
  const give = async (holder: Connection, key: number): Promise<void> => {
    // A connection that broke meanwhile took its locks along.
    await Promise.allSettled([holder.ask(GIVE, [namespace, key])]);
  };

  return {
    run: async (key, work) => {
      let holder: Connection;
      try {
        holder = await take(key);
      } catch (cause) {
        throw new LockUnavailable('a lock could not be asked for', { cause });
      }
      try {
        return await work();
      } finally {
        await give(holder, key);
      }
    },
    close: connection.close,
  };
};
