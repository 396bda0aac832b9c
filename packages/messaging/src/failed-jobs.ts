import {
  actionFailed,
  Envelope,
  INTENTS,
  isEventType,
  isIntentType,
  type EventBody,
  type QueueName,
} from '@perezvon/contracts';
import { withTransaction, type Tx } from '@perezvon/db';
import type { MessagingDeps } from './deps.js';
import { failureCodeOf, type FailureCode } from './errors.js';
import { insertEvents, parkOutboxRow } from './outbox.js';
import { readActor } from './read-actor.js';

/** A message whose job has used up its attempts, or was hopeless from the start. */
export interface FailedMessage {
  messageId: string;
  message: unknown;
  /** What the queue keeps of the last error. */
  failedReason: string | undefined;
}

/** States asked for at a time: few round trips, and the producer's connections are not flooded. */
const STATES_AT_ONCE = 50;

/**
 * Settles those of the messages whose job has failed for good: the outbox stops sending them, and an intent
 * becomes `action.failed`, so that its person is told and the log keeps the attempt. Doing it twice does nothing.
 */
export const settleFailedJobs = async (
  queueName: QueueName,
  messageIds: readonly string[],
  deps: MessagingDeps,
): Promise<void> => {
  const queue = deps.queues.queue(queueName);
  if ((await queue.getFailedCount()) === 0) return;
  for (let start = 0; start < messageIds.length; start += STATES_AT_ONCE) {
    const some = messageIds.slice(start, start + STATES_AT_ONCE);
    const states = await Promise.all(some.map((messageId) => queue.getJobState(messageId)));
    for (const messageId of some.filter((_, index) => states[index] === 'failed')) {
      const job = await queue.getJob(messageId);
      if (!job) continue;
      await settleFailedMessage(
        queueName,
        { messageId, message: job.data, failedReason: job.failedReason },
        deps,
      );
    }
  }
};

/** Whether a person waits for an answer; a type that only a newer version knows is an intent when it began a story. */
const isSomebodysIntent = ({ type, actorId, causedBy }: Envelope): boolean =>
  isIntentType(type) || (!isEventType(type) && actorId !== null && causedBy === null);

const failureOf = async (tx: Tx, envelope: Envelope, code: FailureCode): Promise<EventBody> => {
  const { type: action, actorId, payload } = envelope;
  const actor = actorId === null ? null : await readActor(tx, actorId);
  const subject = isIntentType(action) ? INTENTS[action].subjectOf(payload) : null;
  return actionFailed.of({
    action,
    // A payload that nobody can read names no subject.
    subject: subject ?? { kind: 'system', id: action },
    actorRole: actor?.role ?? null,
    code,
  });
};

/** The same for one message whose job is known to have failed. */
export const settleFailedMessage = async (
  queueName: QueueName,
  { messageId, message, failedReason }: FailedMessage,
  deps: Pick<MessagingDeps, 'db' | 'queues' | 'now' | 'log'>,
): Promise<void> => {
  const code = failureCodeOf(failedReason);
  const settled = await withTransaction(deps.db, async (tx) => {
    if (!(await parkOutboxRow(tx, queueName, messageId))) return false;
    const { data: envelope } = Envelope.safeParse(message);
    if (!envelope || !isSomebodysIntent(envelope)) return true;
    const { actorId, origin } = envelope;
    // Another id than the events of a later, successful retry.
    const context = { causedBy: `${messageId}.failed`, actorId, origin, at: deps.now() };
    await insertEvents(tx, [await failureOf(tx, envelope, code)], context);
    return true;
  });
  if (!settled) return;
  deps.log.error({ queue: queueName, messageId, code }, 'message given up');
  deps.queues.wakeRelay();
};
