import { Turn, type Evidence } from '@perezvon/contracts';
import type { Db } from '@perezvon/db';
import { z } from 'zod';
import { readEvidence } from '@perezvon/db/calls';

export interface Transcript {
  historyId: number;
  callDate: Date;
  /** Nobody talked: nothing will ever come. */
  isSilent: boolean;
  /** null: there is no transcript yet; []: there is one and it is empty. */
  turns: readonly Turn[] | null;
  evidence: readonly Evidence[];
}

/** The words of one call with what the current score quotes from them; null: there is no such call. */
export const findTranscript = async (db: Db, historyId: number): Promise<Transcript | null> => {
  const call = await db.call.findUnique({
    where: { historyId },
    select: {
      callDate: true,
      talkDuration: true,
      transcript: { select: { turns: true } },
      scores: { where: { isCurrent: true }, take: 1, select: { evidence: true } },
    },
  });
  if (!call) return null;
  return {
    historyId,
    callDate: call.callDate,
    isSilent: call.talkDuration === 0,
    turns: call.transcript && z.array(Turn).parse(call.transcript.turns),
    evidence: readEvidence(call.scores[0]?.evidence ?? []),
  };
};
