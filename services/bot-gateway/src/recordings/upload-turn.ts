import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { withTransaction } from '@perezvon/db';
import type { GatewayDeps } from '../deps.js';
import {
  claimFile,
  findKnownFile,
  releaseClaim,
  renewClaim,
  type FileKey,
  type KnownFile,
} from '../store/telegram-files.js';

/** A process that has not renewed its claim for so long is gone: the next one takes over. */
const CLAIM_S = 15;
const RENEW_EVERY_MS = 4_000;
/** How soon who waits for another's upload notices that it is there. */
const LOOK_EVERY_MS = 300;

/** Whose turn it is: Telegram has the recording, or this process uploads it and everybody else waits. */
export type Turn =
  | { kind: 'known'; file: KnownFile }
  /** `earlier`: what lay at the same place at an earlier revision of the call; null: nothing is known. */
  | { kind: 'mine'; claimId: string; earlier: KnownFile | null };

/**
 * Waits until Telegram has the recording of this revision or nobody is uploading it. One uploads, however many tap
 * at the same moment, also in different processes.
 */
export const takeTurn = async (
  { db }: Pick<GatewayDeps, 'db'>,
  key: FileKey,
  revision: number,
): Promise<Turn> => {
  const claimId = randomUUID();
  const current = (file: KnownFile | null): Turn | null =>
    file !== null && file.revision >= revision ? { kind: 'known', file } : null;
  for (;;) {
    const known = current(await findKnownFile(db, key));
    if (known) return known;
    if (await withTransaction(db, (tx) => claimFile(tx, key, { claimId, forS: CLAIM_S }))) {
      // Looked at again: another's upload may have ended between the look and the claim.
      const file = await findKnownFile(db, key);
      const uploaded = current(file);
      if (!uploaded) return { kind: 'mine', claimId, earlier: file };
      await withTransaction(db, (tx) => releaseClaim(tx, claimId, key));
      return uploaded;
    }
    await pause(LOOK_EVERY_MS);
  }
};

type HoldDeps = Pick<GatewayDeps, 'db' | 'log'>;

const keepRenewing = async (
  { db, log }: HoldDeps,
  { key, claimId, signal }: { key: FileKey; claimId: string; signal: AbortSignal },
  onBeat: () => Promise<void>,
): Promise<void> => {
  try {
    for (;;) {
      await onBeat();
      await pause(RENEW_EVERY_MS, undefined, { signal });
      await withTransaction(db, (tx) => renewClaim(tx, { claimId, forS: CLAIM_S }, key));
    }
  } catch (error) {
    // At the worst somebody else uploads the same recording too.
    if (!signal.aborted)
      log.warn({ err: error, historyId: key.historyId }, 'claim of a recording not renewed');
  }
};

const giveBack = async ({ db, log }: HoldDeps, claimId: string, key: FileKey): Promise<void> => {
  try {
    await withTransaction(db, (tx) => releaseClaim(tx, claimId, key));
  } catch (error) {
    // It runs out by itself; the person has his recording, or knows why not.
    log.warn({ err: error, historyId: key.historyId }, 'claim of a recording not given back');
  }
};

/** Does the work of one's turn, holds the claim as long as it takes, and gives it back also when it fails. */
export const holdTurn = async <T>(
  deps: HoldDeps,
  { key, claimId }: { key: FileKey; claimId: string },
  onBeat: () => Promise<void>,
  work: () => Promise<T>,
): Promise<T> => {
  const over = new AbortController();
  const renewing = keepRenewing(deps, { key, claimId, signal: over.signal }, onBeat);
  try {
    return await work();
  } finally {
    over.abort();
    await renewing;
    await giveBack(deps, claimId, key);
  }
};
