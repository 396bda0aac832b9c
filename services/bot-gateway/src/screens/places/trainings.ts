import { AssignmentId, HistoryId, TrainingMetric, TrainingPattern, UserId } from '@perezvon/contracts';
import { z } from 'zod';
import { MAX_OPERATOR_KEY } from '../../domain/operator-key.js';
import { definePlace } from '../define-place.js';
import { DueMinute } from './assignments.js';
import { PageDirection } from './calls.js';

/** More pages than any clinic has operators with patterns, or people. */
const MAX_PAGE = 999;
const PageNumber = z.int().min(0).max(MAX_PAGE);

const OperatorKey = z.int().positive().max(MAX_OPERATOR_KEY);

/** «🎓 Обучение»: what operators did again and again in the last week. */
export const patternsPlace = definePlace({
  id: 'train',
  permission: 'assignments.manage',
  params: z.object({ page: PageNumber }),
});

/** One operator's pattern with its calls; `operator`: his key (`operatorKey`). */
export const patternPlace = definePlace({
  id: 'train-of',
  permission: 'assignments.manage',
  params: z.object({ operator: OperatorKey, pattern: TrainingPattern }),
});

const asked = { permission: 'assignments.manage', isQuestion: true } as const;

/** A training on one call: what it is measured by. */
export const trainingMetricPlace = definePlace({
  id: 'train-what',
  ...asked,
  params: z.object({ historyId: HistoryId }),
});

/** A training that nobody has been given yet: on one call, or on a pattern. */
const TrainingPlan = z.object({
  historyId: HistoryId.nullable(),
  operator: OperatorKey,
  metric: TrainingMetric,
  pattern: TrainingPattern.nullable(),
});
export type TrainingPlan = z.output<typeof TrainingPlan>;

/** Who goes through it, where the operator himself cannot be given work, or somebody else is to. */
export const trainingOwnerPlace = definePlace({
  id: 'train-who',
  ...asked,
  params: TrainingPlan.extend({ page: PageNumber }),
});

const GivenTrainingPlan = TrainingPlan.extend({ ownerId: UserId });
export type GivenTrainingPlan = z.output<typeof GivenTrainingPlan>;

/** The deadline, and «Другая дата», which waits for typed words. */
export const trainingDuePlace = definePlace({ id: 'train-due', ...asked, params: GivenTrainingPlan });
export const trainingDatePlace = definePlace({ id: 'train-date', ...asked, params: GivenTrainingPlan });

/** The summary. */
export const trainingConfirmPlace = definePlace({
  id: 'train-ok',
  ...asked,
  params: GivenTrainingPlan.extend({ due: DueMinute }),
});

/** The calls of one training, and what it changed (`load` looks whose it is). */
export const trainingPlace = definePlace({
  id: 'train-one',
  permission: ['work.own', 'assignments.manage'],
  params: z.object({ assignmentId: AssignmentId }),
});

const ByPage = z.object({ direction: PageDirection, cursor: AssignmentId.optional() });

/** Everybody's trainings, the newest first, page by page. */
export const trainingsPlace = definePlace({
  id: 'trainings',
  permission: 'assignments.manage',
  params: ByPage,
});

/** «🎓 Мои тренинги», the newest first, page by page. */
export const myTrainingsPlace = definePlace({ id: 'mytrain', permission: 'work.own', params: ByPage });
