import { JUDGED_METRICS } from '@perezvon/contracts';
import type { Db } from '@perezvon/db';
import { summariseOpinions, type OpinionsSummary, type SecondOpinion } from '@perezvon/lm/feedback';

/** What second readers answered, set beside the first word and the score. */
export const findSecondOpinions = async (db: Db): Promise<OpinionsSummary> => {
  const rows = await db.blindReview.findMany({
    where: { answer: { not: null } },
    select: { askedMetric: true, answer: true, firstAnswer: true, wasRaised: true, drawnAs: true },
  });
  return summariseOpinions(
    rows.flatMap(({ askedMetric, answer, firstAnswer, wasRaised, drawnAs }): SecondOpinion[] => {
      const metric = JUDGED_METRICS.find((one) => one === askedMetric);
      if (metric === undefined || answer === null) return [];
      return [{ metric, answer, firstAnswer, wasRaised, isRandom: drawnAs === 'random' }];
    }),
  );
};
