import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SimulatorDeps } from '../deps.js';
import { statusOf } from '../error-code.js';
import type { Fault } from '../faults.js';
import { ApiError, errorBody } from './api-error.js';
import type { Method } from './define-method.js';
import { findMethod } from './methods/index.js';
import { readInput } from './read-input.js';
import type { UpdateFeed } from './update-feed.js';
import type { WebhookDelivery } from './webhook-delivery.js';

export interface BotApiDeps extends SimulatorDeps {
  token: string;
  feed: UpdateFeed;
  delivery: WebhookDelivery;
  takeFault: (method: string) => Fault | null;
}

interface CallRoute {
  Params: { token: string; method: string };
}
interface FileRoute {
  Params: { token: string; path: string };
}

/** Aborted when the answer is out or the bot hung up before. */
const endOf = (reply: FastifyReply): AbortSignal => {
  const controller = new AbortController();
  reply.raw.once('close', () => controller.abort());
  return controller.signal;
};

/** @throws ApiError for the faults that are answers */
const carryOut = async (
  method: Method,
  fault: Fault | null,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  deps: BotApiDeps,
) => {
  if (fault?.kind === 'too-many-requests') {
    const { retryAfterS } = fault;
    throw new ApiError(429, `Too Many Requests: retry after ${retryAfterS}`, retryAfterS);
  }
  if (fault?.kind === 'bad-request') throw new ApiError(400, fault.description);
  if (fault?.kind === 'server-error') throw new ApiError(500, 'Internal Server Error');
  const input = await readInput(request);
  if (fault?.kind === 'dropped' && !fault.carriedOut) return null;
  return method(input, { ...deps, signal: endOf(reply) });
};

const answerCall = async (request: FastifyRequest<CallRoute>, reply: FastifyReply, deps: BotApiDeps) => {
  const { token, method: name } = request.params;
  if (token !== deps.token) throw new ApiError(401, 'Unauthorized');
  const method = findMethod(name);
  if (!method) throw new ApiError(404, 'Not Found: method not found');
  const fault = deps.takeFault(name);
  const result = await carryOut(method, fault, { request, reply }, deps);
  if (fault?.kind !== 'dropped') return { ok: true, result };
  reply.hijack();
  request.raw.socket.destroy();
  return reply;
};

const sendFile = async (request: FastifyRequest<FileRoute>, reply: FastifyReply, deps: BotApiDeps) => {
  if (request.params.token !== deps.token) throw new ApiError(401, 'Unauthorized');
  // Looked up by name among the kept files, so a path from outside never reaches the disk.
  const file = [...deps.store.state.files.values()].find(({ path }) => path === request.params.path);
  const bytes = file ? await deps.files.read(file.path) : null;
  if (!bytes) throw new ApiError(404, 'Not Found');
  return reply.type('application/octet-stream').send(bytes);
};

const HTTP_TEXTS: Readonly<Record<number, string>> = {
  400: "Bad Request: can't parse the request",
  413: 'Request Entity Too Large',
  415: 'Bad Request: unsupported content type',
};

const toApiError = (error: unknown): ApiError | null => {
  if (error instanceof ApiError) return error;
  const status = statusOf(error);
  const text = HTTP_TEXTS[status];
  return text === undefined ? null : new ApiError(status, text);
};

/** `/bot<token>/<method>` and `/file/bot<token>/<path>`, refusing in Telegram's words. */
export const botApiRoutes = async (app: FastifyInstance, deps: BotApiDeps): Promise<void> => {
  await app.register(multipart);
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(body.toString()))),
  );
  app.setErrorHandler((error, request, reply) => {
    const refusal = toApiError(error) ?? new ApiError(500, 'Internal Server Error');
    if (refusal.code >= 500 && !(error instanceof ApiError)) {
      deps.log.error({ err: error, route: request.routeOptions.url }, 'simulator call failed');
    }
    return reply.code(refusal.code).send(errorBody(refusal));
  });
  app.addHook('onRequest', async (request) => {
    // Bots never send one: a web page in somebody's browser does.
    if (request.headers.origin !== undefined) throw new ApiError(403, 'Forbidden');
  });
  app.route<CallRoute>({
    method: ['GET', 'POST'],
    url: '/bot:token/:method',
    handler: (request, reply) => answerCall(request, reply, deps),
  });
  app.get<FileRoute>('/file/bot:token/:path', (request, reply) => sendFile(request, reply, deps));
};
