import type { QueueName } from '@perezvon/contracts';
import type { Job } from 'bullmq';
import type { JobObservation, MessagingDeps, Stop } from './deps.js';
import { BadMessage } from './errors.js';
import { settleFailedMessage } from './failed-jobs.js';
import { gatherBatches } from './event-batches.js';
import type { CheckedHandlers, QueueHandlers } from './handlers.js';
import { findOutage, untilAnswers } from './outages.js';
import { processChecked, type ProcessResult } from './process-message.js';
import type { JobProcessor } from './queues.js';

const MS_PER_S = 1_000;

/** Measures one delivery for the metrics. */
const observed = async (
  deps: MessagingDeps,
  message: Pick<JobObservation, 'queue' | 'type'>,
  work: () => Promise<ProcessResult>,
): Promise<ProcessResult> => {
  const startedAt = performance.now();
  let result: JobObservation['result'] = 'error';
  try {
    return (result = await work());
  } finally {
    deps.observe?.({ ...message, result, seconds: (performance.now() - startedAt) / MS_PER_S });
  }
};

/**
 * Processes a message, and waits while the database, or what effects work on, is away: a queue's attempts are for a
 * message's own trouble, and an outage must not send everything that arrives meanwhile to the failed set.
 */
const processThroughOutages = async (
  queue: QueueName,
  job: Job,
  handlers: CheckedHandlers,
  { deps, stopping }: { deps: MessagingDeps; stopping: AbortSignal },
): Promise<ProcessResult> => {
  for (;;) {
    try {
      return await processChecked(queue, job.data, handlers, deps);
    } catch (error) {
      if (error instanceof BadMessage || stopping.aborted) throw error;
      const outage = await findOutage(deps);
      if (outage === null) throw error;
      const fields = { queue, messageId: job.id, system: outage.name, err: error };
      deps.log.warn(fields, 'system is away: the message waits');
      await untilAnswers(outage, stopping);
    }
  }
};

/**
 * Consumes a queue with everything its service handles, until stopped. Each message takes effect once; one that
 * nobody can process, or that used up its attempts, is settled: parked, told to its person, logged.
 */
export function consume<Q extends QueueName>(queue: Q, handlers: QueueHandlers<Q>, deps: MessagingDeps): Stop;
export function consume(queue: QueueName, handlers: CheckedHandlers, deps: MessagingDeps): Stop {
  const { log, queues } = deps;
  const stopping = new AbortController();
  const settling = new Set<Promise<void>>();
  const gathered = gatherBatches(queue, handlers, deps);

  const work: JobProcessor = async (job) => {
    const result = await observed(deps, { queue, type: job.name }, () =>
      processThroughOutages(queue, job, gathered, { deps, stopping: stopping.signal }),
    );
    queues.wakeRelay();
    return result;
  };

  const worker = queues.worker(queue, work);
  worker.on('failed', (job, error) => {
    log.warn({ queue, messageId: job?.id, attempt: job?.attemptsMade, err: error }, 'job failed');
    if (!job?.id || !job.finishedOn) return;
    const failed = { messageId: job.id, message: job.data, failedReason: job.failedReason };
    // Not settled here (the database is down)? The relay finds the failed job when it sends the message again.
    const settled = settleFailedMessage(queue, failed, deps)
      .catch((cause: unknown) =>
        log.error({ queue, messageId: failed.messageId, err: cause }, 'failed job not settled yet'),
      )
      .finally(() => settling.delete(settled));
    settling.add(settled);
  });

  return async () => {
    stopping.abort();
    await worker.close();
    await Promise.all(settling);
  };
}
