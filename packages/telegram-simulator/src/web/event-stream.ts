import type { FastifyReply } from 'fastify';
import type { Signal } from '../signal.js';
import type { LiveEvent } from './live.js';

/** The page connects again this soon after a break, ms. */
const RETRY_MS = 1_000;
/** Keeps proxies and the browser from taking a quiet stream for a dead one. */
const HEARTBEAT_MS = 20_000;

/** Server-sent events until the page leaves or the server closes its connections. */
export const streamEvents = (reply: FastifyReply, events: Signal<LiveEvent>): void => {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  raw.write(`retry: ${RETRY_MS}\n\n`);
  const unsubscribe = events.subscribe((event) => raw.write(`data: ${JSON.stringify(event)}\n\n`));
  const heartbeat = setInterval(() => raw.write(': still here\n\n'), HEARTBEAT_MS);
  raw.once('close', () => {
    clearInterval(heartbeat);
    unsubscribe();
  });
};
