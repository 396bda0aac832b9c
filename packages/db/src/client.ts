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

/** Opens the pool of one process; connects when first used. */
export const createDb = ({
  url,
  maxConnections = DEFAULT_CONNECTIONS,
  applicationName,
}: DbOptions): DbClient =>
  new PrismaClient({
    // Prisma's longer texts quote whole rows: people's words must not get into an error.
    errorFormat: 'minimal',
    adapter: new PrismaPg({
      connectionString: url,
      max: maxConnections,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      application_name: applicationName ?? 'perezvon',
    }),
  });

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
