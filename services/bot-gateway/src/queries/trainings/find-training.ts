import { TrainingMetric, TrainingPattern, type AssignmentState } from '@perezvon/contracts';
import type { Db } from '@perezvon/db';
import type { Period } from '@perezvon/db/calls';
import {
  measureOperator,
  measureOthers,
  type OperatorSample,
  type OthersSample,
} from '@perezvon/db/trainings';
import type { TrainingSamples } from '../../domain/training-effect.js';
import { daysAfterTraining, daysBeforeTraining } from '../../domain/training-windows.js';
import type { PersonName } from '../../people/person.js';
import { findOperatorNames } from '../people/operator-names.js';
import { listExamples, type TrainingExample } from './list-examples.js';
import { PERSON_NAME } from '../people/person-name.js';

/** What a training is: whose, about what, and when. */
export interface Training {
  assignmentId: number;
  state: AssignmentState;
  /** The code in the calls, and the name where somebody in the bot has it. */
  operator: { code: string; name: PersonName | null };
  owner: PersonName & { id: number };
  givenBy: PersonName & { id: number };
  metric: TrainingMetric;
  /** null: it was given for single calls. */
  pattern: TrainingPattern | null;
  dueAt: Date;
  examples: readonly TrainingExample[];
  before: Period<number>;
  /** null: it is not done. */
  after: Period<number> | null;
  /** `after` is empty until the training is done. */
  samples: TrainingSamples;
}

interface Measured {
  operator: string;
  metric: TrainingMetric;
  without: readonly number[];
}

const NO_OPERATOR_CALLS: OperatorSample = { calls: 0, mean: null, variance: null, versions: [] };
const NO_OTHERS: OthersSample = { calls: 0, mean: null, operators: 0 };

/** One operator and the others in the same days; none of them where there are no days yet. */
const measure = async (
  db: Db,
  { without, ...asked }: Measured,
  days: Period<number> | null,
): Promise<{ own: OperatorSample; others: OthersSample }> => {
  if (days === null) return { own: NO_OPERATOR_CALLS, others: NO_OTHERS };
  const [own, others] = await Promise.all([
    measureOperator(db, { ...asked, without, since: days.since, until: days.until }),
    measureOthers(db, { ...asked, ...days }),
  ]);
  return { own, others };
};

const PERSON = { select: { id: true, ...PERSON_NAME } } as const;

const findRow = (db: Db, assignmentId: number) =>
  db.training.findUnique({
    where: { assignmentId },
    select: {
      operator: true,
      metric: true,
      pattern: true,
      examples: { select: { historyId: true } },
      assignment: {
        select: { state: true, dueAt: true, createdAt: true, closedAt: true, owner: PERSON, givenBy: PERSON },
      },
    },
  });

/** Both windows of a training, measured for its operator and for the others. */
const measureBoth = async (
  db: Db,
  asked: Measured,
  { before, after }: Pick<Training, 'before' | 'after'>,
): Promise<TrainingSamples> => {
  const [past, since] = await Promise.all([measure(db, asked, before), measure(db, asked, after)]);
  return {
    metric: asked.metric,
    before: past.own,
    after: since.own,
    othersBefore: past.others,
    othersAfter: since.others,
  };
};

/**
 * One training with its calls and what can be measured of it: a person's calls of two times thirty days, and the roll-ups
 * of the others. null: there is none, or it is measured by what this version does not know.
 */
export const findTraining = async (
  db: Db,
  assignmentId: number,
  timezone: string,
): Promise<Training | null> => {
  const row = await findRow(db, assignmentId);
  const known = TrainingMetric.safeParse(row?.metric);
  if (!row || !known.success) return null;
  const { operator, assignment } = row;
  const { state, createdAt, closedAt, dueAt, owner, givenBy } = assignment;
  const metric = known.data;
  const pattern = TrainingPattern.safeParse(row.pattern).data ?? null;
  const windows = {
    before: daysBeforeTraining(createdAt, timezone),
    after: state === 'done' && closedAt !== null ? daysAfterTraining(closedAt, timezone) : null,
  };
  const historyIds = row.examples.map(({ historyId }) => Number(historyId));
  const [samples, names, examples] = await Promise.all([
    measureBoth(db, { operator, metric, without: historyIds }, windows),
    findOperatorNames(db, [operator]),
    listExamples(db, historyIds, pattern),
  ]);
  return {
    assignmentId,
    state,
    operator: { code: operator, name: names.get(operator) ?? null },
    owner,
    givenBy,
    metric,
    pattern,
    dueAt,
    examples,
    ...windows,
    samples,
  };
};
