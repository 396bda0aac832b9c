import { handlers } from '@perezvon/assignment';
import {
  assignmentComplete,
  compensationApprove,
  compensationPropose,
  compensationRefuse,
  PAY_WITHIN_DAYS,
  type Envelope,
} from '@perezvon/contracts';
import { act, momentOf, userId, type PastDeps } from './past.js';
import { OF_THE_DEMO } from './sources.js';
import type { PastCompensation } from './texts-schema.js';

const DAY_MS = 24 * 60 * 60 * 1_000;
/** The demo's clinic works every day. */
const PAY_WITHIN_MS = PAY_WITHIN_DAYS * DAY_MS;

/** The worst complaint that was over by then and that nobody has compensated yet; null: there is none. */
const findComplaint = async ({ db }: PastDeps, before: Date): Promise<number | null> => {
  const found = await db.callScore.findFirst({
    where: {
      complaintRiskFlag: true,
      isCurrent: true,
      callDate: { lt: before },
      call: { source: OF_THE_DEMO, compensations: { none: {} } },
    },
    orderBy: [{ complaintRiskScore: 'desc' }, { historyId: 'desc' }],
    select: { historyId: true },
  });
  return found && Number(found.historyId);
};

const actOn = (intent: Envelope, at: Date, deps: PastDeps) => act('assignment', intent, handlers, at, deps);

type Decided = NonNullable<PastCompensation['decided']>;

const decide = async (
  { by, move, paid, ...moment }: Decided,
  { compensationId, proposedById }: { compensationId: number; proposedById: number },
  deps: PastDeps,
): Promise<void> => {
  const at = momentOf(moment, deps.now(), deps.zone);
  const actorId = await userId(deps, by);
  if (actorId === null) return;
  const context = { id: `demo-compensation-${compensationId}-${move}`, actorId, at };
  const payBy = new Date(at.getTime() + PAY_WITHIN_MS).toISOString();
  const decision =
    move === 'approve'
      ? compensationApprove.of({ compensationId, payBy }, context)
      : compensationRefuse.of({ compensationId, noteId: null }, context);
  await actOn(decision, at, deps);
  const { assignmentId } = await deps.db.compensation.findUniqueOrThrow({ where: { id: compensationId } });
  if (assignmentId === null || paid === undefined) return;
  const paidAt = momentOf(paid, deps.now(), deps.zone);
  const done = { id: `demo-compensation-${compensationId}-paid`, actorId: proposedById, at: paidAt };
  await actOn(assignmentComplete.of({ assignmentId, result: null }, done), paidAt, deps);
};

const propose = async (compensation: PastCompensation, position: number, deps: PastDeps): Promise<void> => {
  const { by, amountKopecks, reason, proposed, decided } = compensation;
  const at = momentOf(proposed, deps.now(), deps.zone);
  const [historyId, actorId] = [await findComplaint(deps, at), await userId(deps, by)];
  // A person or a complaint that somebody has taken out of the demo: this one did not happen.
  if (historyId === null || actorId === null) return;
  const wish = { historyId, amountKopecks, reason, noteId: null };
  await actOn(compensationPropose.of(wish, { id: `demo-compensation-${position}`, actorId, at }), at, deps);
  const stored = await deps.db.compensation.findFirst({ where: { historyId }, select: { id: true } });
  if (stored && decided) await decide(decided, { compensationId: stored.id, proposedById: actorId }, deps);
};

/** What had been proposed and decided before the first start; nothing where there are compensations already. */
export const givePastCompensations = async (
  compensations: readonly PastCompensation[],
  deps: PastDeps,
): Promise<void> => {
  if ((await deps.db.compensation.count()) > 0) return;
  for (const [position, compensation] of compensations.entries()) await propose(compensation, position, deps);
};
