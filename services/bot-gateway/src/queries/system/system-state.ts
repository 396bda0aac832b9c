import { SERVICES } from '@perezvon/contracts';
import type { Db } from '@perezvon/db';
import { ALIVE_WITHIN_S, readRelayLag } from '@perezvon/service';
import { readQueueLoads, type QueueLoad } from './queue-load.js';

/** The living processes of one service. */
export interface ServiceProcesses {
  service: string;
  /** 0: nobody does its work. */
  count: number;
  /** Start of the oldest of them; null: there is none. */
  since: Date | null;
}

/** One run of `npm run import`. */
export interface ImportRun {
  startedAt: Date;
  /** null: it runs, or it broke off. */
  finishedAt: Date | null;
  accepted: number;
  duplicates: number;
  rejected: number;
}

/** What a developer looks at first when something is slow. */
export interface SystemState {
  /** Tag of the version that decides; null: none is stored yet. */
  activeTag: string | null;
  /** Versions in shadow. */
  shadows: number;
  /** Every queue, empty ones too. */
  loads: QueueLoad[];
  /** There are more messages than were counted. */
  isCut: boolean;
  /** Seconds that the oldest due message waits for a relay. */
  relayLagS: number;
  /** Every service that should live. */
  services: ServiceProcesses[];
  database: { bytes: number; answeredInMs: number };
  /** Start of the latest call; null: there are none. */
  lastCallAt: Date | null;
  /** null: nobody imported a file yet. */
  lastImport: ImportRun | null;
}

const listServices = async (db: Db): Promise<ServiceProcesses[]> => {
  const alive = await db.$queryRaw<ServiceProcesses[]>`
    SELECT service, count(*)::int AS count, min(started_at) AS since FROM service_instances
    WHERE seen_at > now() - ${ALIVE_WITHIN_S} * interval '1 second'
    GROUP BY service`;
  return SERVICES.map(
    (service) => alive.find((row) => row.service === service) ?? { service, count: 0, since: null },
  );
};

/** How long the database takes for a question that costs it nothing. */
const measureAnswer = async (db: Db): Promise<number> => {
  const askedAt = performance.now();
  await db.$queryRaw`SELECT 1`;
  return performance.now() - askedAt;
};

const readSizes = async (db: Db): Promise<{ bytes: bigint; last_call_at: Date | null }> => {
  const [row] = await db.$queryRaw<{ bytes: bigint; last_call_at: Date | null }[]>`
    SELECT pg_database_size(current_database()) AS bytes, (SELECT max(call_date) FROM calls) AS last_call_at`;
  return row ?? { bytes: 0n, last_call_at: null };
};

/** Figures from the database: nothing here asks a service or grows with the calls. */
export const readSystemState = async (db: Db): Promise<SystemState> => {
  const answeredInMs = await measureAnswer(db);
  const active = await db.lmRuleset.findFirst({ where: { state: 'active' }, select: { tag: true } });
  const { bytes, last_call_at: lastCallAt } = await readSizes(db);
  return {
    activeTag: active?.tag ?? null,
    shadows: await db.lmRuleset.count({ where: { state: 'shadow' } }),
    ...(await readQueueLoads(db)),
    relayLagS: await readRelayLag(db),
    services: await listServices(db),
    database: { bytes: Number(bytes), answeredInMs },
    lastCallAt,
    lastImport: await db.callImport.findFirst({
      orderBy: { id: 'desc' },
      select: { startedAt: true, finishedAt: true, accepted: true, duplicates: true, rejected: true },
    }),
  };
};
