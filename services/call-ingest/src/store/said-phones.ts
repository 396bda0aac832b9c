import type { Tx } from '@perezvon/db';
import type { CallRow } from './call-row.js';
import type { WrittenCall } from './calls.js';

/**
 * Stores the numbers that clients name in the transcripts of calls just written. What an earlier transcript of a call
 * said is forgotten; a call that comes without one keeps what it had, as its transcript does.
 */
export const storeSaidPhones = async (
  tx: Tx,
  rows: readonly CallRow[],
  written: readonly WrittenCall[],
): Promise<void> => {
  const transcribed = new Set(
    rows.filter(({ call }) => call.transcript !== null).map(({ call }) => call.history_id),
  );
  const renewed = written.filter(({ historyId, revision }) => revision > 1 && transcribed.has(historyId));
  if (renewed.length > 0)
    await tx.saidPhone.deleteMany({
      where: { historyId: { in: renewed.map(({ historyId }) => historyId) } },
    });

  const said = rows.flatMap(({ call, saidPhones }) =>
    saidPhones.map((phoneHash) => ({ historyId: call.history_id, phoneHash: new Uint8Array(phoneHash) })),
  );
  if (said.length > 0) await tx.saidPhone.createMany({ data: said, skipDuplicates: true });
};
