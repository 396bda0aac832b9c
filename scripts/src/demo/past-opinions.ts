import {
  disputeDecide,
  disputeOpen,
  scoreFeedback,
  type Envelope,
  type JudgedMetric,
} from '@perezvon/contracts';
import type { Prisma } from '@perezvon/db';
import { compileWith, createRulesets, handlersWith } from '@perezvon/lm-scoring';
import { act, momentOf, userId, type PastDeps } from './past.js';
import { OF_THE_DEMO } from './sources.js';
import type { Opinions, PastDispute, PastJudgement } from './texts-schema.js';

type Act = (intent: Envelope, at: Date) => Promise<unknown>;

/** Of what is judged, what the demo's people have judged; the others have no flag that a question could ask for. */
const RAISED: Partial<Record<JudgedMetric, Prisma.CallScoreWhereInput>> = {
  complaint_risk_flag: { complaintRiskFlag: true },
  followup_needed_flag: { followupNeededFlag: true },
};

/** Raised calls, the newest first, that were over by then and about which nobody has said anything yet. */
const listUnjudged = async (
  { db }: PastDeps,
  metric: JudgedMetric,
  { before, operator, limit }: { before: Date; operator?: string; limit: number },
): Promise<number[]> => {
  const found = await db.callScore.findMany({
    where: {
      ...RAISED[metric],
      isCurrent: true,
      callDate: { lt: before },
      ...(operator === undefined ? {} : { operator }),
      call: { source: OF_THE_DEMO, feedback: { none: {} }, disputes: { none: {} } },
    },
    orderBy: [{ callDate: 'desc' }, { historyId: 'desc' }],
    take: limit,
    select: { historyId: true },
  });
  return found.map(({ historyId }) => Number(historyId));
};

/** @returns the dispute's number; null: the operator or such a call is not in the demo any more */
const tellDispute = async (
  { by, reason, opened }: PastDispute,
  actAt: Act,
  deps: PastDeps,
): Promise<number | null> => {
  const at = momentOf(opened, deps.now(), deps.zone);
  const { db } = deps;
  const own = await db.user.findFirst({ where: { username: by }, select: { id: true, operatorCode: true } });
  if (!own?.operatorCode) return null;
  const metric = 'complaint_risk_flag';
  const question = { before: at, operator: own.operatorCode, limit: 1 };
  const [historyId] = await listUnjudged(deps, metric, question);
  if (historyId === undefined) return null;
  const context = { id: `demo-dispute-${historyId}`, actorId: own.id, at };
  await actAt(disputeOpen.of({ historyId, metric, reason }, context), at);
  return (await db.scoreDispute.findFirst({ where: { historyId }, select: { id: true } }))?.id ?? null;
};

const tellDecision = async (
  { by, outcome, ...moment }: NonNullable<PastDispute['decided']>,
  disputeId: number,
  actAt: Act,
  deps: PastDeps,
): Promise<void> => {
  const at = momentOf(moment, deps.now(), deps.zone);
  const actorId = await userId(deps, by);
  if (actorId === null) return;
  await actAt(disputeDecide.of({ disputeId, outcome }, { id: `demo-decided-${disputeId}`, actorId, at }), at);
};

const tellJudgement = async (
  { by, metric, verdict, calls, given }: PastJudgement,
  actAt: Act,
  deps: PastDeps,
): Promise<void> => {
  const at = momentOf(given, deps.now(), deps.zone);
  const actorId = await userId(deps, by);
  if (actorId === null) return;
  for (const historyId of await listUnjudged(deps, metric, { before: at, limit: calls }))
    await actAt(
      scoreFeedback.of({ historyId, metric, verdict }, { id: `demo-judged-${historyId}`, actorId, at }),
      at,
    );
};

/** What people had said of the scores before the first start; nothing where somebody has said something already. */
export const givePastOpinions = async ({ disputes, judgements }: Opinions, deps: PastDeps): Promise<void> => {
  const { db, log, zone } = deps;
  if ((await db.scoreFeedback.count()) + (await db.scoreDispute.count()) > 0) return;
  // None of these handlers scores anything: no rules are compiled for them.
  const rulesets = createRulesets({ compile: compileWith({ timezone: zone }), log });
  const handlers = handlersWith({ rulesets, log });
  const actAt: Act = (intent, at) => act('lm-scoring', intent, handlers, at, deps);
  for (const judgement of judgements) await tellJudgement(judgement, actAt, deps);
  const told: { dispute: PastDispute; id: number | null }[] = [];
  for (const dispute of disputes) told.push({ dispute, id: await tellDispute(dispute, actAt, deps) });
  // After all were opened: the log tells it in the order in which it happened.
  for (const { dispute, id } of told)
    if (dispute.decided && id !== null) await tellDecision(dispute.decided, id, actAt, deps);
};
