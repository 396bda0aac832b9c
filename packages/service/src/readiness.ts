import type { Db } from '@perezvon/db';
import { PRIORITIES, type QueueName } from '@perezvon/contracts';
import type { Log, Queues } from '@perezvon/messaging';

export const CHECKS = ['database', 'queue', 'relay'] as const;
export type CheckName = (typeof CHECKS)[number];
export type CheckResult = 'ok' | 'failed' | 'skipped';

export interface Readiness {
  ready: boolean;
  /** `stopping`: the process finishes what runs and takes nothing new. */
  state: 'starting' | 'running' | 'stopping';
  checks: Record<CheckName, CheckResult>;
}

export interface ReadinessDeps {
  db: Db;
  queues: Queues;
  log: Log;
}

/**
 * A message that is due this long and was not sent: the relays stand still or cannot keep up. They normally
 * need a second, a bulk import of 100,000 calls some ten.
 */
export const RELAY_LAG_LIMIT_S = 60;
/** A check that takes longer has failed: whoever asks for readiness waits a few seconds at most. */
const CHECK_TIMEOUT_MS = 2_000;
const PROBED_QUEUE: QueueName = 'audit';

/**
 * Seconds that the oldest due message of the outbox has been waiting for a relay; 0 when none is due. One index look-up
 * a priority, however full the outbox is.
 */
export const readRelayLag = async (db: Db): Promise<number> => {
  const rows = await db.$queryRaw<{ lag: number | null }[]>`
    SELECT max(extract(epoch FROM now() - oldest.next_send_at))::float8 AS lag
    FROM unnest(${Object.values(PRIORITIES)}::int[]) p(priority), LATERAL (
      SELECT next_send_at FROM outbox WHERE priority = p.priority AND next_send_at <= now()
      ORDER BY next_send_at LIMIT 1
    ) oldest`;
  return rows[0]?.lag ?? 0;
};

const rejectAfter = (ms: number): { promise: Promise<never>; cancel: () => void } => {
  let timer: NodeJS.Timeout | undefined;
  const promise = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${ms} ms`)), ms);
  });
  return { promise, cancel: () => clearTimeout(timer) };
};

const inTime = <T>(work: Promise<T>): Promise<T> => {
  const { promise: tooLate, cancel } = rejectAfter(CHECK_TIMEOUT_MS);
  return Promise.race([work, tooLate]).finally(cancel);
};

/** Looks at the database, the queue's backend and the relay. Which check failed is told, why only to the log. */
export const checkReadiness = async (
  state: Readiness['state'],
  { db, queues, log }: ReadinessDeps,
): Promise<Readiness> => {
  const run = async (check: CheckName, work: () => Promise<boolean>): Promise<CheckResult> => {
    try {
      return (await inTime(work())) ? 'ok' : 'failed';
    } catch (error) {
      log.warn({ check, err: error }, 'readiness check failed');
      return 'failed';
    }
  };

  const [database, queue] = await Promise.all([
    run('database', async () => (await db.$queryRaw<unknown[]>`SELECT 1`).length === 1),
    // Any queue tells whether the backend answers; this question is one look-up by key on both.
    run('queue', async () => typeof (await queues.queue(PROBED_QUEUE).isPaused()) === 'boolean'),
  ]);
  const relay =
    database === 'ok'
      ? await run('relay', async () => (await readRelayLag(db)) <= RELAY_LAG_LIMIT_S)
      : 'skipped';
  const checks = { database, queue, relay };
  return {
    ready: state === 'running' && Object.values(checks).every((result) => result === 'ok'),
    state,
    checks,
  };
};
