import { QUEUE_NAMES } from '@perezvon/contracts';
import type { Db } from '@perezvon/db';
import { ALIVE_WITHIN_S, readRelayLag } from '@perezvon/service';

/** What a developer looks at first when something is slow. */
export interface SystemState {
  /** Tag of the version that decides; null: none is stored yet. */
  activeTag: string | null;
  /** Versions in shadow. */
  shadows: number;
  /** Messages on their way, by how urgent they are. */
  waiting: { live: number; bulk: number };
  /** Messages that were given up and wait for a developer's retry. */
  parked: number;
  /** Seconds that the oldest due message waits for a relay. */
  relayLagS: number;
  /** Processes that have just been heard of, by service. */
  processes: { service: string; count: number }[];
  /** Services that take messages and of which no process lives. */
  missing: string[];
  databaseBytes: number;
  /** Start of the latest call; null: there are none. */
  lastCallAt: Date | null;
}

const countMessages = async (db: Db): Promise<{ live: number; bulk: number; parked: number }> => {
  const [row] = await db.$queryRaw<{ live: number; bulk: number; parked: number }[]>`
    SELECT count(*) FILTER (WHERE next_send_at IS NOT NULL AND priority = 0)::int AS live,
      count(*) FILTER (WHERE next_send_at IS NOT NULL AND priority > 0)::int AS bulk,
      count(*) FILTER (WHERE next_send_at IS NULL)::int AS parked
    FROM outbox`;
  return row ?? { live: 0, bulk: 0, parked: 0 };
};

const listProcesses = (db: Db): Promise<{ service: string; count: number }[]> =>
  db.$queryRaw`
    SELECT service, count(*)::int AS count FROM service_instances
    WHERE seen_at > now() - ${ALIVE_WITHIN_S} * interval '1 second'
    GROUP BY service ORDER BY service`;

const readDatabase = async (db: Db): Promise<{ bytes: bigint; last_call_at: Date | null }> => {
  const [row] = await db.$queryRaw<{ bytes: bigint; last_call_at: Date | null }[]>`
    SELECT pg_database_size(current_database()) AS bytes, (SELECT max(call_date) FROM calls) AS last_call_at`;
  return row ?? { bytes: 0n, last_call_at: null };
};

/** Figures from the database: nothing here asks a service or grows with the calls (the outbox holds what is on its way). */
export const readSystemState = async (db: Db): Promise<SystemState> => {
  const active = await db.lmRuleset.findFirst({ where: { state: 'active' }, select: { tag: true } });
  const { parked, ...waiting } = await countMessages(db);
  const processes = await listProcesses(db);
  const { bytes, last_call_at: lastCallAt } = await readDatabase(db);
  return {
    activeTag: active?.tag ?? null,
    shadows: await db.lmRuleset.count({ where: { state: 'shadow' } }),
    waiting,
    parked,
    relayLagS: await readRelayLag(db),
    processes,
    missing: QUEUE_NAMES.filter((name) => !processes.some(({ service }) => service === name)),
    databaseBytes: Number(bytes),
    lastCallAt,
  };
};
