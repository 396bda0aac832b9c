import type { Envelope, RecordState, Role, Subject } from '@perezvon/contracts';

/** What one line of the log says, before it has a place in the chain. */
export interface Entry {
  /** The event that brought it: a second delivery appends nothing. */
  messageId: string;
  at: Date;
  /** null: the system itself. */
  actorId: number | null;
  /** As held when the action was decided. */
  actorRole: Role | null;
  action: string;
  subject: Subject;
  outcome: 'done' | 'denied' | 'failed';
  /** Why it was denied or failed; null when it was done. */
  reason: string | null;
  before: RecordState | null;
  after: RecordState | null;
}

interface Attempt {
  action: string;
  subject: Subject;
  actorRole: Role | null;
}

/** The line of one event about an action. */
export const entryOf = (
  { id, at, actorId, payload }: Envelope & { payload: Attempt },
  result: Pick<Entry, 'outcome' | 'reason' | 'before' | 'after'>,
): Entry => {
  const { action, subject, actorRole } = payload;
  return { messageId: id, at: new Date(at), actorId, actorRole, action, subject, ...result };
};
