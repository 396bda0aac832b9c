import { CallbackPromise } from '@perezvon/contracts';
import type { Db } from '@perezvon/db';

/** The outgoing call that answered a promise. */
interface PromiseAnswer {
  historyId: number;
  callDate: Date;
  /** Long enough, and with a person. */
  isTalk: boolean;
}

/** A promise to call back, as it stands. */
export interface CardPromise {
  callDate: Date;
  dueAt: Date;
  isTimeSaid: boolean;
  state: 'open' | 'kept' | 'broken' | 'unverifiable';
  operator: string | null;
  /** In time where it is kept, too late where it is broken; null: nobody called. */
  answer: PromiseAnswer | null;
  assignmentId: number | null;
  dismissedAt: Date | null;
  /** What the operator said; null: the current score does not say it any more. */
  quote: string | null;
}

const findAnswer = async (
  db: Db,
  historyId: bigint,
): Promise<Pick<PromiseAnswer, 'historyId' | 'callDate'> | null> => {
  const call = await db.call.findUnique({ where: { historyId }, select: { callDate: true } });
  return call && { historyId: Number(historyId), callDate: call.callDate };
};

/** What the operator of a call promised; null: nothing. */
export const findPromise = async (db: Db, historyId: number): Promise<CardPromise | null> => {
  const row = await db.callPromise.findUnique({
    where: { historyId },
    select: {
      callDate: true,
      dueAt: true,
      isTimeSaid: true,
      state: true,
      operator: true,
      keptByCall: true,
      isTalk: true,
      assignmentId: true,
      dismissedAt: true,
      call: { select: { scores: { where: { isCurrent: true }, take: 1, select: { promise: true } } } },
    },
  });
  if (row === null) return null;
  const { keptByCall, isTalk, call, ...promise } = row;
  const answer = keptByCall === null ? null : await findAnswer(db, keptByCall);
  return {
    ...promise,
    answer: answer && { ...answer, isTalk },
    quote: CallbackPromise.safeParse(call.scores[0]?.promise).data?.quote ?? null,
  };
};
