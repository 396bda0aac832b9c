import type { Db } from '@perezvon/db';
import {
  CHAIN_DAYS,
  findChainPlaces,
  listChainCalls,
  type ChainCall,
  type ChainPlace,
} from '@perezvon/db/calls';
import { findCallOwners, type CallOwner } from './find-call-owners.js';

/** Another call of the same client, and who acts on it. */
export interface LinkedCall extends ChainCall {
  /** null: it was never given to anybody. */
  owner: CallOwner | null;
}

/** The calls of a call's client within a month. */
export interface Chain extends ChainPlace {
  /** In days: how far apart the calls may be. */
  days: number;
  /** The others, the latest first, at most `MAX_LINKED`. */
  calls: readonly LinkedCall[];
}

/** What one message holds; a client who calls more often is told by their number. */
const MAX_LINKED = 8;

/** The chain of a call; null: there is no such call. */
export const findChain = async (db: Db, historyId: number): Promise<Chain | null> => {
  const [places, calls] = await Promise.all([
    findChainPlaces(db, [historyId]),
    listChainCalls(db, historyId, MAX_LINKED),
  ]);
  const place = places.get(historyId);
  if (!place) return null;
  const owners = await findCallOwners(
    db,
    calls.map((call) => call.historyId),
  );
  return {
    ...place,
    days: CHAIN_DAYS,
    calls: calls.map((call) => ({ ...call, owner: owners.get(call.historyId) ?? null })),
  };
};
