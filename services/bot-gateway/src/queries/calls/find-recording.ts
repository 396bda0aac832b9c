import type { Evidence } from '@perezvon/contracts';
import type { Db } from '@perezvon/db';
import { readEvidence } from '@perezvon/db/calls';

export interface CallRecording {
  historyId: number;
  callDate: Date;
  operator: string | null;
  talkDuration: number | null;
  revision: number;
  /** Where it lies, see `ReadRecording`; null: the call has none. */
  location: string | null;
  evidence: readonly Evidence[];
}

/** Where the recording of one call is and what to listen for; null: there is no such call. */
export const findRecording = async (db: Db, historyId: number): Promise<CallRecording | null> => {
  const call = await db.call.findUnique({
    where: { historyId },
    select: {
      callDate: true,
      revision: true,
      operator: true,
      talkDuration: true,
      recordingUrl: true,
      scores: { where: { isCurrent: true }, take: 1, select: { evidence: true } },
    },
  });
  if (!call) return null;
  const { recordingUrl, scores, ...row } = call;
  return { ...row, historyId, location: recordingUrl, evidence: readEvidence(scores[0]?.evidence ?? []) };
};
