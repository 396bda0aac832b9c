import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import { QUEUE_NAMES } from '@perezvon/contracts';
import type { Queues } from '@perezvon/messaging';
import { Queue } from 'bullmq';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { createBasicAuth, type Credentials } from './basic-auth.js';

export const BOARD_PATH = '/queues';
const UNAUTHORIZED = 401;
const FORBIDDEN = 403;
const METHOD_NOT_ALLOWED = 405;
const READING_METHODS = ['GET', 'HEAD'];

export interface BoardOptions {
  queues: Queues;
  credentials: Credentials;
  /** Whether jobs can be retried, promoted and removed. */
  canWrite: boolean;
}

const isReading = ({ method }: FastifyRequest): boolean => READING_METHODS.includes(method);

/** A browser says where a request comes from; the password it sends along by itself must not serve other sites. */
const isFromElsewhere = ({ headers }: FastifyRequest): boolean => {
  const site = headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
};

const guard = (server: FastifyInstance, { credentials, canWrite }: BoardOptions): void => {
  const isAllowed = createBasicAuth(credentials);
  server.addHook('onRequest', async (request, reply) => {
    if (!isAllowed(request.headers.authorization))
      return reply
        .code(UNAUTHORIZED)
        .header('www-authenticate', 'Basic realm="Perezvon queues", charset="UTF-8"')
        .send({ error: 'user and password of the queue board are required' });
    if (isReading(request)) return undefined;
    // Bull Board refuses writes by itself as well; this holds for addresses it may add later.
    if (!canWrite)
      return reply.code(METHOD_NOT_ALLOWED).send({ error: 'the board is read-only: set OPS_BOARD_WRITE=on' });
    if (isFromElsewhere(request))
      return reply.code(FORBIDDEN).send({ error: 'writes from other sites are refused' });
    return undefined;
  });
};

/** Bull Board's types name BullMQ's Redis queue, though what it calls every backend offers: only the class counts. */
const boardQueue = (queue: unknown, isReadOnly: boolean): BullMQAdapter => {
  if (!(queue instanceof Queue)) throw new TypeError('Bull Board shows queues of its own BullMQ only');
  return new BullMQAdapter(queue, { readOnlyMode: isReadOnly });
};

/**
 * Adds Bull Board for every queue under `/queues`, behind a password. Jobs hold ids only, so the board shows no
 * personal data.
 */
export const addBoard = async (server: FastifyInstance, options: BoardOptions): Promise<void> => {
  const adapter = new FastifyAdapter();
  adapter.setBasePath(BOARD_PATH);
  createBullBoard({
    serverAdapter: adapter,
    queues: QUEUE_NAMES.map((name) => boardQueue(options.queues.queue(name), !options.canWrite)),
    options: { uiConfig: { boardTitle: 'Perezvon' } },
  });
  await server.register(async (guarded) => {
    guard(guarded, options);
    await guarded.register(adapter.registerPlugin(), { prefix: BOARD_PATH });
  });
};
