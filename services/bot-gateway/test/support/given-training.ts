import type { TrainingMetric, TrainingPattern } from '@perezvon/contracts';
import type { DbClient, Prisma } from '@perezvon/db';
import { clockAt, givenCall, givenScore, UNEVENTFUL_SCORE, type Clinic } from '@perezvon/db/testing';

/** A Tuesday, noon at the clinic. */
export const trainingClock = clockAt('2026-11-24T09:00:00Z');

const HOUR_MS = 3_600_000;
export const hoursAgo = (hours: number): Date => new Date(trainingClock().getTime() - hours * HOUR_MS);

/** A call of an operator, uneventful but for what is said. @returns its id */
export const givenScoredCall = async (
  db: DbClient,
  callDate: Date,
  operator: string,
  score: Partial<Prisma.CallScoreUncheckedCreateInput>,
): Promise<number> => {
  const call = await givenCall(db, { callDate, operator });
  await givenScore(db, call, { ...UNEVENTFUL_SCORE, ...score });
  return call.historyId;
};

/** One operator's day by one metric. */
export const rollup = (
  operator: string,
  day: string,
  calls: number,
  mean: number,
  metric: TrainingMetric,
) => ({
  metric,
  day: new Date(day),
  operator,
  calls,
  total: calls * mean,
  red: 0,
});

interface GivenTraining {
  operator: string;
  metric: TrainingMetric;
  ownerId: number;
  createdAt: string;
  /** undefined: it is open. */
  doneAt?: string;
  pattern?: TrainingPattern;
  examples?: readonly number[];
}

/** A training that the admin has given. @returns the id of its assignment */
export const givenTraining = async (
  db: DbClient,
  clinic: Clinic,
  training: GivenTraining,
): Promise<number> => {
  const { operator, metric, ownerId, createdAt, doneAt, pattern = null, examples = [] } = training;
  const { id } = await db.assignment.create({
    data: {
      kind: 'training',
      state: doneAt === undefined ? 'open' : 'done',
      ownerId,
      givenById: clinic.admin.id,
      dueAt: new Date('2026-11-27T15:00:00Z'),
      createdAt,
      closedAt: doneAt ?? null,
      training: {
        create: {
          operator,
          metric,
          pattern,
          examples: { create: examples.map((historyId) => ({ historyId })) },
        },
      },
    },
  });
  return id;
};
