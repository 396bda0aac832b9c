import { adminAction, Envelope, PRIORITIES, type QueueName, type Subject } from '@perezvon/contracts';
import type { Db, Prisma } from '@perezvon/db';

/** What was carried out, from the log or on its way there. */
export interface RecordedAction {
  /** The same on its way and in the log. */
  messageId: string;
  at: Date;
  /** The intent's type: `assignment.create` … */
  action: string;
  /** null: the system, or somebody not known. */
  actorId: number | null;
  /** The record after it, as it was stored. */
  after: unknown;
}

/** What actions were done to. */
export interface ActedOn extends Pick<Subject, 'kind' | 'id'> {
  /** Of these alone; null: of any. */
  actions: readonly string[] | null;
}

const LOG: QueueName = 'audit';
/** Messages back from the newest: hours of a clinic's work, and what bounds the cost while a queue stands still. */
const LOOKED_BACK = 10_000n;

const inMessage = (path: string[], value: string): Prisma.OutboxWhereInput => ({
  message: { path, equals: value },
});

const ofSubject = ({ kind, id, actions }: ActedOn): Prisma.OutboxWhereInput => ({
  AND: [inMessage(['payload', 'subject', 'kind'], kind), inMessage(['payload', 'subject', 'id'], id)],
  ...(actions !== null && { OR: actions.map((action) => inMessage(['payload', 'action'], action)) }),
});

const readAction = (message: unknown): RecordedAction | null => {
  const envelope = Envelope.safeParse(message).data;
  const done = adminAction.payload.safeParse(envelope?.payload).data;
  if (envelope === undefined || done === undefined) return null;
  const { id: messageId, actorId, at } = envelope;
  return { messageId, at: new Date(at), action: done.action, actorId, after: done.after };
};

/**
 * What was carried out lately and does not stand in the log yet. The transaction that appends an entry takes its message
 * out of the outbox: whoever reads these first and the log then misses nothing, and may find the same in both. What came
 * of bulk work is left out: nobody waits for it.
 */
export const listWaitingActions = async (db: Db, subjects: readonly ActedOn[]): Promise<RecordedAction[]> => {
  const newest = await db.outbox.findFirst({ orderBy: { id: 'desc' }, select: { id: true } });
  if (newest === null) return [];
  const rows = await db.outbox.findMany({
    where: {
      id: { gt: newest.id - LOOKED_BACK },
      queue: LOG,
      priority: PRIORITIES.live,
      AND: [inMessage(['type'], adminAction.type)],
      OR: subjects.map(ofSubject),
    },
    orderBy: { id: 'asc' },
    select: { message: true },
  });
  return rows.map(({ message }) => readAction(message)).filter((action) => action !== null);
};
