import { createHash, timingSafeEqual } from 'node:crypto';
import type { Log, Stop } from '@perezvon/messaging';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Api } from 'grammy';
import type { Update } from 'grammy/types';
import { z } from 'zod';
import { ALLOWED_UPDATES } from './allowed-updates.js';

/** Telegram's most: a slow chat (an upload of a recording) must not keep the others waiting. */
const MAX_CONNECTIONS = 100;
/** An update is some kilobytes; the longest message with all its entities and buttons stays under this. */
const MAX_BODY_BYTES = 1024 * 1024;
const EVERY_INTERFACE = '0.0.0.0';
const SECRET_HEADER = 'x-telegram-bot-api-secret-token';

const HasUpdateId = z.looseObject({ update_id: z.int().nonnegative() });
const isUpdate = (value: unknown): value is Update => HasUpdateId.safeParse(value).success;
/** What is inside is Telegram's, as with polling: whoever knows the secret is Telegram. */
const TelegramUpdate = z.custom<Update>(isUpdate);

interface WebhookOptions {
  api: Api;
  log: Log;
  /** Where Telegram delivers; the server answers under its path. */
  url: string;
  /** What Telegram shows to prove itself: 1–256 of `A-Za-z0-9_-`. */
  secret: string;
  /** Where the server listens, behind whatever speaks TLS. 0: any free port. */
  port: number;
  /** Does everything that an update asks for; never rejects. */
  handle: (update: Update) => Promise<void>;
}

export interface RunningWebhook {
  port: number;
  /** Takes no more, lets what runs finish and answers it. Telegram keeps the rest for the other gateways, or the next. */
  stop: Stop;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** As long for a near miss as for nonsense: hashes are compared, in constant time. */
const makeSecretCheck = (secret: string): ((shown: unknown) => boolean) => {
  const expected = digest(secret);
  return (shown) => typeof shown === 'string' && timingSafeEqual(digest(shown), expected);
};

const makeServer = ({ log, url, secret, handle }: WebhookOptions): FastifyInstance => {
  const server = Fastify({ logger: false, bodyLimit: MAX_BODY_BYTES });
  const isTelegram = makeSecretCheck(secret);
  // Before the body is read: a stranger gets no further.
  server.addHook('onRequest', async (request, reply) => {
    if (isTelegram(request.headers[SECRET_HEADER])) return undefined;
    log.warn({ route: request.routeOptions.url }, 'webhook called without the secret');
    return reply.code(401).send();
  });
  server.post(new URL(url).pathname, async (request, reply) => {
    const update = TelegramUpdate.safeParse(request.body);
    if (!update.success) return reply.code(400).send();
    await handle(update.data);
    // Only now: a process that dies before is handed the update again, or another gateway is.
    return reply.code(200).send();
  });
  return server;
};

/**
 * Listens for updates and asks Telegram to deliver them here. Several gateways may do so behind one address.
 * @throws when the port is in use, GrammyError when Telegram does not want the address
 */
export const startWebhook = async (options: WebhookOptions): Promise<RunningWebhook> => {
  const { api, log, url, secret } = options;
  const server = makeServer(options);
  await server.listen({ host: EVERY_INTERFACE, port: options.port });
  try {
    await api.setWebhook(url, {
      secret_token: secret,
      allowed_updates: ALLOWED_UPDATES,
      max_connections: MAX_CONNECTIONS,
    });
  } catch (error) {
    await server.close();
    throw error;
  }
  const [bound] = server.addresses();
  const port = typeof bound === 'object' ? bound.port : options.port;
  log.info({ port }, 'telegram delivers updates to the webhook');
  return { port, stop: () => server.close() };
};
