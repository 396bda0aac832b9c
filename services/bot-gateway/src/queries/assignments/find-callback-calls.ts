import type { Outcome } from '@perezvon/contracts';
import type { Db } from '@perezvon/db';

/** What the telephony knows of a callback. */
export interface CallbackCalls {
  /** Outgoing calls to the client since it was given in which nobody was spoken with. */
  attempts: number;
  /** null: there was none. */
  lastAttemptAt: Date | null;
  /** The talk that proves it; null: none does. */
  proof: {
    historyId: number;
    callDate: Date;
    /** The code of who made it; null: not known. */
    operator: string | null;
    /** Seconds; null: not known. */
    talkDuration: number | null;
    /** How it ended, by its current score; null: not scored yet. */
    outcome: Outcome | null;
  } | null;
  /** Whether a number of the client is known: without one nothing can be proven. */
  isProvable: boolean;
}

const PROOF = {
  historyId: true,
  callDate: true,
  operator: true,
  talkDuration: true,
  scores: { where: { isCurrent: true }, take: 1, select: { outcome: true } },
} as const;

const findProof = async (db: Db, historyId: bigint): Promise<CallbackCalls['proof']> => {
  const call = await db.call.findUnique({ where: { historyId }, select: PROOF });
  if (!call) return null;
  const { scores, ...talk } = call;
  return { ...talk, historyId: Number(historyId), outcome: scores[0]?.outcome ?? null };
};

/** The calls that answer a callback since it was given, or given back. */
export const findCallbackCalls = async (
  db: Db,
  { id, verifiedByCall, openedAt }: { id: number; verifiedByCall: bigint | null; openedAt: Date },
  call: { clientPhoneHash: Uint8Array | null; saidPhones: readonly unknown[] } | null,
): Promise<CallbackCalls> => {
  const tried = { assignmentId: id, isProof: false, callDate: { gte: openedAt } };
  const [{ _count: attempts, _max: last }, proof] = await Promise.all([
    db.assignmentCall.aggregate({ where: tried, _count: true, _max: { callDate: true } }),
    verifiedByCall === null ? null : findProof(db, verifiedByCall),
  ]);
  return {
    attempts,
    lastAttemptAt: last.callDate,
    proof,
    isProvable: call !== null && (call.clientPhoneHash !== null || call.saidPhones.length > 0),
  };
};
