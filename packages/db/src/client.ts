import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient, type Prisma } from './generated/client.js';

/** The pool of one process; closed by `$disconnect`. */
export type DbClient = PrismaClient;

declare const inTransaction: unique symbol;

/** A transaction: only `withTransaction` hands one out, and what writes asks for one. */
export type Tx = Prisma.TransactionClient & { readonly [inTransaction]: true };

/** What reads: a pool or a transaction. */
export type Db = DbClient | Tx;

export interface DbOptions {
  url: string;
  /** Connections of this process, at most. */
  maxConnections?: number;
  applicationName?: string;
}

/** Enough for one service's concurrency; seven services and their queues stay under PostgreSQL's 200. */
const DEFAULT_CONNECTIONS = 8;
const CONNECT_TIMEOUT_MS = 5_000;

/** Where each pool leads; an address holds a password, so it is no property that a log could print. */
const addresses = new WeakMap<DbClient, string>();

/** Opens the pool of one process; connects when first used. */
export const createDb = ({
  url,
  maxConnections = DEFAULT_CONNECTIONS,
  applicationName,
}: DbOptions): DbClient => {
  const db = new PrismaClient({
    // Prisma's longer texts quote whole rows: people's words must not get into an error.
    errorFormat: 'minimal',
    adapter: new PrismaPg({
      connectionString: url,
      max: maxConnections,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      application_name: applicationName ?? 'perezvon',
    }),
  });
  addresses.set(db, url);
  return db;
};

/** The connection string behind a pool, for connections beside it: never log it. */
export const addressOf = (db: DbClient): string => {
  const url = addresses.get(db);
  if (url === undefined) throw new Error('this pool was not opened by createDb');
  return url;
};

/** A transaction does a handful of indexed statements; one that takes longer is stuck. */
const TRANSACTION_TIMEOUT_MS = 15_000;
/** A burst waits for a free connection this long before the job is retried. */
const TRANSACTION_WAIT_MS = 10_000;

/**
 * Runs `work` in one transaction (read committed): all of it, or nothing when it throws.
 * @throws what `work` throws, and the database's own errors
 */
export const withTransaction = <T>(
  db: DbClient,
  work: (tx: Tx) => Promise<T>,
  { timeoutMs = TRANSACTION_TIMEOUT_MS }: { timeoutMs?: number } = {},
): Promise<T> =>
  db.$transaction((tx) => work(tx as Tx), { timeout: timeoutMs, maxWait: TRANSACTION_WAIT_MS });

/** A snapshot keeps old rows from being cleaned up: what reads longer than this is stuck. */
const SNAPSHOT_TIMEOUT_MS = 15 * 60_000;

/**
 * Runs many reads that have to agree: all of them see the database as it was at the first. The database refuses writes.
 * @throws what `read` throws, and the database's own errors
 */
export const withSnapshot = <T>(db: DbClient, read: (snapshot: Db) => Promise<T>): Promise<T> =>
  db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SET TRANSACTION READ ONLY`;
      return read(tx as Tx);
    },
    { isolationLevel: 'RepeatableRead', timeout: SNAPSHOT_TIMEOUT_MS, maxWait: TRANSACTION_WAIT_MS },
  );
