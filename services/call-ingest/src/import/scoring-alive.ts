import type { Db } from '@perezvon/db';
import { ALIVE_WITHIN_S } from '@perezvon/service';

/** Whether a process is running now that scores calls. */
export const isScoringAlive = async (db: Db): Promise<boolean> => {
  const [row] = await db.$queryRaw<{ alive: boolean }[]>`
    SELECT EXISTS (
      SELECT 1 FROM service_instances
      WHERE service = 'lm-scoring' AND seen_at > now() - ${ALIVE_WITHIN_S} * interval '1 second'
    ) AS alive`;
  return row?.alive === true;
};
