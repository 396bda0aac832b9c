import {
  EVENTS,
  INTENTS,
  isEventType,
  PRIORITIES,
  ROUTING,
  type Envelope,
  type EventBody,
  type EventDefinition,
  type IntentType,
  type MessageOf,
  type Priority,
  type QueueName,
} from '@perezvon/contracts';
import { withTransaction, type Tx } from '@perezvon/db';
import type { MessagingDeps } from './deps.js';

/** One message on its way to one queue. */
export interface OutboxMessage {
  queue: QueueName;
  envelope: Envelope;
  priority?: Priority;
}

/**
 * Stores messages for the relay in one statement, in this order. What already waits for the same queue, or was
 * processed there, is not stored again: its job may still be known to the queue, and nobody would take the row out.
 */
export const insertOutbox = async (tx: Tx, messages: readonly OutboxMessage[]): Promise<void> => {
  if (messages.length === 0) return;
  // The correlated subquery keeps it at one index probe a message, however large the table of processed ones.
  await tx.$executeRaw`
    INSERT INTO outbox (message_id, queue, message, priority)
    SELECT message_id, queue, message, priority FROM unnest(
      ${messages.map(({ envelope }) => envelope.id)}::text[],
      ${messages.map(({ queue }) => queue)}::text[],
      ${messages.map(({ envelope }) => JSON.stringify(envelope))}::jsonb[],
      ${messages.map(({ priority }) => PRIORITIES[priority ?? 'live'])}::int[]
    ) WITH ORDINALITY AS given (message_id, queue, message, priority, place)
    WHERE (
      SELECT true FROM processed_messages done
      WHERE done.queue = given.queue AND done.message_id = given.message_id
    ) IS NULL
    ORDER BY place
    ON CONFLICT (message_id, queue) DO NOTHING`;
};

/**
 * One outbox row for each subscriber of an event; none when bulk work led to an event that is for live news only.
 * @param priority of what led to it; a type that says how urgent it is itself is sent like that
 */
export const addressEvent = (envelope: Envelope, priority: Priority = 'live'): OutboxMessage[] => {
  if (!isEventType(envelope.type)) throw new Error(`no route for the event ${envelope.type}`);
  const definition: EventDefinition = EVENTS[envelope.type];
  if (definition.liveOnly && priority === 'bulk') return [];
  const used = definition.priority ?? priority;
  return ROUTING[envelope.type].map((queue) => ({ queue, envelope, priority: used }));
};

/** What the events of one message have in common. */
export interface EventContext {
  /** The message that led to them: their ids are `<causedBy>.1`, `.2` … */
  causedBy: string;
  actorId: number | null;
  origin: Envelope['origin'];
  at: Date;
  priority?: Priority;
}

/** The outbox rows of one message's events. */
export const addressEvents = (
  events: readonly EventBody[],
  { causedBy, actorId, origin, at, priority }: EventContext,
): OutboxMessage[] =>
  events.flatMap((event, index) =>
    addressEvent(
      { id: `${causedBy}.${index + 1}`, causedBy, actorId, origin, at: at.toISOString(), ...event },
      priority,
    ),
  );

/** Stores events for all who hear of them, in the transaction that made them true. */
export const insertEvents = (tx: Tx, events: readonly EventBody[], context: EventContext): Promise<void> =>
  insertOutbox(tx, addressEvents(events, context));

/**
 * Publishes an intent: one durable insert. It is accepted when this resolves, with the queue up or down.
 * @throws when the database does not take it: nothing was accepted
 */
export const publishIntent = async (
  deps: Pick<MessagingDeps, 'db' | 'queues'>,
  intent: MessageOf<(typeof INTENTS)[IntentType]>,
): Promise<void> => {
  const { owner } = INTENTS[intent.type];
  await withTransaction(deps.db, (tx) => insertOutbox(tx, [{ queue: owner, envelope: intent }]));
  deps.queues.wakeRelay();
};

/**
 * Publishes events that no message led to (a read that has to be logged, a start): `id` names their source.
 */
export const publishEvents = async (
  deps: Pick<MessagingDeps, 'db' | 'queues'>,
  events: readonly EventBody[],
  context: EventContext,
): Promise<void> => {
  await withTransaction(deps.db, (tx) => insertEvents(tx, events, context));
  deps.queues.wakeRelay();
};

/**
 * Parks a message that waits in the failed set: the relay leaves it alone until somebody retries the job.
 * @returns whether it was not parked before
 */
export const parkOutboxRow = async (tx: Tx, queue: string, messageId: string): Promise<boolean> => {
  const parked = await tx.$executeRaw`
    UPDATE outbox SET next_send_at = NULL
    WHERE queue = ${queue} AND message_id = ${messageId} AND next_send_at IS NOT NULL`;
  return parked > 0;
};

/**
 * Marks messages as processed and takes them out of the outbox, in one round trip.
 * @returns those that were not processed before, each with its priority: what a message leads to is as urgent as it is
 * itself (live when it did not come through the outbox)
 */
export const markAllProcessed = async (
  tx: Tx,
  queue: string,
  messageIds: readonly string[],
): Promise<Map<string, Priority>> => {
  const rows = await tx.$queryRaw<{ message_id: string; priority: number | null }[]>`
    WITH given AS (SELECT DISTINCT unnest(${[...messageIds]}::text[]) AS message_id),
    taken AS (
      DELETE FROM outbox o USING given g WHERE o.queue = ${queue} AND o.message_id = g.message_id
      RETURNING o.message_id, o.priority
    ), marked AS (
      INSERT INTO processed_messages (queue, message_id)
      SELECT ${queue}, message_id FROM given ORDER BY message_id
      ON CONFLICT DO NOTHING RETURNING message_id
    )
    SELECT message_id, priority FROM marked LEFT JOIN taken USING (message_id)`;
  return new Map(
    rows.map((row) => [row.message_id, row.priority === PRIORITIES.bulk ? 'bulk' : 'live'] as const),
  );
};

/** The same for one message. @returns `fresh`: false when it was processed before */
export const markProcessed = async (
  tx: Tx,
  queue: string,
  messageId: string,
): Promise<{ fresh: boolean; priority: Priority }> => {
  const unmarked = await markAllProcessed(tx, queue, [messageId]);
  return { fresh: unmarked.has(messageId), priority: unmarked.get(messageId) ?? 'live' };
};
