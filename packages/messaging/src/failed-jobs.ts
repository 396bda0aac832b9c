import { actionFailed, Envelope, INTENTS, isIntentType, type QueueName } from '@perezvon/contracts';
import { withTransaction } from '@perezvon/db';
import type { MessagingDeps } from './deps.js';
import { insertEvents, parkOutboxRow } from './outbox.js';

/** Attempts that ended for a reason outside the message itself. */
const GENERAL_FAILURE = 'action.attempts_exhausted';

/**
 * Settles messages whose job has used up its attempts: the outbox stops sending them, and an intent becomes
 * `action.failed`, so that its person is told and the log keeps the attempt. Doing it twice does nothing.
 */
export const settleFailedJobs = async (
  queueName: QueueName,
  messageIds: readonly string[],
  deps: Pick<MessagingDeps, 'db' | 'queues' | 'now' | 'log'>,
): Promise<void> => {
  for (const messageId of messageIds) {
    const job = await deps.queues.queue(queueName).getJob(messageId);
    if (!job || !(await job.isFailed())) continue;
    await settleFailedMessage(queueName, messageId, job.data, deps);
  }
};

/** The same for one message whose job is known to have failed. */
export const settleFailedMessage = async (
  queueName: QueueName,
  messageId: string,
  message: unknown,
  deps: Pick<MessagingDeps, 'db' | 'queues' | 'now' | 'log'>,
): Promise<void> => {
  const stored = await withTransaction(deps.db, async (tx) => {
    if (!(await parkOutboxRow(tx, queueName, messageId))) return false;
    const envelope = Envelope.safeParse(message);
    if (!envelope.success) return false;
    const { type: action, actorId, origin, payload } = envelope.data;
    if (!isIntentType(action)) return false;
    const subject = INTENTS[action].subjectOf(payload);
    if (subject === null) return false;
    // Another id than the events of a later, successful retry.
    const context = { causedBy: `${messageId}.failed`, actorId, origin, at: deps.now() };
    await insertEvents(tx, [actionFailed.of({ action, subject, code: GENERAL_FAILURE })], context);
    return true;
  });
  deps.log.error({ queue: queueName, messageId }, 'message given up');
  if (stored) deps.queues.wakeRelay();
};
