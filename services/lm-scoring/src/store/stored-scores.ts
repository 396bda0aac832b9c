import { CallScore, Metrics } from '@perezvon/contracts';
import type { Db } from '@perezvon/db';
import { z } from 'zod';

/** A score as it is stored, with the revision of the call that it is about. */
export interface StoredScore {
  revision: number;
  score: CallScore;
}

const Row = z.record(z.string(), z.unknown());
const METRIC_COLUMNS = Object.keys(Metrics.shape);

/** PostgreSQL writes a moment with its offset, our JSON in UTC. */
const toUtc = (moment: unknown): unknown =>
  typeof moment === 'string' ? new Date(moment).toISOString() : moment;

const toStoredScore = (value: unknown): StoredScore => {
  const row = Row.parse(value);
  const columns = { ...row, followup_due_at: toUtc(row['followup_due_at']) };
  const metrics = Object.fromEntries(
    Object.entries(columns).filter(([column]) => METRIC_COLUMNS.includes(column)),
  );
  return {
    revision: z.int().parse(row['revision']),
    score: CallScore.parse({ ...columns, metrics }),
  };
};

/** The scores that are shown, by call; one without is left out. */
export const listCurrentScores = async (
  db: Db,
  historyIds: readonly number[],
): Promise<Map<number, StoredScore>> => {
  const rows = await db.$queryRaw<{ score: unknown }[]>`
    SELECT to_jsonb(s) AS score FROM call_scores s
    WHERE history_id = ANY(${[...historyIds]}::bigint[]) AND is_current`;
  return new Map(
    rows.map(({ score }) => {
      const stored = toStoredScore(score);
      return [stored.score.history_id, stored] as const;
    }),
  );
};
