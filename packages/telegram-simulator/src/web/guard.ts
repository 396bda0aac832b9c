import type { FastifyInstance } from 'fastify';

const LOCAL_HOST = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i;
const READ_METHODS = new Set(['GET', 'HEAD']);

/**
 * Refuses what comes by a foreign name (DNS rebinding), before any route.
 * Listening on the loopback interface alone does not stop a web page in a browser on the same machine.
 */
export const refuseForeignHosts = (app: FastifyInstance): void => {
  app.addHook('onRequest', async (request, reply) => {
    if (!LOCAL_HOST.test(request.headers.host ?? '')) {
      return reply
        .code(403)
        .type('text/plain')
        .send('Open the simulator as http://localhost or http://127.0.0.1\n');
    }
    return undefined;
  });
};

/** What changes something must come from the simulator's own page. */
export const refuseForeignOrigins = (app: FastifyInstance): void => {
  app.addHook('onRequest', async (request, reply) => {
    if (READ_METHODS.has(request.method)) return undefined;
    if (request.headers.origin === `http://${request.headers.host ?? ''}`) return undefined;
    return reply.code(403).send({ error: 'Only the simulator’s own page may do this' });
  });
};
