import type { JudgedMetric } from '@perezvon/contracts';
import type { Db } from './client.js';

interface DisputedMetric {
  historyId: number;
  metric: JudgedMetric;
  openedById: number;
}

/**
 * Who may not decide a dispute, having a part in it: who opened it, who took the call, who has judged the metric in it
 * openly or as a second reader, and who holds or held its review. A word that was taken back and a review that was
 * handed on count too: the log remembers them. The cost follows what was done about this one call.
 * @returns ids of users
 */
export const listInvolvedInDispute = async (
  db: Db,
  { historyId, metric, openedById }: DisputedMetric,
): Promise<Set<number>> => {
  const rows = await db.$queryRaw<{ id: number }[]>`
    SELECT ${openedById}::int AS id
    UNION SELECT u.id FROM calls c JOIN users u ON u.operator_code = c.operator WHERE c.history_id = ${historyId}
    UNION SELECT user_id FROM score_feedback WHERE history_id = ${historyId} AND metric = ${metric}
    UNION SELECT answered_by_id FROM blind_reviews
      WHERE history_id = ${historyId} AND asked_metric = ${metric} AND answered_by_id IS NOT NULL
    UNION SELECT owner_id FROM assignments WHERE history_id = ${historyId} AND kind = 'review'
    UNION SELECT actor_id FROM admin_action_logs
      WHERE history_id = ${historyId} AND action = 'score.feedback' AND outcome = 'done' AND after ->> 'metric' = ${metric}
        AND actor_id IS NOT NULL
    UNION SELECT (l.before ->> 'ownerId')::int FROM admin_action_logs l
      JOIN assignments a ON a.id::text = l.subject_id AND a.history_id = l.history_id AND a.kind = 'review'
      WHERE l.history_id = ${historyId} AND l.subject_kind = 'assignment' AND l.outcome = 'done'
        AND l.before ->> 'ownerId' IS NOT NULL`;
  return new Set(rows.map(({ id }) => id));
};
