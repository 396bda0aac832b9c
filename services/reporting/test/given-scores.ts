import { CHURN_LEVEL_FROM, LOSS_REASONS, METRICS, OUTCOMES, type Direction } from '@perezvon/contracts';
import type { DbClient } from '@perezvon/db';
import * as fc from 'fast-check';

/** One scored call as the property tests make it up. */
export interface MadeScore {
  callDate: Date;
  operator: string | null;
  isCurrent: boolean;
  hasTranscript: boolean;
  validDialogue: boolean;
  outcome: (typeof OUTCOMES)[number];
  isTarget: boolean | null;
  complaintRiskScore: number | null;
  followupNeededFlag: boolean | null;
  lostOpportunityScore: number | null;
  churnRiskScore: number | null;
  crossSellPotential: number | null;
  normalizedCallScore: number | null;
  responseSpeedScore: number | null;
  talkTimeEfficiency: number | null;
  queueImpactIndex: number | null;
  conversionScore: number | null;
  checklistCoverageRatio: number | null;
  scriptRiskIndex: number | null;
  complaintRiskFlag: boolean | null;
  conversionProbForecast: number | null;
  secondCallProb: number | null;
  complaintProb: number | null;
  lossReason: (typeof LOSS_REASONS)[number] | null;
  source: string | null;
  direction: Direction;
}

const {
  complaint_risk_score: complaint,
  lost_opportunity_score: lost,
  cross_sell_potential: crossSell,
} = METRICS;

/** Scores that lie on both sides of a line more often than chance would have it. */
const scoreAround = (...lines: number[]) => {
  const any = fc.integer({ min: 0, max: 100 });
  const near = lines.flatMap((line) => [line - 1, line]);
  return fc.option(near.length === 0 ? any : fc.oneof(any, fc.constantFrom(...near)));
};

/** Probabilities to the thousandth, so that some lie between two hundredths. */
const probability = fc.option(fc.integer({ min: 0, max: 1_000 }).map((thousandths) => thousandths / 1_000));

/** Moments around midnight in Moscow (21:00 UTC), so that days are easily taken for each other. */
const moment = fc
  .tuple(fc.constantFrom(21, 22, 23, 24), fc.constantFrom(0, 20, 21, 23), fc.constantFrom(0, 59))
  .map(([day, hour, minute]) => new Date(Date.UTC(2026, 10, day, hour, minute, minute)));

export const madeScore: fc.Arbitrary<MadeScore> = fc.record({
  callDate: moment,
  operator: fc.constantFrom('op-1', 'op-2', null),
  isCurrent: fc.boolean(),
  hasTranscript: fc.boolean(),
  validDialogue: fc.boolean(),
  outcome: fc.constantFrom(...OUTCOMES),
  isTarget: fc.option(fc.boolean()),
  complaintRiskScore: scoreAround(complaint.red, complaint.yellow),
  followupNeededFlag: fc.option(fc.boolean()),
  lostOpportunityScore: scoreAround(lost.red),
  churnRiskScore: scoreAround(CHURN_LEVEL_FROM.high),
  crossSellPotential: scoreAround(crossSell.red),
  normalizedCallScore: scoreAround(METRICS.normalized_call_score.redUnder),
  responseSpeedScore: fc.option(fc.integer({ min: 1, max: 5 })),
  talkTimeEfficiency: scoreAround(),
  queueImpactIndex: scoreAround(),
  conversionScore: scoreAround(),
  checklistCoverageRatio: scoreAround(),
  scriptRiskIndex: scoreAround(METRICS.script_risk_index.red),
  complaintRiskFlag: fc.option(fc.boolean()),
  conversionProbForecast: probability,
  secondCallProb: probability,
  complaintProb: probability,
  lossReason: fc.option(fc.constantFrom(...LOSS_REASONS)),
  source: fc.constantFrom('site', 'maps', null),
  direction: fc.constantFrom('inbound', 'outbound'),
});

let lastHistoryId = 100_000;

