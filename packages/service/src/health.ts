import type { Stop } from '@perezvon/messaging';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Readiness } from './readiness.js';

const SERVICE_UNAVAILABLE = 503;
const EVERY_INTERFACE = '0.0.0.0';
const PROMETHEUS_TEXT = 'text/plain; version=0.0.4; charset=utf-8';

/** What the three addresses answer with. */
export interface HealthSources {
  readiness: () => Promise<Readiness>;
  /** The metrics in Prometheus' text format. */
  metrics: () => Promise<string>;
}

/**
 * Adds `/healthz` (the process answers), `/readyz` (it can work: 200, else 503 with the checks that failed) and
 * `/metrics`. They need no password, so they tell names and numbers only.
 */
export const addHealthRoutes = (server: FastifyInstance, { readiness, metrics }: HealthSources): void => {
  server.get('/healthz', () => ({ status: 'ok' }));
  server.get('/readyz', async (_request, reply) => {
    const { ready, state, checks } = await readiness();
    if (!ready) reply.code(SERVICE_UNAVAILABLE);
    return { status: ready ? 'ready' : 'not ready', state, checks };
  });
  server.get('/metrics', async (_request, reply) => {
    reply.type(PROMETHEUS_TEXT);
    return metrics();
  });
};

/**
 * Answers the health addresses on `port` of every interface, for probes from outside the container.
 * @returns the port it got (another than `port` only for 0) and how to stop
 * @throws when the port is in use
 */
export const startHealthServer = async (
  port: number,
  sources: HealthSources,
): Promise<{ port: number; stop: Stop }> => {
  const server = Fastify({ logger: false });
  addHealthRoutes(server, sources);
  await server.listen({ port, host: EVERY_INTERFACE });
  const [bound] = server.addresses();
  return { port: typeof bound === 'object' ? bound.port : port, stop: () => server.close() };
};
