import type { Tx } from '@perezvon/db';

export interface BlindReview {
  id: number;
  historyId: number;
  askedMetric: string;
  firstUserId: number | null;
  answeredAt: Date | null;
  /** The operator of the call. */
  operator: string | null;
}

/** A review, locked until the end of the transaction: the first of two answers counts. @returns null: there is none */
export const lockBlindReview = async (tx: Tx, reviewId: number): Promise<BlindReview | null> => {
  const [review] = await tx.$queryRaw<(Omit<BlindReview, 'historyId'> & { historyId: bigint })[]>`
    SELECT b.id, b.history_id AS "historyId", b.asked_metric AS "askedMetric", b.first_user_id AS "firstUserId",
      b.answered_at AS "answeredAt", c.operator
    FROM blind_reviews b JOIN calls c USING (history_id)
    WHERE b.id = ${reviewId} FOR UPDATE OF b`;
  return review === undefined ? null : { ...review, historyId: Number(review.historyId) };
};

/** Whether a person has said something of this metric of the call openly, or decided a dispute of it: his eyes are not fresh. */
export const hasJudged = async (
  tx: Tx,
  { historyId, askedMetric }: Pick<BlindReview, 'historyId' | 'askedMetric'>,
  userId: number,
): Promise<boolean> =>
  (await tx.scoreFeedback.count({ where: { historyId, metric: askedMetric, userId } })) > 0 ||
  (await tx.scoreDispute.count({ where: { historyId, metric: askedMetric, decidedById: userId } })) > 0;

export const markBlindAnswer = async (
  tx: Tx,
  reviewId: number,
  { answer, userId, at }: { answer: boolean; userId: number; at: Date },
): Promise<void> => {
  await tx.blindReview.update({
    where: { id: reviewId },
    data: { answer, answeredById: userId, answeredAt: at },
  });
};

/** This person is not asked again. */
export const markSkipped = async (tx: Tx, reviewId: number, userId: number): Promise<void> => {
  await tx.blindReview.update({ where: { id: reviewId }, data: { skippedByIds: { push: userId } } });
};
