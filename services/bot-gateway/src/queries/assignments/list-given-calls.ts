import { OPEN_ASSIGNMENT_STATES, type AssignmentKind } from '@perezvon/contracts';
import type { Db } from '@perezvon/db';

/** Which of these calls somebody already has work of this kind about. */
export const listGivenCalls = async (
  db: Db,
  { historyIds, kind }: { historyIds: readonly number[]; kind: AssignmentKind },
): Promise<ReadonlySet<number>> => {
  const rows = await db.assignment.findMany({
    where: { historyId: { in: [...historyIds] }, kind, state: { in: [...OPEN_ASSIGNMENT_STATES] } },
    select: { historyId: true },
  });
  return new Set(rows.map(({ historyId }) => Number(historyId)));
};
