import { Envelope, type QueueName } from '@perezvon/contracts';
import type { JobProcessor } from './queues.js';
import type { MessagingDeps, Stop } from './deps.js';
import { settleFailedMessage } from './failed-jobs.js';
import type { CheckedHandlers, QueueHandlers } from './handlers.js';
import { processChecked } from './process-message.js';

const MS_PER_S = 1_000;

const typeOf = (message: unknown): string => {
  const envelope = Envelope.safeParse(message);
  return envelope.success ? envelope.data.type : 'unreadable';
};

/**
 * Consumes a queue with everything its service handles, until stopped. Each message takes effect once; one that
 * nobody can process, or that used up its attempts, is settled: parked, told to its person, logged.
 */
export function consume<Q extends QueueName>(queue: Q, handlers: QueueHandlers<Q>, deps: MessagingDeps): Stop;
export function consume(queue: QueueName, handlers: CheckedHandlers, deps: MessagingDeps): Stop {
  const { log, queues } = deps;
  const work: JobProcessor = async (job) => {
    const startedAt = performance.now();
    const observe = (result: 'done' | 'refused' | 'duplicate' | 'error') =>
      deps.observe?.({ queue, type: job.name, result, seconds: (performance.now() - startedAt) / MS_PER_S });
    try {
      const result = await processChecked(queue, job.data, handlers, deps);
      observe(result);
      queues.wakeRelay();
      return result;
    } catch (error) {
      observe('error');
      throw error;
    }
  };

  const worker = queues.worker(queue, work);
  worker.on('failed', (job, error) => {
    log.warn({ queue, messageId: job?.id, attempt: job?.attemptsMade, err: error }, 'job failed');
    if (!job?.id || job.finishedOn === undefined) return;
    // Not settled here (the database is down)? The relay finds the failed job when it sends the message again.
    settleFailedMessage(queue, job.id, job.data, deps).catch((cause: unknown) =>
      log.error(
        { queue, messageId: job.id, type: typeOf(job.data), err: cause },
        'failed job not settled yet',
      ),
    );
  });

  return () => worker.close();
}
