import { Envelope, exportCancel, exportCreate, type ExportContent } from '@perezvon/contracts';
import type { DbClient } from '@perezvon/db';
import { clockAt, givenClinic, silentLog, testDatabase, type Clinic } from '@perezvon/db/testing';
import { processMessage } from '@perezvon/messaging';
import { outboxMessages } from '@perezvon/messaging/testing';
import type { z } from 'zod';
import { readExportTexts } from '../../src/exports/index.js';
import { handlersWith } from '../../src/handlers.js';
import { readCsv } from './read-files.js';

type Order = z.input<(typeof exportCreate)['payload']>;

/** The reporting service without queues: messages are processed as its consumer does, one at a time. */
export interface Bench {
  db: DbClient;
  clinic: Clinic;
  /** Asks for an export. @returns null when it was accepted, else the reason of the refusal */
  ask: (actor: { id: number }, order: Partial<Order>) => Promise<string | null>;
  cancel: (actor: { id: number }, exportId: number) => Promise<string | null>;
  /** Makes the files that were asked for and not made yet. */
  make: () => Promise<void>;
  /** The file of the newest export. */
  file: () => Promise<Buffer>;
  /** Its table by its headers; CSV only. */
  rows: () => Promise<Record<string, string>[]>;
  newest: () => ReturnType<DbClient['export']['findFirstOrThrow']>;
  /** Everything else of a delivery. */
  deps: Parameters<typeof handlersWith>[0];
}

export const NOW = '2026-11-24T09:00:00Z';
const ORDER: Order = { content: 'complaint', columns: 'main', format: 'csv', days: 7 };

/** Sums have no choice of columns. */
const columnsOf = (content: ExportContent | undefined): Partial<Order> =>
  content === 'day' || content === 'source' || content === 'metric' ? { columns: null } : {};

export const openBench = async (now = clockAt(NOW)): Promise<Bench> => {
  const { db } = await testDatabase();
  const clinic = await givenClinic(db);
  const texts = readExportTexts((problem) => {
    throw new Error(problem);
  });
  const deps = { db, now, log: silentLog, timezone: 'Europe/Moscow', texts };
  const handlers = handlersWith(deps);
  let last = 0;

  const carryOut = async (intent: Envelope): Promise<string | null> => {
    const result = await processMessage('reporting', intent, handlers, deps);
    if (result === 'done') return null;
    const denied = (await outboxMessages(db)).findLast(({ causedBy }) => causedBy === intent.id);
    return denied ? String(Object(denied.payload).reason) : result;
  };
  const context = ({ id: actorId }: { id: number }) => ({ id: `tg-${(last += 1)}`, actorId, at: now() });
  const newest = () => db.export.findFirstOrThrow({ orderBy: { id: 'desc' } });
  const file = async () => {
    const { id: exportId } = await newest();
    const chunks = await db.exportChunk.findMany({ where: { exportId }, orderBy: { number: 'asc' } });
    return Buffer.concat(chunks.map(({ content }) => content));
  };

  return {
    db,
    clinic,
    deps,
    newest,
    ask: (actor, order) =>
      carryOut(exportCreate.of({ ...ORDER, ...columnsOf(order.content), ...order }, context(actor))),
    cancel: (actor, exportId) => carryOut(exportCancel.of({ exportId }, context(actor))),
    make: async () => {
      const waiting = await db.outbox.findMany({ where: { queue: 'reporting' }, orderBy: { id: 'asc' } });
      for (const { message } of waiting)
        await processMessage('reporting', Envelope.parse(message), handlers, deps);
    },
    file,
    rows: async () => {
      const [headers = [], ...rows] = readCsv(await file());
      return rows.map((row) =>
        Object.fromEntries(headers.map((header, index) => [header, row[index] ?? ''])),
      );
    },
  };
};
