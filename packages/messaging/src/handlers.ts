import type {
  Envelope,
  EVENTS,
  EventBody,
  EventTypeOf,
  INTENTS,
  IntentTypeOf,
  MessageOf,
  QueueName,
  RecordState,
  RefusalOf,
  Role,
  Subject,
} from '@perezvon/contracts';
import type { Tx } from '@perezvon/db';

/** The person behind an intent, as the database knows him in this transaction. */
export interface Actor {
  id: number;
  role: Role | null;
}

/** What the log keeps of a change. `subject`: when it is another than the intent's own (a row just made). */
export interface Change {
  before: RecordState | null;
  after: RecordState | null;
  subject?: Subject;
}

/** The intent was carried out: what to tell, and what the log keeps. */
export interface Done {
  kind: 'done';
  events: readonly EventBody[];
  change: Change;
}

/** A person gets "no", with a reason that has a text. Never after a write. */
export interface Refused<Reason extends string = string> {
  kind: 'refused';
  reason: Reason;
  /** What stands in the way, when that says more than the intent's own subject. */
  subject?: Subject;
}

export type IntentOutcome<Reason extends string = string> = Done | Refused<Reason>;

/** "Yes": what happened, and what the log keeps of it. */
export const done = (events: EventBody | readonly EventBody[], change: Change): Done => ({
  kind: 'done',
  events: [events].flat(),
  change,
});

/** "No", before anything was written. */
export const refused = <const Reason extends string>(reason: Reason, subject?: Subject): Refused<Reason> => ({
  kind: 'refused',
  reason,
  ...(subject && { subject }),
});

export interface IntentTools {
  /** The transaction that also marks the intent as processed and stores the events. */
  tx: Tx;
  now: () => Date;
  actor: Actor;
}

/** @throws only for passing trouble (database) or a bug; the job is then retried */
export type IntentHandler<Definition> = (
  intent: MessageOf<Definition>,
  tools: IntentTools,
) => Promise<IntentOutcome<RefusalOf<Definition>>>;

export interface EventTools {
  tx: Tx;
  now: () => Date;
}

/** Changes the database in the transaction that marks the event as processed; returns further events. */
export interface TransactionHandler<Definition> {
  kind: 'transaction';
  handle: (event: MessageOf<Definition>, tools: EventTools) => Promise<readonly EventBody[]>;
}

/** Acts on the world outside (Telegram) before the event is marked as processed: at least once. */
export interface EffectHandler<Definition> {
  kind: 'effect';
  handle: (event: MessageOf<Definition>) => Promise<void>;
}

/**
 * Like `transaction`, for all events of the type that arrive together: where the database's round trips cost more
 * than the work. A batch that throws is repeated event by event.
 */
export interface BatchHandler<Definition> {
  kind: 'batch';
  /** Events of one transaction, at most. */
  size: number;
  /** @returns the further events of each event, in the same order */
  handle: (
    events: readonly MessageOf<Definition>[],
    tools: EventTools,
  ) => Promise<readonly (readonly EventBody[])[]>;
}

export type EventHandler<Definition> =
  | TransactionHandler<Definition>
  | BatchHandler<Definition>
  | EffectHandler<Definition>;

/** Exactly the intents that a queue's service owns: a missing handler does not compile. */
export type IntentHandlers<Q extends QueueName> = {
  [T in IntentTypeOf<Q>]: IntentHandler<(typeof INTENTS)[T]>;
};

/** Exactly the events that a queue's service subscribes to. */
export type EventHandlers<Q extends QueueName> = { [T in EventTypeOf<Q>]: EventHandler<(typeof EVENTS)[T]> };

/** All that a service does with what arrives in its queue. */
export interface QueueHandlers<Q extends QueueName> {
  intents: IntentHandlers<Q>;
  events: EventHandlers<Q>;
}

/**
 * The same handlers once their message types are behind them: the processor has checked each payload with the
 * schema of its type before it calls one.
 */
export interface CheckedHandlers {
  intents: Partial<Record<string, CheckedIntentHandler>>;
  events: Partial<Record<string, CheckedEventHandler>>;
}
export type CheckedIntentHandler = {
  handle(intent: Envelope, tools: IntentTools): Promise<IntentOutcome>;
}['handle'];
export type CheckedEventHandler =
  | { kind: 'transaction'; handle(event: Envelope, tools: EventTools): Promise<readonly EventBody[]> }
  | { kind: 'effect'; handle(event: Envelope): Promise<void> }
  | CheckedBatchHandler
  | GatheredHandler;
export interface CheckedBatchHandler {
  kind: 'batch';
  size: number;
  handle(events: readonly Envelope[], tools: EventTools): Promise<readonly (readonly EventBody[])[]>;
}
/** A batch handler in a worker: it waits for others to share a transaction with. */
export interface GatheredHandler {
  kind: 'gathered';
  process: (event: Envelope) => Promise<'done' | 'duplicate'>;
}
