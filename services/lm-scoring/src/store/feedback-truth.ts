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

/** What one person said of one flag of one call. */
interface Said {
  historyId: bigint;
  metric: string;
  isRight: boolean;
  at: Date;
}

const listVerdicts = async (db: Db, historyIds: readonly number[]): Promise<Said[]> => {
  const rows = await db.scoreFeedback.findMany({
    where: { historyId: { in: [...historyIds] } },
    select: { historyId: true, metric: true, verdict: true, updatedAt: true },
  });
  return rows.map(({ historyId, metric, verdict, updatedAt: at }) => ({
    historyId,
    metric,
    isRight: IS_RIGHT[verdict],
    at,
  }));
};

/** Second readers were asked about calls that were drawn, raised or not: they tell of what nobody complained about. */
const listBlindAnswers = async (db: Db, historyIds: readonly number[]): Promise<Said[]> => {
  const rows = await db.blindReview.findMany({
    where: { historyId: { in: [...historyIds] }, answer: { not: null } },
    select: { historyId: true, askedMetric: true, answer: true, answeredAt: true, createdAt: true },
  });
  return rows.map(({ historyId, askedMetric: metric, answer, answeredAt, createdAt }) => ({
    historyId,
    metric,
    isRight: answer === true,
    at: answeredAt ?? createdAt,
  }));
};

/** What people said of these calls, by call and flag; where two disagree, the later one counts. */
export const listFeedbackTruth = async (
  db: Db,
  historyIds: readonly number[],
): Promise<Map<number, Truth>> => {
  const said = [...(await listVerdicts(db, historyIds)), ...(await listBlindAnswers(db, historyIds))];
  const truths = new Map<number, Truth>();
  for (const { historyId, metric, isRight } of said.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    if (!isComparedFlag(metric)) continue;
    const call = Number(historyId);
    truths.set(call, { ...truths.get(call), [metric]: isRight });
  }
  return truths;
};
