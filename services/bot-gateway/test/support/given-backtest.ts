import { CallScore } from '@perezvon/contracts';
import type { DbClient } from '@perezvon/db';
import { givenCall } from '@perezvon/db/testing';
import { createComparison, withoutWords } from '@perezvon/lm/compare';

export const ACTIVE = 'v1.0.0+aaaaaaaa';
export const SHADOW = 'v1.1.0+bbbbbbbb';
const WORDS = 'вы обещали перезвонить и не перезвонили';

/** Stores an active version and one in shadow. */
export const givenTwoVersions = async (db: DbClient): Promise<void> => {
  await db.lmRuleset.createMany({
    data: [
      { tag: ACTIVE, content: {}, hash: 'a', state: 'active', engineVersion: '1.0.0' },
      { tag: SHADOW, content: {}, hash: 'b', state: 'shadow', engineVersion: '1.1.0' },
    ],
  });
};

const scoreOf = (historyId: number, tag: string, points: number): CallScore =>
  CallScore.parse({
    history_id: historyId,
    lm_version_tag: tag,
    calc_profile: 'default',
    valid_dialogue: true,
    outcome: points >= 60 ? 'complaint' : 'info_only',
    is_target: true,
    metrics: {
      response_speed_score: 5,
      talk_time_efficiency: 50,
      queue_impact_index: 10,
      conversion_score: 20,
      lost_opportunity_score: 0,
      cross_sell_potential: 0,
      checklist_coverage_ratio: 50,
      normalized_call_score: 80,
      script_risk_index: 0,
      churn_risk_level: 'low',
      churn_risk_score: 10,
      complaint_risk_flag: points >= 60,
      complaint_risk_score: points,
      followup_needed_flag: false,
      followup_reason: null,
      followup_due_at: null,
      loss_reason: null,
      conversion_prob_forecast: 0.2,
      second_call_prob: 0.2,
      complaint_prob: 0.1,
      lm_version_tag: tag,
      calc_profile: 'default',
    },
    gates: {},
    promise: null,
    evidence:
      points >= 60
        ? [
            {
              metric: 'complaint_risk_flag',
              turn: 1,
              t: 4,
              quote: WORDS,
              rule: 'complaint.promise',
              weight: 40,
            },
          ]
        : [],
    ruled_out: [],
  });

/** Stores a backtest of two calls that is over: one gained complaint, known to be right. */
export const givenBacktest = async (
  db: DbClient,
  requestedById: number,
): Promise<{ runId: number; historyId: number }> => {
  const turns = [
    { t: 0, speaker: 'operator' as const, text: 'Клиника «Образец», здравствуйте.' },
    { t: 4, speaker: 'client' as const, text: `Здравствуйте, ${WORDS}, мой номер 8 916 200 30 40.` },
  ];
  const { historyId } = await givenCall(db, { turns });
  const { historyId: other } = await givenCall(db, { turns });
  const comparison = createComparison();
  comparison.add({
    before: scoreOf(historyId, ACTIVE, 5),
    after: scoreOf(historyId, SHADOW, 80),
    truth: { complaint_risk_flag: true },
    turns,
  });
  comparison.add({ before: scoreOf(other, ACTIVE, 5), after: scoreOf(other, SHADOW, 5), turns });
  const { id: runId } = await db.lmRun.create({
    data: {
      kind: 'backtest',
      state: 'done',
      lmVersionTag: SHADOW,
      totalCalls: 2,
      doneCalls: 2,
      workedMs: 40n,
      report: withoutWords(comparison.state()),
      requestedById,
      createdAt: '2026-11-24T07:00:00Z',
      finishedAt: '2026-11-24T08:00:00Z',
    },
  });
  return { runId, historyId };
};
