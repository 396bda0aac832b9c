import type { Log, Queues, RedisAnswer } from '@perezvon/messaging';

/** What «⚙️ Система» shows of the parts around the database. */
export interface Surroundings {
  /** Where a developer finds the queue board; null: not configured. */
  boardUrl: string | null;
  /** null: there is none, the queues live in PostgreSQL; `silent`: it does not answer. */
  askRedis: () => Promise<RedisAnswer | 'silent' | null>;
}

/** The surroundings of a running gateway. */
export const surroundingsOf = (
  { queues, log }: { queues: Queues; log: Log },
  boardUrl: string | undefined,
): Surroundings => ({
  boardUrl: boardUrl ?? null,
  askRedis: async () => {
    try {
      return await queues.askRedis();
    } catch (error) {
      log.warn({ err: error }, 'Redis does not answer');
      return 'silent';
    }
  },
});