/** Stores calls with their scores, many in one statement. @returns the calls' ids in the same order */
export const storeScores = async (db: DbClient, scores: readonly MadeScore[]): Promise<number[]> => {
  const rows = scores.map((score) => ({ ...score, historyId: (lastHistoryId += 1) }));
  await db.call.createMany({
    data: rows.map(({ historyId, callDate, operator, source, direction }) => ({
      historyId,
      callDate,
      operator,
      source,
      direction,
      contentHash: Buffer.from(String(historyId)),
    })),
  });
  await db.callScore.createMany({
    data: rows.map(({ hasTranscript, source: _ofTheCall, direction: _too, ...score }) => ({
      ...score,
      lmVersionTag: 'v1.0.0+00000000',
      revision: 1,
      calcProfile: 'default' as const,
      gates: hasTranscript ? { response_speed_score: 'no_wait' } : { conversion_score: 'no_transcript' },
      evidence: [],
      ruledOut: [],
    })),
  });
  return rows.map(({ historyId }) => historyId);
};

export interface Counts {
  day: string;
  operator: string;
  calls: number;
  withoutTranscript: number;
  validDialogues: number;
  missed: number;
  targetCalls: number;
  records: number;
  complaintRed: number;
  complaintYellow: number;
  followupNeeded: number;
  lostRed: number;
  churnHigh: number;
  crossSell: number;
  qualitySum: number;
  qualityCalls: number;
}

const MOSCOW_MS = 3 * 3_600_000;
const dayInMoscow = (moment: Date): string =>
  new Date(moment.getTime() + MOSCOW_MS).toISOString().slice(0, 10);
const atLeast = (value: number | null, line: number): boolean => value !== null && value >= line;

/** A client who called and whom nobody answered. */
const isMissed = ({ outcome, direction, hasTranscript }: MadeScore): boolean =>
  outcome === 'missed' && direction === 'inbound' && hasTranscript;

/** The same counts in plain code: what the roll-ups of these scores have to be, by day and operator. */
export const countPlainly = (scores: readonly MadeScore[]): Counts[] => {
  const current = scores.filter(({ isCurrent }) => isCurrent);
  const keyOf = ({ callDate, operator }: MadeScore) => `${dayInMoscow(callDate)} ${operator ?? ''}`;
  return [...new Set(current.map(keyOf))].sort().map((key) => {
    const mine = current.filter((score) => keyOf(score) === key);
    const count = (isCounted: (score: MadeScore) => boolean) => mine.filter(isCounted).length;
    const qualities = mine.flatMap(({ normalizedCallScore }) => normalizedCallScore ?? []);
    const [day = '', operator = ''] = key.split(' ');
    return {
      day,
      operator,
      calls: mine.length,
      withoutTranscript: count(({ hasTranscript }) => !hasTranscript),
      validDialogues: count(({ validDialogue }) => validDialogue),
      missed: count(isMissed),
      targetCalls: count(({ isTarget }) => isTarget === true),
      records: count(({ outcome }) => outcome === 'record'),
      complaintRed: count(({ complaintRiskScore: value }) => atLeast(value, complaint.red)),
      complaintYellow: count(
        ({ complaintRiskScore: value }) => atLeast(value, complaint.yellow) && !atLeast(value, complaint.red),
      ),
      followupNeeded: count(({ followupNeededFlag }) => followupNeededFlag === true),
      lostRed: count(({ lostOpportunityScore: value }) => atLeast(value, lost.red)),
      churnHigh: count(({ churnRiskScore: value }) => atLeast(value, CHURN_LEVEL_FROM.high)),
      crossSell: count(({ crossSellPotential: value }) => atLeast(value, crossSell.red)),
      qualitySum: qualities.reduce((sum, value) => sum + value, 0),
      qualityCalls: qualities.length,
    };
  });
};

/** The stored roll-ups in the same form: of what is shown, or of one version. */
export const storedCounts = async (db: DbClient, lmVersionTag = ''): Promise<Counts[]> => {
  const rows = await db.dailyRollup.findMany({
    where: { lmVersionTag },
    orderBy: [{ day: 'asc' }, { operator: 'asc' }],
    omit: { updatedAt: true, lmVersionTag: true, shownCalls: true },
  });
  return rows.map(({ day, ...counts }) => ({ day: day.toISOString().slice(0, 10), ...counts }));
};
