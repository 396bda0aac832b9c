import { OPEN_ASSIGNMENT_STATES } from '@perezvon/contracts';
import type { Db } from '@perezvon/db';
import { DAY_MS } from '../../domain/durations.js';
import { MEASURED_DAYS } from '../../domain/training-windows.js';

/** What an operator learns in a metric, or has just learned. */
export interface CurrentTraining {
  assignmentId: number;
  operator: string;
  metric: string;
  dueAt: Date;
  /** When it was done; null: it is not yet. */
  doneAt: Date | null;
}

/** Trainings of some operators that are open, or done so lately that their effect still shows; the newest first. */
export const listCurrentTrainings = async (
  db: Db,
  operators: readonly string[],
  now: Date,
): Promise<CurrentTraining[]> => {
  const since = new Date(now.getTime() - MEASURED_DAYS * DAY_MS);
  const rows = await db.training.findMany({
    where: {
      operator: { in: [...operators] },
      assignment: {
        OR: [{ state: { in: [...OPEN_ASSIGNMENT_STATES] } }, { state: 'done', closedAt: { gte: since } }],
      },
    },
    orderBy: { assignmentId: 'desc' },
    select: {
      assignmentId: true,
      operator: true,
      metric: true,
      assignment: { select: { dueAt: true, closedAt: true } },
    },
  });
  return rows.map(({ assignment: { dueAt, closedAt }, ...row }) => ({ ...row, dueAt, doneAt: closedAt }));
};
