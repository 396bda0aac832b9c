import type { Stop } from '@perezvon/messaging';
import { addHealthRoutes, readOrCreateSecret, type ServiceDeps } from '@perezvon/service';
import Fastify from 'fastify';
import { addBoard, BOARD_PATH } from './board.js';
import { OPS_PASSWORD_BYTES, OPS_PASSWORD_SECRET, type QueueBoardConfig } from './config.js';
import { readBoardMetrics } from './metrics/board-metrics.js';
import { shareFor } from './share-for.js';

const EVERY_INTERFACE = '0.0.0.0';
/** Prometheus asks every 15 s, a person's browser as often as it likes. */
const METRICS_AT_MOST_EVERY_MS = 5_000;
const READINESS_AT_MOST_EVERY_MS = 1_000;

const passwordOf = ({ OPS_PASSWORD, PEREZVON_HOME }: QueueBoardConfig): Promise<string> =>
  OPS_PASSWORD === undefined
    ? readOrCreateSecret(PEREZVON_HOME, OPS_PASSWORD_SECRET, { bytes: OPS_PASSWORD_BYTES })
    : Promise.resolve(OPS_PASSWORD);

/**
 * Serves the queue board (with a password) and the product's metrics and health (without one) on OPS_PORT.
 * @returns the port it got (another than OPS_PORT only for 0) and how to stop
 * @throws when the port is in use
 */
export const startBoardServer = async (
  deps: ServiceDeps,
  config: QueueBoardConfig,
): Promise<{ port: number; stop: Stop }> => {
  const server = Fastify({ logger: false, forceCloseConnections: true });
  addHealthRoutes(server, {
    readiness: shareFor(READINESS_AT_MOST_EVERY_MS, () => deps.readiness()),
    metrics: shareFor(METRICS_AT_MOST_EVERY_MS, () => readBoardMetrics(deps)),
  });
  server.get('/', (_request, reply) => reply.redirect(BOARD_PATH));
  await addBoard(server, {
    queues: deps.queues,
    credentials: { user: config.OPS_USER, password: await passwordOf(config) },
    canWrite: config.OPS_BOARD_WRITE,
  });

  await server.listen({ port: config.OPS_PORT, host: EVERY_INTERFACE });
  const [bound] = server.addresses();
  return { port: typeof bound === 'object' ? bound.port : config.OPS_PORT, stop: () => server.close() };
};

export const start = async (deps: ServiceDeps, config: QueueBoardConfig): Promise<Stop> => {
  const { port, stop } = await startBoardServer(deps, config);
  deps.log.info({ port, canWrite: config.OPS_BOARD_WRITE }, 'queue board answers');
  return stop;
};
