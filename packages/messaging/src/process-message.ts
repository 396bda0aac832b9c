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
} from '@perezvon/contracts';
import { withTransaction, type Tx } from '@perezvon/db';
import type { ProcessingDeps } from './deps.js';
import { BadMessage } from './errors.js';
import type {
  Actor,
  CheckedEventHandler,
  CheckedHandlers,
  CheckedIntentHandler,
  IntentOutcome,
  QueueHandlers,
} from './handlers.js';
import { insertEvents, markProcessed } from './outbox.js';

export type ProcessResult = 'done' | 'refused' | 'duplicate';

type IntentDefinition = (typeof INTENTS)[IntentType];
type CommonRefusal = (typeof COMMON_REFUSALS)[number];

const readActor = async (tx: Tx, actorId: number): Promise<(Actor & { active: boolean }) | null> => {
  const user = await tx.user.findUnique({
    where: { id: actorId },
    select: { id: true, role: true, status: true },
  });
  return user && { id: user.id, role: user.role, active: user.status === 'active' };
};

/** The second of the two permission checks: the first only drew the screen. */
const refusalFor = (
  actor: Actor & { active: boolean },
  { permission }: IntentDefinition,
): CommonRefusal | null => {
  if (permission === null) return null;
  if (!actor.active) return 'actor.not_active';
  return may(actor.role, permission) ? null : 'permission.missing';
};

const eventsOf = (definition: IntentDefinition, payload: unknown, outcome: IntentOutcome): EventBody[] => {
  const subject = definition.subjectOf(payload);
  if (subject === null) throw new BadMessage('message.bad_payload', definition.type);
  const action = definition.type;
  if (outcome.kind === 'refused') return [actionDenied.of({ action, subject, reason: outcome.reason })];
  const { before, after, subject: changed } = outcome.change;
  return [...outcome.events, adminAction.of({ action, subject: changed ?? subject, before, after })];
};

const decide = async (
  intent: Envelope & { actorId: number },
  definition: IntentDefinition,
  handler: CheckedIntentHandler,
  tools: { tx: Tx; now: () => Date },
): Promise<IntentOutcome> => {
  const actor = await readActor(tools.tx, intent.actorId);
  if (!actor) return { kind: 'refused', reason: 'actor.not_active' satisfies CommonRefusal };
  const reason = refusalFor(actor, definition);
  return reason === null ? handler(intent, { ...tools, actor }) : { kind: 'refused', reason };
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
    if (!(await markProcessed(tx, queue, intent.id))) return 'duplicate';
    const outcome = await decide(intent, definition, handler, { tx, now });
    const { id: causedBy, actorId, origin } = intent;
    await insertEvents(tx, eventsOf(definition, intent.payload, outcome), {
      causedBy,
      actorId,
      origin,
      at: now(),
    });
    return outcome.kind;
  });

const wasProcessed = async ({ db }: ProcessingDeps, queue: QueueName, messageId: string): Promise<boolean> =>
  (await db.processedMessage.findUnique({ where: { queue_messageId: { queue, messageId } } })) !== null;

const processEvent = async (
  queue: QueueName,
  event: Envelope,
  handler: CheckedEventHandler,
  deps: ProcessingDeps,
): Promise<ProcessResult> => {
  if (handler.kind === 'effect') {
    if (await wasProcessed(deps, queue, event.id)) return 'duplicate';
    await handler.handle(event);
    await withTransaction(deps.db, (tx) => markProcessed(tx, queue, event.id));
    return 'done';
  }
  return withTransaction(deps.db, async (tx) => {
    if (!(await markProcessed(tx, queue, event.id))) return 'duplicate';
    const events = await handler.handle(event, { tx, now: deps.now });
    const { id: causedBy, actorId, origin } = event;
    await insertEvents(tx, events, { causedBy, actorId, origin, at: deps.now() });
    return 'done';
  });
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
