import { QUEUE_NAMES, type QueueName } from '@perezvon/contracts';
import type { Db } from '@perezvon/db';
import type { Queues } from '@perezvon/messaging';

/** `waiting` has priority 0, `prioritized` the others (bulk); a paused queue's jobs count as waiting. */
const JOB_STATES = ['waiting', 'prioritized', 'active', 'delayed', 'failed', 'completed'] as const;
export type JobState = (typeof JOB_STATES)[number];

export interface JobCount {
  queue: QueueName;
  state: JobState;
  jobs: number;
}

/**
 * Where counting ends on PostgreSQL: a million jobs must cost a scrape no more than this many. Whoever scales by the
 * number has all workers running long before.
 */
export const COUNT_LIMIT = 100_000;

const countInRedis = async (queues: Queues): Promise<JobCount[]> => {
  const counted = await Promise.all(
    QUEUE_NAMES.map(async (queue) => {
      const counts = await queues.queue(queue).getJobCounts(...JOB_STATES);
      return JOB_STATES.map((state) => ({ queue, state, jobs: counts[state] ?? 0 }));
    }),
  );
  return counted.flat();
};

/**
 * Up to COUNT_LIMIT index entries a queue and state (BullMQ's own count reads every job of the queue, payload
 * included). A test compares both, so that an upgrade of BullMQ's tables shows.
 */
const countInPostgres = async (db: Db): Promise<JobCount[]> => {
  const rows = await db.$queryRaw<(Record<JobState, number> & { queue: QueueName })[]>`
    SELECT q.queue,
      (SELECT count(*) FROM (SELECT FROM bullmq.job j WHERE j.queue = q.queue AND j.state = 'waiting'
        AND j.priority = 0 LIMIT ${COUNT_LIMIT}) n)::float8 AS waiting,
      (SELECT count(*) FROM (SELECT FROM bullmq.job j WHERE j.queue = q.queue AND j.state = 'waiting'
        AND j.priority > 0 LIMIT ${COUNT_LIMIT}) n)::float8 AS prioritized,
      (SELECT count(*) FROM (SELECT FROM bullmq.job j WHERE j.queue = q.queue AND j.state = 'active'
        LIMIT ${COUNT_LIMIT}) n)::float8 AS active,
      (SELECT count(*) FROM (SELECT FROM bullmq.job j WHERE j.queue = q.queue AND j.state = 'delayed'
        LIMIT ${COUNT_LIMIT}) n)::float8 AS delayed,
      (SELECT count(*) FROM (SELECT FROM bullmq.job j WHERE j.queue = q.queue AND j.state = 'failed'
        LIMIT ${COUNT_LIMIT}) n)::float8 AS failed,
      (SELECT count(*) FROM (SELECT FROM bullmq.job j WHERE j.queue = q.queue AND j.state = 'completed'
        LIMIT ${COUNT_LIMIT}) n)::float8 AS completed
    FROM unnest(${[...QUEUE_NAMES]}::text[]) q(queue)`;
  return rows.flatMap((row) => JOB_STATES.map((state) => ({ queue: row.queue, state, jobs: row[state] })));
};

/** How many jobs each queue has in each state; none is 0, not left out. On PostgreSQL COUNT_LIMIT means "or more". */
export const countJobs = ({ db, queues }: { db: Db; queues: Queues }): Promise<JobCount[]> =>
  queues.backend.kind === 'redis' ? countInRedis(queues) : countInPostgres(db);
