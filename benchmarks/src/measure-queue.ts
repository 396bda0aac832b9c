import type { QueueBackend } from '@perezvon/messaging';
import { createPostgresBackend, Queue, Worker } from 'bullmq';
import { perSecond } from './stopwatch.js';

const QUEUE_NAME = 'bench-noop';
/** That of the scoring worker: the same number of jobs under way. */
const CONCURRENCY = 50;
const ADDED_AT_ONCE = 500;
const KEPT = { count: 1_000 };

const openNoopQueue = (backend: QueueBackend) => {
  const options = { defaultJobOptions: { removeOnComplete: KEPT } };
  return backend.kind === 'redis'
    ? new Queue(QUEUE_NAME, { ...options, connection: { url: backend.url } })
    : new Queue(
        QUEUE_NAME,
        { ...options, connection: { connectionString: backend.url } },
        createPostgresBackend,
      );
};

const openNoopWorker = (backend: QueueBackend, onJob: () => void) => {
  const work = async () => onJob();
  const options = { concurrency: CONCURRENCY, autorun: false };
  return backend.kind === 'redis'
    ? new Worker(QUEUE_NAME, work, {
        ...options,
        connection: { url: backend.url, maxRetriesPerRequest: null },
      })
    : new Worker(
        QUEUE_NAME,
        work,
        { ...options, connection: { connectionString: backend.url } },
        createPostgresBackend,
      );
};

/** Jobs a second of raw BullMQ: jobs that do nothing, added before, worked off by one process. */
export const measureQueue = async (
  backend: QueueBackend,
  jobs: number,
  onDone: (jobs: number) => void,
): Promise<number> => {
  const queue = openNoopQueue(backend);
  for (let added = 0; added < jobs; added += ADDED_AT_ONCE) {
    const length = Math.min(ADDED_AT_ONCE, jobs - added);
    await queue.addBulk(
      Array.from({ length }, (_, index) => ({ name: 'noop', data: { job: added + index } })),
    );
  }
  let done = 0;
  let finish: () => void = () => {};
  const finished = new Promise<void>((resolve) => (finish = resolve));
  const worker = openNoopWorker(backend, () => {
    done += 1;
    onDone(done);
  });
  // Counted when BullMQ has written the completion, not when the job's code returned.
  let completed = 0;
  worker.on('completed', () => {
    completed += 1;
    if (completed === jobs) finish();
  });
  const speed = await perSecond(jobs, async () => {
    void worker.run();
    await finished;
  });
  await worker.close();
  await queue.obliterate({ force: true });
  await queue.close();
  return speed;
};
