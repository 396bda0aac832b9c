import { may } from '@perezvon/access';
import {
  actionDenied,
  adminAction,
  Envelope,
  EVENTS,
  INTENTS,
  isEventType,
  isIntentType,
  type COMMON_REFUSALS,
  type EventBody,
  type EventType,
  type IntentType,
  type QueueName,
  type Role,
} from '@perezvon/contracts';
import { withTransaction, type Tx } from '@perezvon/db';
import type { ProcessingDeps } from './deps.js';
import { BadMessage } from './errors.js';
import { processEventBatch } from './event-batches.js';
import {
  refused,
  type Actor,
  type CheckedEventHandler,
  type CheckedHandlers,
  type CheckedIntentHandler,
  type IntentOutcome,
  type QueueHandlers,
} from './handlers.js';
import { insertEvents, markProcessed } from './outbox.js';
import { readActor } from './read-actor.js';

export type ProcessResult = 'done' | 'refused' | 'duplicate';

type IntentDefinition = (typeof INTENTS)[IntentType];
type CommonRefusal = (typeof COMMON_REFUSALS)[number];

/** What came of an intent, and the role its person held at that moment: the log keeps both. */
interface Decision {
  actorRole: Role | null;
  outcome: IntentOutcome;
}

/** The second of the two permission checks: the first only drew the screen. */
const refusalFor = (
  actor: Actor & { active: boolean },
  { permission }: IntentDefinition,
): CommonRefusal | null => {
  if (permission === null) return null;
  if (!actor.active) return 'actor.not_active';
  return may(actor.role, permission) ? null : 'permission.missing';
};

const eventsOf = (
  definition: IntentDefinition,
  payload: unknown,
  { actorRole, outcome }: Decision,
): EventBody[] => {
  const subject = definition.subjectOf(payload);
  if (subject === null) throw new BadMessage('message.bad_payload', definition.type);
  const action = definition.type;
  if (outcome.kind === 'refused') {
    const { reason, subject: inTheWay } = outcome;
    return [actionDenied.of({ action, subject: inTheWay ?? subject, actorRole, reason })];
  }
  const { before, after, subject: changed } = outcome.change;
  return [
    ...outcome.events,
    adminAction.of({ action, subject: changed ?? subject, actorRole, before, after }),
  ];
};

const decide = async (
  intent: Envelope & { actorId: number },
  definition: IntentDefinition,
  handler: CheckedIntentHandler,
  tools: { tx: Tx; now: () => Date },
): Promise<Decision> => {
  const actor = await readActor(tools.tx, intent.actorId);
  if (!actor) return { actorRole: null, outcome: refused('actor.not_active' satisfies CommonRefusal) };
  const reason = refusalFor(actor, definition);
  const outcome = reason === null ? await handler(intent, { ...tools, actor }) : refused(reason);
  return { actorRole: actor.role, outcome };
};

/** Message, domain, events: one transaction, so that a second delivery finds all of it or nothing. */
const processIntent = (
  queue: QueueName,
  intent: Envelope & { actorId: number },
  definition: IntentDefinition,
  handler: CheckedIntentHandler,
  { db, now }: ProcessingDeps,
): Promise<ProcessResult> =>
  withTransaction(db, async (tx) => {
    const { fresh, priority } = await markProcessed(tx, queue, intent.id);
    if (!fresh) return 'duplicate';
    const decision = await decide(intent, definition, handler, { tx, now });
    const { id: causedBy, actorId, origin } = intent;
    const context = { causedBy, actorId, origin, at: now(), priority };
    await insertEvents(tx, eventsOf(definition, intent.payload, decision), context);
    return decision.outcome.kind;
  });

const wasProcessed = async ({ db }: ProcessingDeps, queue: QueueName, messageId: string): Promise<boolean> =>
  (await db.processedMessage.findUnique({ where: { queue_messageId: { queue, messageId } } })) !== null;

type EventHandlerOf<Kind> = Extract<CheckedEventHandler, { kind: Kind }>;

