import { OPEN_ASSIGNMENT_STATES, type TrainingWish } from '@perezvon/contracts';
import type { Tx } from '@perezvon/db';

/** First key of the advisory locks under which trainings of one operator are given one after the other. */
const OPERATOR_LOCK = 0x7472_6169;

/** An operator and a metric: one training at a time. */
export interface MeasuredBy {
  operator: string;
  metric: string;
}

/**
 * The open training of an operator in a metric. Nobody else gives that operator one until the transaction ends.
 * @returns the assignment's id; null: there is none
 */
export const findOpenTraining = async (tx: Tx, { operator, metric }: MeasuredBy): Promise<number | null> => {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${OPERATOR_LOCK}::int, hashtext(${operator}))`;
  const row = await tx.training.findFirst({
    where: { operator, metric, assignment: { state: { in: [...OPEN_ASSIGNMENT_STATES] } } },
    select: { assignmentId: true },
  });
  return row?.assignmentId ?? null;
};

/** What a training is measured by; null: the assignment is none. */
export const findTraining = (tx: Tx, assignmentId: number): Promise<MeasuredBy | null> =>
  tx.training.findUnique({ where: { assignmentId }, select: { operator: true, metric: true } });

/** Keeps what a training is about. Examples that are no calls (any more) are left out. */
export const insertTraining = async (
  tx: Tx,
  assignmentId: number,
  { examples, ...training }: TrainingWish,
): Promise<void> => {
  const known = await tx.call.findMany({
    where: { historyId: { in: [...examples] } },
    select: { historyId: true },
  });
  await tx.training.create({
    data: { ...training, assignmentId, examples: { create: known } },
    select: { assignmentId: true },
  });
};
