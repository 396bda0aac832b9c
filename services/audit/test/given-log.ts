import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { actionDenied, adminAction, type Envelope } from '@perezvon/contracts';
import type { DbClient } from '@perezvon/db';
import { clockAt, silentLog } from '@perezvon/db/testing';
import { processMessage } from '@perezvon/messaging';
import { handlers } from '../src/handlers.js';

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

export const append = (db: DbClient, message: Envelope) =>
  processMessage('audit', message, handlers, { db, now: clockAt(NOW), log: silentLog });

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

/** An empty PEREZVON_HOME. */
export const givenHome = (): Promise<string> => mkdtemp(join(tmpdir(), 'perezvon-audit-test-'));
