import type { DbClient } from '@perezvon/db';

/** What a test says of an entry; the rest is as for an assignment that was given. */
interface Line {
  actorId: number | null;
  action?: string;
  historyId?: number;
  outcome?: 'done' | 'denied' | 'failed';
  reason?: string;
  before?: Record<string, string | number | boolean | null>;
  after?: Record<string, string | number | boolean | null>;
  subject?: { kind: string; id: string };
  at?: Date;
}

/** Appends entries, a minute after each other unless said. Their hashes are no hashes: the chain is not looked at. */
export const givenLog = async (db: DbClient, ...entries: Line[]): Promise<void> => {
  let seq = await db.adminActionLog.count();
  for (const {
    actorId,
    action = 'assignment.create',
    historyId,
    outcome = 'done',
    reason,
    before,
    after,
    subject,
    at,
  } of entries) {
    seq += 1;
    await db.adminActionLog.create({
      data: {
        seq,
        messageId: `tg-${seq}.1`,
        at: at ?? new Date(Date.UTC(2026, 10, 24, 9, seq)),
        actorId,
        action,
        subjectKind: subject?.kind ?? 'call',
        subjectId: subject?.id ?? String(historyId),
        historyId: historyId ?? null,
        outcome,
        reason: reason ?? null,
        ...(before && { before }),
        ...(after && { after }),
        prevHash: Buffer.alloc(32),
        hash: Buffer.alloc(32),
      },
    });
  }
};
