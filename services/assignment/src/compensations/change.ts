import type { CompensationState, RecordState, Subject } from '@perezvon/contracts';
import type { Change } from '@perezvon/messaging';
import type { Compensation } from './store.js';

/** Where the log files a compensation: under its number and its call. */
export const subjectOf = ({ id, historyId }: Pick<Compensation, 'id' | 'historyId'>): Subject => ({
  kind: 'compensation',
  id: String(id),
  historyId,
});

/** What the log keeps of a compensation: how much, why, and both who asked for it and who decided. */
export const recordOf = (
  { amountKopecks, reason, proposedById }: Omit<Compensation, 'id' | 'historyId' | 'state'>,
  {
    state,
    decidedById = null,
    noteId = null,
  }: { state: CompensationState; decidedById?: number | null; noteId?: number | null },
): RecordState => ({
  compensationState: state,
  amountKopecks,
  compensationReason: reason,
  proposedById,
  decidedById,
  ...(noteId !== null && { noteId }),
});

interface End {
  state: Exclude<CompensationState, 'proposed'>;
  decidedById: number;
  noteId?: number | null;
}

/** A decision in the log: one line with both people. */
export const decisionChange = (compensation: Compensation, end: End): Change => ({
  // The log shows what has changed: of a decision all of it is worth reading.
  before: { compensationState: compensation.state },
  after: recordOf(compensation, end),
  subject: subjectOf(compensation),
});
