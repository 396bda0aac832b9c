import {
  callMatchDue,
  callReceived,
  type Envelope,
  type EventBody,
  type Priority,
} from '@perezvon/contracts';
import { withTransaction, type DbClient, type Tx } from '@perezvon/db';
import { addressEvent, insertOutbox } from '@perezvon/messaging';
import type { CallRow } from './call-row.js';
import { upsertCalls, upsertTranscripts, type WrittenCall } from './calls.js';
import { listMatchedBefore } from './matched-calls.js';
import { storeSaidPhones } from './said-phones.js';
import { isWriteConflict } from './passing-trouble.js';

/** What writing a batch needs. */
export interface BatchDeps {
  db: DbClient;
  now: () => Date;
}

const ATTEMPTS = 3;
/** A full batch of the longest transcripts on a slow disk. */
const TRANSACTION_TIMEOUT_MS = 60_000;

/** The id names call and revision: however often it is delivered, each revision is published once. */
const published = (source: 'call' | 'match', { historyId, revision }: WrittenCall, at: Date): Envelope => {
  const event = { call: callReceived, match: callMatchDue }[source];
  return {
    id: `${source}-${historyId}-r${revision}`,
    causedBy: null,
    actorId: null,
    origin: null,
    at: at.toISOString(),
    ...(event.of({ historyId, revision }) satisfies EventBody),
  };
};

/** Whether a call can be a call-back, or explain one that is there: most calls can not, and are not worth a message. */
const concernsCallbacks = ({ call, phone, saidPhones }: CallRow): boolean =>
  (call.direction === 'outbound' && phone !== null) || saidPhones.length > 0;

/** What to tell of the calls that were written. */
const announce = async (
  tx: Tx,
  rows: readonly CallRow[],
  { written, at }: { written: readonly WrittenCall[]; at: Date },
): Promise<Envelope[]> => {
  const rowOf = new Map(rows.map((row) => [row.call.history_id, row]));
  const matchedBefore = await listMatchedBefore(tx, written);
  return written.flatMap((call) => {
    const row = rowOf.get(call.historyId);
    const isDue = matchedBefore.has(call.historyId) || (row !== undefined && concernsCallbacks(row));
    return [published('call', call, at), ...(isDue ? [published('match', call, at)] : [])];
  });
};

/** Accepting means durable, also where the server's own setting trades that for speed. */
const makeCommitDurable = (tx: Tx): Promise<number> =>
  tx.$executeRaw`
    SELECT set_config('synchronous_commit', 'on', true) WHERE current_setting('synchronous_commit') = 'off'`;

const writeBatch = (rows: readonly CallRow[], priority: Priority, deps: BatchDeps): Promise<number> =>
  withTransaction(
    deps.db,
    async (tx) => {
      await makeCommitDurable(tx);
      const written = await upsertCalls(tx, rows);
      const ids = new Set(written.map(({ historyId }) => historyId));
      const changed = rows.filter(({ call }) => ids.has(call.history_id));
      await upsertTranscripts(tx, changed);
      await storeSaidPhones(tx, changed, written);
      const events = await announce(tx, changed, { written, at: deps.now() });
      await insertOutbox(
        tx,
        events.flatMap((event) => addressEvent(event, priority)),
      );
      return written.length;
    },
    { timeoutMs: TRANSACTION_TIMEOUT_MS },
  );

/**
 * Stores calls, each with another id, together with what tells the scoring of them: one transaction, on disk
 * when this resolves.
 * @returns how many were new or a new revision; the others were duplicates
 * @throws the database's error when it does not take them: none of the batch was stored
 */
export const storeBatch = async (
  rows: readonly CallRow[],
  priority: Priority,
  deps: BatchDeps,
): Promise<number> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await writeBatch(rows, priority, deps);
    } catch (error) {
      if (attempt === ATTEMPTS || !isWriteConflict(error)) throw error;
    }
  }
};
