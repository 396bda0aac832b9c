import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { CallRecord } from '@perezvon/contracts';
import { createDb, type DbClient } from '@perezvon/db';
import { freePort } from '@perezvon/db/testing';
import type { BenchDatabase } from './servers.js';
import { startServiceProcess } from './service-process.js';
import { perSecond } from './stopwatch.js';

const CALLS_PER_REQUEST = 500;
const POLL_EVERY_MS = 50;
const TOKEN_BYTES = 16;
const ACCEPTED = 202;

export interface CallPathSpeed {
  /** Calls a second that POST /v1/calls has made durable. */
  accepted: number;
  /** Calls a second from the first request to the last stored score. */
  scored: number;
}

interface Ingest {
  url: string;
  token: string;
}

const send = async ({ url, token }: Ingest, calls: readonly CallRecord[]): Promise<void> => {
  for (let sent = 0; sent < calls.length; sent += CALLS_PER_REQUEST) {
    const lines = calls.slice(sent, sent + CALLS_PER_REQUEST).map((call) => JSON.stringify(call));
    const answer = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' },
      body: lines.join('\n'),
    });
    const said = await answer.text();
    if (answer.status !== ACCEPTED) throw new Error(`POST /v1/calls answered ${answer.status}: ${said}`);
  }
};

const untilScored = async (db: DbClient, calls: number, onDone: (calls: number) => void): Promise<void> => {
  for (;;) {
    const scored = await db.callScore.count({ where: { isCurrent: true } });
    onDone(scored);
    if (scored >= calls) return;
    await pause(POLL_EVERY_MS);
  }
};

/**
 * Sends every call to a running call-ingest over HTTP (NDJSON) and waits until a running lm-scoring has stored its
 * score; both are processes of their own, the messages go through outbox, relay and queue.
 */
export const measureCallPath = async (
  database: BenchDatabase,
  redisUrl: string | undefined,
  calls: readonly CallRecord[],
  onDone: (calls: number) => void,
): Promise<CallPathSpeed> => {
  const [port, token] = [await freePort(), randomBytes(TOKEN_BYTES).toString('hex')];
  const env = { DATABASE_URL: database.url, PEREZVON_HOME: database.home, REDIS_URL: redisUrl };
  const db = createDb({ url: database.url });
  const stops = [() => db.$disconnect()];
  try {
    stops.push(await startServiceProcess('lm-scoring', env));
    stops.push(
      await startServiceProcess('call-ingest', { ...env, INGEST_PORT: String(port), INGEST_TOKEN: token }),
    );
    const ingest = { url: `http://127.0.0.1:${port}/v1/calls`, token };
    let accepted = 0;
    const scored = await perSecond(calls.length, async () => {
      accepted = await perSecond(calls.length, () => send(ingest, calls));
      await untilScored(db, calls.length, onDone);
    });
    return { accepted, scored };
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
};
