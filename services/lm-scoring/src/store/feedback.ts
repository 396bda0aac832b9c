import type { FeedbackVerdict, JudgedMetric, JudgedScores } from '@perezvon/contracts';
import type { Tx } from '@perezvon/db';
import { z } from 'zod';

/** The score that a judgement is about. */
export interface JudgedScore extends JudgedScores {
  lmVersionTag: string;
  /** The revision of the call that was scored, and when. */
  revision: number;
  scoredAt: Date;
  /** Why a metric is null, by its name. */
  gates: Readonly<Record<string, string>>;
  evidence: readonly { metric: string; rule: string }[];
}

export interface JudgedCall {
  operator: string | null;
  /** null: not scored yet. */
  score: JudgedScore | null;
}

// Only what a judgement needs: a score that another version wrote in a wider form can be judged too.
const Gates = z.record(z.string(), z.string());
const EvidenceRules = z.array(z.object({ metric: z.string(), rule: z.string() }));

const SCORE = {
  lmVersionTag: true,
  revision: true,
  scoredAt: true,
  complaintRiskFlag: true,
  followupNeededFlag: true,
  lostOpportunityScore: true,
  churnRiskScore: true,
  crossSellPotential: true,
  gates: true,
  evidence: true,
} as const;

/** Rules whose words raised the metric, each once. */
export const rulesBehind = (score: JudgedScore, metric: JudgedMetric): string[] => [
  ...new Set(score.evidence.filter((one) => one.metric === metric).map(({ rule }) => rule)),
];

/** The score that is shown. @returns null: there is none yet */
export const findJudgedScore = async (tx: Tx, historyId: number): Promise<JudgedScore | null> => {
  const row = await tx.callScore.findFirst({ where: { historyId, isCurrent: true }, select: SCORE });
  return (
    row && {
      lmVersionTag: row.lmVersionTag,
      revision: row.revision,
      scoredAt: row.scoredAt,
      complaint_risk_flag: row.complaintRiskFlag,
      followup_needed_flag: row.followupNeededFlag,
      lost_opportunity_score: row.lostOpportunityScore,
      churn_risk_score: row.churnRiskScore,
      cross_sell_potential: row.crossSellPotential,
      gates: Gates.parse(row.gates),
      evidence: EvidenceRules.parse(row.evidence),
    }
  );
};

/**
 * A call with its current score. It stays locked until the end of the transaction: what is judged is what is shown, and
 * two taps of one person wait for each other.
 * @returns null: there is no such call
 */
export const lockJudgedCall = async (tx: Tx, historyId: number): Promise<JudgedCall | null> => {
  const [call] = await tx.$queryRaw<{ operator: string | null }[]>`
    SELECT operator FROM calls WHERE history_id = ${historyId} FOR NO KEY UPDATE`;
  return call === undefined ? null : { ...call, score: await findJudgedScore(tx, historyId) };
};

/** Whether a person is the operator of the call: nobody judges what is said of himself. */
export const isOwnCall = async (tx: Tx, userId: number, operator: string | null): Promise<boolean> =>
  operator !== null && (await tx.user.count({ where: { id: userId, operatorCode: operator } })) > 0;

/** Whose word about what. */
export interface FeedbackKey {
  historyId: number;
  metric: JudgedMetric;
  userId: number;
}

export interface GivenFeedback {
  verdict: FeedbackVerdict;
  /** The version whose score was judged. */
  lmVersionTag: string;
}

/** What this person says now. @returns null: nothing */
export const findFeedback = (tx: Tx, key: FeedbackKey): Promise<GivenFeedback | null> =>
  tx.scoreFeedback.findUnique({
    where: { historyId_metric_userId: key },
    select: { verdict: true, lmVersionTag: true },
  });

interface NewFeedback extends FeedbackKey, GivenFeedback {
  /** Rules whose words raised the metric; [] for what was missed. */
  rules: readonly string[];
  at: Date;
}

/** One word a person, call and metric: what was said before is replaced. The caller holds the call's lock. */
export const markFeedback = async (
  tx: Tx,
  { at, rules, verdict, lmVersionTag, ...key }: NewFeedback,
): Promise<void> => {
  const said = { verdict, lmVersionTag, rules: [...rules], updatedAt: at };
  await tx.scoreFeedback.upsert({
    where: { historyId_metric_userId: key },
    create: { ...key, ...said, createdAt: at },
    update: said,
  });
};

/** @returns what was said, null when there was nothing */
export const deleteFeedback = async (tx: Tx, key: FeedbackKey): Promise<GivenFeedback | null> => {
  const [deleted] = await tx.$queryRaw<GivenFeedback[]>`
    DELETE FROM score_feedback
    WHERE history_id = ${key.historyId} AND metric = ${key.metric} AND user_id = ${key.userId}
    RETURNING verdict::text AS verdict, lm_version_tag AS "lmVersionTag"`;
  return deleted ?? null;
};
