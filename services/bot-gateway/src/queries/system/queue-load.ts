import { PRIORITIES, QUEUE_NAMES, type QueueName } from '@perezvon/contracts';
import type { Db } from '@perezvon/db';

/** What one queue has before it. */
export interface QueueLoad {
  queue: QueueName;
  /** Messages that somebody waits for, on their way or being worked on. */
  live: number;
  /** The same of those nobody waits for. */
  bulk: number;
  /** Given up: they wait for a developer's retry. */
  parked: number;
}

/** Where counting ends, a priority: after an import of a million calls the screen still opens at once. */
const COUNT_LIMIT = 20_000;

/**
 * The messages of every queue that nobody has processed yet, from the outbox: it holds each until then, on either
 * backend.
 * @returns `isCut`: counting ended early, there are more
 */
export const readQueueLoads = async (db: Db): Promise<{ loads: QueueLoad[]; isCut: boolean }> => {
  // The index begins with the priority: asked for each, both counts end at their limit or at the last match.
  const rows = await db.$queryRaw<QueueLoad[]>`
    SELECT queue,
      count(*) FILTER (WHERE NOT is_parked AND p.priority = ${PRIORITIES.live})::int AS live,
      count(*) FILTER (WHERE NOT is_parked AND p.priority <> ${PRIORITIES.live})::int AS bulk,
      count(*) FILTER (WHERE is_parked)::int AS parked
    FROM unnest(${Object.values(PRIORITIES)}::int[]) p(priority), LATERAL (
      (SELECT queue, false AS is_parked FROM outbox
        WHERE priority = p.priority AND next_send_at IS NOT NULL LIMIT ${COUNT_LIMIT})
      UNION ALL
      (SELECT queue, true FROM outbox WHERE priority = p.priority AND next_send_at IS NULL LIMIT ${COUNT_LIMIT})
    ) counted
    GROUP BY queue`;
  const loads = QUEUE_NAMES.map(
    (queue) => rows.find((row) => row.queue === queue) ?? { queue, live: 0, bulk: 0, parked: 0 },
  );
  const isCut = (['live', 'bulk', 'parked'] as const).some(
    (part) => loads.reduce((sum, load) => sum + load[part], 0) >= COUNT_LIMIT,
  );
  return { loads, isCut };
};
