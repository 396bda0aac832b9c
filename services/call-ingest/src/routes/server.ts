import Fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { addCallRoute, type CallRouteDeps } from './calls.js';
import { discardRest } from './request-body.js';
import { requireToken } from './require-token.js';

export interface IngestServerOptions {
  token: string;
  maxBodyBytes: number;
}

const INTERNAL_ERROR = 500;
const UNSUPPORTED = 415;
/** A body arrives within this time or is broken off; a large one over a slow line takes minutes. */
const REQUEST_TIMEOUT_MS = 600_000;

const messageOf = (error: FastifyError): string =>
  error.statusCode === UNSUPPORTED
    ? 'Send Content-Type application/json or application/x-ndjson.'
    : 'The request could not be read.';

/** The server of `POST /v1/calls` and `/healthz`; it listens to nothing yet. */
export const createIngestServer = (
  { token, maxBodyBytes }: IngestServerOptions,
  deps: CallRouteDeps,
): FastifyInstance => {
  const server = Fastify({ logger: false, requestTimeout: REQUEST_TIMEOUT_MS });

  server.setErrorHandler<FastifyError>((error, request, reply) => {
    const status = error.statusCode ?? INTERNAL_ERROR;
    if (status >= INTERNAL_ERROR) deps.log.error({ requestId: request.id, err: error }, 'request failed');
    return reply.code(status).send({
      error: status >= INTERNAL_ERROR ? 'internal_error' : error.code,
      message: status >= INTERNAL_ERROR ? 'Something went wrong: send the request again.' : messageOf(error),
    });
  });
  server.addHook('onResponse', async (request) => {
    if (!request.raw.complete) discardRest(request.raw);
  });

  server.get('/healthz', () => ({ status: 'ok' }));
  void server.register(async (authorised) => {
    authorised.addHook('onRequest', requireToken(token));
    addCallRoute(authorised, maxBodyBytes, deps);
  });
  return server;
};
