import type { Db, Prisma } from '@perezvon/db';
import { COMPARED_FLAGS, type ComparedFlag, type Truth } from '@perezvon/lm';

const isComparedFlag = (metric: string): metric is ComparedFlag =>
  COMPARED_FLAGS.some((flag) => flag === metric);

type Verdict = Prisma.ScoreFeedbackGetPayload<{ select: { verdict: true } }>['verdict'];

/** Was it right to raise the metric? */
const IS_RIGHT: Readonly<Record<Verdict, boolean>> = {
  confirm: true,
  false_alarm: false,
  missed: true,
};

/** What people said of these calls, by call and flag; where two disagree, the later one counts. */
export const listFeedbackTruth = async (
  db: Db,
  historyIds: readonly number[],
): Promise<Map<number, Truth>> => {
  const rows = await db.scoreFeedback.findMany({
    where: { historyId: { in: [...historyIds] } },
    orderBy: [{ updatedAt: 'asc' }, { id: 'asc' }],
    select: { historyId: true, metric: true, verdict: true },
  });
  const truths = new Map<number, Truth>();
  for (const { historyId, metric, verdict } of rows) {
    if (!isComparedFlag(metric)) continue;
    const call = Number(historyId);
    truths.set(call, { ...truths.get(call), [metric]: IS_RIGHT[verdict] });
  }
  return truths;
};