const processEffect = async (
  queue: QueueName,
  event: Envelope,
  handler: EventHandlerOf<'effect'>,
  deps: ProcessingDeps,
): Promise<ProcessResult> => {
  if (await wasProcessed(deps, queue, event.id)) return 'duplicate';
  await handler.handle(event);
  await withTransaction(deps.db, (tx) => markProcessed(tx, queue, event.id));
  return 'done';
};

const processInTransaction = (
  queue: QueueName,
  event: Envelope,
  handler: EventHandlerOf<'transaction'>,
  { db, now }: ProcessingDeps,
): Promise<ProcessResult> =>
  withTransaction(db, async (tx) => {
    const { fresh, priority } = await markProcessed(tx, queue, event.id);
    if (!fresh) return 'duplicate';
    const events = await handler.handle(event, { tx, now });
    const { id: causedBy, actorId, origin } = event;
    await insertEvents(tx, events, { causedBy, actorId, origin, at: now(), priority });
    return 'done';
  });

const processBatchOfOne = async (
  queue: QueueName,
  event: Envelope,
  handler: EventHandlerOf<'batch'>,
  deps: ProcessingDeps,
): Promise<ProcessResult> => {
  const [result] = await processEventBatch(queue, [event], handler, deps);
  return result ?? 'duplicate';
};

const processEvent = (
  queue: QueueName,
  event: Envelope,
  handler: CheckedEventHandler,
  deps: ProcessingDeps,
): Promise<ProcessResult> => {
  if (handler.kind === 'effect') return processEffect(queue, event, handler, deps);
  if (handler.kind === 'transaction') return processInTransaction(queue, event, handler, deps);
  if (handler.kind === 'batch') return processBatchOfOne(queue, event, handler, deps);
  return handler.process(event);
};

const checkPayload = (
  envelope: Envelope,
  { version, payload }: { version: number; payload: PayloadSchema },
): Envelope => {
  if (envelope.version !== version)
    throw new BadMessage('message.unknown_version', `${envelope.type} version ${envelope.version}`);
  const parsed = payload.safeParse(envelope.payload);
  if (!parsed.success) throw new BadMessage('message.bad_payload', envelope.type);
  return { ...envelope, payload: parsed.data };
};
type PayloadSchema = (typeof INTENTS)[IntentType]['payload'] | (typeof EVENTS)[EventType]['payload'];

/**
 * Processes one message exactly once: a second delivery changes nothing.
 * @throws BadMessage for what nobody can process; anything else is passing trouble or a bug, and retried
 */
export const processMessage = <Q extends QueueName>(
  queue: Q,
  message: unknown,
  handlers: QueueHandlers<Q>,
  deps: ProcessingDeps,
): Promise<ProcessResult> => processChecked(queue, message, handlers, deps);

/** `processMessage` for handlers whose types were checked before. */
export const processChecked = async (
  queue: QueueName,
  message: unknown,
  handlers: CheckedHandlers,
  deps: ProcessingDeps,
): Promise<ProcessResult> => {
  const parsed = Envelope.safeParse(message);
  if (!parsed.success) throw new BadMessage('message.unreadable', 'it is no envelope');
  const { type } = parsed.data;

  if (isIntentType(type)) {
    const intent = checkPayload(parsed.data, INTENTS[type]);
    const handler = handlers.intents[type];
    if (!handler) throw new BadMessage('message.unknown_type', `${type} is not for the queue ${queue}`);
    if (intent.actorId === null) throw new BadMessage('message.bad_payload', `${type} has no actor`);
    return processIntent(queue, { ...intent, actorId: intent.actorId }, INTENTS[type], handler, deps);
  }
  if (isEventType(type)) {
    const handler = handlers.events[type];
    if (!handler) throw new BadMessage('message.unknown_type', `${type} is not for the queue ${queue}`);
    return processEvent(queue, checkPayload(parsed.data, EVENTS[type]), handler, deps);
  }
  throw new BadMessage('message.unknown_type', type);
};
