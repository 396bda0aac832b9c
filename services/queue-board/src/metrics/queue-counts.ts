import { QUEUE_NAMES, type QueueName } from '@perezvon/contracts';
import type { Db } from '@perezvon/db';
import type { Queues } from '@perezvon/messaging';

/** `waiting` has priority 0, `prioritized` the others (bulk); a paused queue's jobs count as waiting. */
export const JOB_STATES = ['waiting', 'prioritized', 'active', 'delayed', 'failed', 'completed'] as const;
export type JobState = (typeof JOB_STATES)[number];

export interface JobCount {
  queue: QueueName;
  state: JobState;
  jobs: number;
}

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
 * One index-only scan a state (BullMQ's own count reads every job, payload included). A test compares both, so that
 * an upgrade of BullMQ's tables shows.
 */
const countInPostgres = async (db: Db): Promise<JobCount[]> => {
  const rows = await db.$queryRaw<{ queue: string; state: JobState; jobs: number }[]>`
    SELECT queue, CASE WHEN priority = 0 THEN 'waiting' ELSE 'prioritized' END AS state, count(*)::float8 AS jobs
      FROM bullmq.job WHERE state = 'waiting' GROUP BY 1, 2
    UNION ALL SELECT queue, 'active', count(*) FROM bullmq.job WHERE state = 'active' GROUP BY 1
    UNION ALL SELECT queue, 'delayed', count(*) FROM bullmq.job WHERE state = 'delayed' GROUP BY 1
    UNION ALL SELECT queue, state::text, count(*) FROM bullmq.job WHERE state IN ('completed', 'failed') GROUP BY 1, 2`;
  const found = new Map(rows.map(({ queue, state, jobs }) => [`${queue} ${state}`, jobs]));
  return QUEUE_NAMES.flatMap((queue) =>
    JOB_STATES.map((state) => ({ queue, state, jobs: found.get(`${queue} ${state}`) ?? 0 })),
  );
};

/** How many jobs each queue has in each state; none is 0, not left out. */
export const countJobs = ({ db, queues }: { db: Db; queues: Queues }): Promise<JobCount[]> =>
  queues.backend.kind === 'redis' ? countInRedis(queues) : countInPostgres(db);
