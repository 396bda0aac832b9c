import { handlers } from '@perezvon/assignment';
import {
  assignmentAccept,
  assignmentComplete,
  assignmentCreate,
  assignmentFail,
  assignmentPause,
  assignmentStart,
  callMarkListened,
  type Envelope,
  type TrainingWish,
} from '@perezvon/contracts';
import type { Prisma } from '@perezvon/db';
import { callBack } from './past-callbacks.js';
import { act, momentOf, userId, type PastDeps } from './past.js';
import { OF_THE_DEMO } from './sources.js';
import type { PastAssignment, WorkingMoment } from './texts-schema.js';

const LOST_RED_FROM = 60;
/** What the demo's trainings are measured by. */
const TRAINED_METRIC = 'checklist_coverage_ratio';

/** The red calls of a list, the worst or the newest first. */
const LISTS = {
  complaint: { where: { complaintRiskFlag: true }, orderBy: { complaintRiskScore: 'desc' } },
  lost: {
    where: { lostOpportunityScore: { gte: LOST_RED_FROM }, complaintRiskFlag: false },
    orderBy: { lostOpportunityScore: 'desc' },
  },
  followup: {
    where: { followupNeededFlag: true, complaintRiskFlag: false },
    orderBy: { callDate: 'desc' },
  },
} as const satisfies Record<
  PastAssignment['call'],
  { where: Prisma.CallScoreWhereInput; orderBy: Prisma.CallScoreOrderByWithRelationInput }
>;

/** A call with the code of its operator. */
interface RedCall {
  historyId: number;
  operator: string;
}

/**
 * A red call that was over when it is said to have been given away, and that nobody has yet; of a training one of its
 * owner's own.
 */
const findCall = async (
  { db }: PastDeps,
  { call: list, kind, owner }: PastAssignment,
  givenAt: Date,
): Promise<RedCall | null> => {
  const { where, orderBy } = LISTS[list];
  const learner =
    kind === 'training'
      ? await db.user.findFirst({ where: { username: owner }, select: { operatorCode: true } })
      : null;
  const found = await db.callScore.findFirst({
    where: {
      ...where,
      isCurrent: true,
      callDate: { lt: givenAt },
      operator: learner?.operatorCode ?? { not: null },
      call: { source: OF_THE_DEMO, assignments: { none: {} } },
    },
    orderBy: [orderBy, { historyId: 'desc' }],
    select: { historyId: true, operator: true },
  });
  if (found === null || found.operator === null) return null;
  return { operator: found.operator, historyId: Number(found.historyId) };
};

/** What the operator of a red call is to learn from it. */
const trainingFrom = ({ historyId, operator }: RedCall): TrainingWish => ({
  operator,
  metric: TRAINED_METRIC,
  pattern: null,
  examples: [historyId],
});

const PLAIN_MOVES = { accept: assignmentAccept, start: assignmentStart } as const;

const moveIntent = (
  move: PastAssignment['moves'][number],
  assignmentId: number,
  context: { id: string; actorId: number; at: Date },
  momentFor: (moment: WorkingMoment) => Date,
): Envelope => {
  if (move.do === 'complete')
    return assignmentComplete.of({ assignmentId, result: move.result ?? null }, context);
  if (move.do === 'fail') return assignmentFail.of({ assignmentId, reason: 'no_answer' }, context);
  if (move.do !== 'pause') return PLAIN_MOVES[move.do].of({ assignmentId }, context);
  const until = momentFor(move.until).toISOString();
  return assignmentPause.of({ assignmentId, until, reason: 'client_asked' }, context);
};

const actOn = (intent: Envelope, at: Date, deps: PastDeps) => act('assignment', intent, handlers, at, deps);

const give = async (assignment: PastAssignment, position: number, deps: PastDeps): Promise<void> => {
  const { kind, by, owner, given, due, moves, calls } = assignment;
  const today = deps.now();
  const momentFor = (moment: WorkingMoment): Date => momentOf(moment, today, deps.zone);
  const givenAt = momentFor(given);
  const [red, actorId, ownerId] = [
    await findCall(deps, assignment, givenAt),
    await userId(deps, by),
    await userId(deps, owner),
  ];
  // A person or a red call that somebody has taken out of the demo: this one did not happen.
  if (red === null || actorId === null || ownerId === null) return;
  const { historyId } = red;

  const context = (step: string, actor: number, at: Date) => ({
    id: `demo-${position}-${step}`,
    actorId: actor,
    at,
  });
  await actOn(callMarkListened.of({ historyId }, context('listen', actorId, givenAt)), givenAt, deps);
  const dueAt = momentFor(due).toISOString();
  const training = kind === 'training' ? trainingFrom(red) : null;
  const wish = { historyId, kind, ownerId, dueAt, training };
  const create = assignmentCreate.of(wish, context('give', actorId, givenAt));
  await actOn(create, givenAt, deps);

  const created = await deps.db.assignment.findFirst({ where: { historyId, kind }, select: { id: true } });
  if (created === null) return;
  for (const move of moves) {
    const at = momentFor(move);
    await actOn(moveIntent(move, created.id, context(move.do, ownerId, at), momentFor), at, deps);
  }
  const { operatorCode } = await deps.db.user.findUniqueOrThrow({ where: { id: ownerId } });
  await callBack(historyId, { calls, operator: operatorCode }, deps);
};

/** What had been given away before the first start, in order of time; nothing where there are assignments already. */
export const givePastAssignments = async (
  assignments: readonly PastAssignment[],
  deps: PastDeps,
): Promise<void> => {
  if ((await deps.db.assignment.count()) > 0) return;
  const givenAt = ({ given }: PastAssignment): number => momentOf(given, deps.now(), deps.zone).getTime();
  const inOrder = assignments.toSorted((one, other) => givenAt(one) - givenAt(other));
  for (const [position, assignment] of inOrder.entries()) await give(assignment, position, deps);
};
