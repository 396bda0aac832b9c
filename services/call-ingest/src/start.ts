import type { Stop } from '@perezvon/messaging';
import type { ServiceDeps } from '@perezvon/service';
import { Counter } from 'prom-client';
import { ingestToken, phoneKeysOf, type CallIngestConfig } from './config.js';
import { createIngestServer } from './routes/server.js';

const EVERY_INTERFACE = '0.0.0.0';

/** Counts what became of the records that senders sent. */
const countRecords = ({ registry }: ServiceDeps) => {
  const counter = new Counter({
    name: 'perezvon_ingest_records_total',
    help: 'Records received by POST /v1/calls',
    labelNames: ['result'],
    registers: [registry],
  });
  return (counts: { accepted: number; duplicates: number; rejected: number }): void => {
    for (const [result, count] of Object.entries(counts)) counter.inc({ result }, count);
  };
};

/**
 * Takes calls over HTTP until it is stopped; a stop lets the requests under way end.
 * @throws when INGEST_PORT is in use
 */
export const start = async (deps: ServiceDeps, config: CallIngestConfig): Promise<Stop> => {
  const { db, log, now, queues } = deps;
  const count = countRecords(deps);
  const server = createIngestServer(
    { token: await ingestToken(config), maxBodyBytes: config.INGEST_MAX_BODY_BYTES },
    {
      db,
      log,
      now,
      phoneKeys: await phoneKeysOf(config),
      onStored: (counts) => {
        count(counts);
        if (counts.accepted > 0) queues.wakeRelay();
      },
    },
  );
  await server.listen({ port: config.INGEST_PORT, host: EVERY_INTERFACE });
  log.info({ port: config.INGEST_PORT }, 'waiting for calls');
  return () => server.close();
};
