import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { actionDenied, adminAction, type Envelope } from '@perezvon/contracts';
import type { DbClient } from '@perezvon/db';
import { clockAt, silentLog } from '@perezvon/db/testing';
import { processMessage } from '@perezvon/messaging';
import { GENESIS, hashOf } from '../src/domain/chain.js';
import { handlersWith } from '../src/handlers.js';
import { listRowsAfter } from '../src/store/log.js';

export const NOW = '2026-11-24T09:00:00.000Z';
const SUBJECT = { kind: 'assignment', id: '7', historyId: 500_123 } as const;

const envelope = (id: string, actorId: number) => ({ id, actorId, causedBy: null, origin: null, at: NOW });

/** Somebody did something. */
export const action = (id: string, actorId = 1): Envelope => ({
  ...adminAction.of({
    action: 'assignment.complete',
    subject: SUBJECT,
    actorRole: 'operator',
    before: { state: 'in_progress', result: null },
    after: { state: 'done', result: 'booked' },
  }),
  ...envelope(id, actorId),
});

/** Somebody was refused something. */
export const denial = (id: string, actorId = 1): Envelope => ({
  ...actionDenied.of({
    action: 'assignment.cancel',
    subject: { kind: 'assignment', id: '7' },
    actorRole: 'operator',
    reason: 'permission.missing',
  }),
  ...envelope(id, actorId),
});

/** Hands one message to the service. `home`: its PEREZVON_HOME, which only a check reads. */
export const append = (db: DbClient, message: Envelope, home = tmpdir()) =>
  processMessage('audit', message, handlersWith({ home, log: silentLog }), {
    db,
    now: clockAt(NOW),
    log: silentLog,
  });

/** Appends `count` entries, one after the other. */
export const givenLog = async (db: DbClient, count: number): Promise<void> => {
  for (let number = 1; number <= count; number += 1) await append(db, action(`tg-${number}.1`));
};

/** Runs statements as somebody who owns the database and has switched the log's triggers off. */
export const tamper = async (db: DbClient, ...statements: string[]): Promise<void> => {
  await db.$transaction(async (tx) => {
    await tx.$executeRawUnsafe('ALTER TABLE admin_action_logs DISABLE TRIGGER ALL');
    for (const statement of statements) await tx.$executeRawUnsafe(statement);
    await tx.$executeRawUnsafe(
      'ALTER TABLE admin_action_logs ENABLE ALWAYS TRIGGER admin_action_logs_append_only',
    );
    await tx.$executeRawUnsafe(
      'ALTER TABLE admin_action_logs ENABLE ALWAYS TRIGGER admin_action_logs_no_truncate',
    );
  });
};

/** A long log, written at once: the chain is the same as if it had grown. */
export const givenPages = async (db: DbClient, count: number): Promise<void> => {
  await db.$executeRawUnsafe(`
    INSERT INTO admin_action_logs (seq, message_id, at, action, subject_kind, subject_id, outcome, prev_hash, hash)
    SELECT i, 'm' || i, '2026-11-24T09:00:00Z', 'user.block', 'user', i::text, 'done', '\\x00', '\\x00' FROM generate_series(1, ${count}) i`);
  let previous = GENESIS.hash;
  const links: [bigint, string, string][] = [];
  for (const row of await listRowsAfter(db, { seq: 0n, limit: count })) {
    const hash = hashOf(previous, row);
    links.push([row.seq, Buffer.from(previous).toString('hex'), Buffer.from(hash).toString('hex')]);
    previous = hash;
  }
  const values = links.map(([seq, prev, hash]) => `(${seq}, '${prev}', '${hash}')`).join(',');
  await tamper(
    db,
    `UPDATE admin_action_logs l SET prev_hash = decode(v.prev, 'hex'), hash = decode(v.hash, 'hex') FROM (VALUES ${values}) v(seq, prev, hash) WHERE l.seq = v.seq`,
  );
};

/** An empty PEREZVON_HOME. */
export const givenHome = (): Promise<string> => mkdtemp(join(tmpdir(), 'perezvon-audit-test-'));
