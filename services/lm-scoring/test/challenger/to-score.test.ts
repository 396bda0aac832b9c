import { describe, expect, test } from '@jest/globals';
import { CallScore, METRICS, type CallRecord } from '@perezvon/contracts';
import fc from 'fast-check';
import { FOLLOWUP_REASONS, LOSS_REASONS, OUTCOMES } from '@perezvon/contracts';
import { createChallenger, type ModelAnswer } from '../../src/challenger/index.js';
import { PROVEN_LABELS } from '../../src/challenger/answer.js';
import { CALM_ANSWER } from '../../src/testing/index.js';

const challenger = createChallenger('some-model', 'Europe/Moscow');

const CALL: CallRecord = {
  history_id: 700_001,
  call_date: '2026-11-24T09:00:00+03:00',
  direction: 'inbound',
  await_sec: 10,
  talk_duration: 90,
  operator: 'op-1',
  transcript: [
    { t: 0, speaker: 'operator', text: 'клиника, Ирина, здравствуйте' },
    {
      t: 4,
      speaker: 'client',
      text: 'это Пономарёва, вы обещали перезвонить, я буду жаловаться на доктора Сабурова',
    },
    { t: 12, speaker: 'operator', text: 'сейчас всё проверю' },
  ],
  upstream: null,
};

const ANGRY: ModelAnswer = {
  ...CALM_ANSWER,
  outcome: 'complaint',
  complaint_risk: 'high',
  followup_needed: true,
  followup_reason: 'complaint_open',
  lost_opportunity: true,
  loss_reason: 'operator_error',
  churn_risk: 'high',
  cross_sell: true,
};
const evidence = (quote: string, turn = 1): ModelAnswer['evidence'] =>
  PROVEN_LABELS.map((label) => ({ label, turn, quote }));

const read = (answer: ModelAnswer, call = CALL) =>
  challenger.read(call, challenger.request(call, 'json_schema'), answer);

test('labels with quotes that stand in the call raise what the labels’ guide says', () => {
  const { score, refusedQuotes } = read({ ...ANGRY, evidence: evidence('вы обещали перезвонить') });

  expect(refusedQuotes).toBe(0);
  expect(score.metrics).toMatchObject({
    complaint_risk_flag: true,
    churn_risk_level: 'high',
    followup_needed_flag: true,
    followup_reason: 'complaint_open',
    loss_reason: 'operator_error',
    response_speed_score: 5,
    lm_version_tag: challenger.tag,
  });
  expect(score.metrics.lost_opportunity_score).toBeGreaterThanOrEqual(METRICS.lost_opportunity_score.red);
  expect(score.metrics.cross_sell_potential).toBeGreaterThanOrEqual(METRICS.cross_sell_potential.red);
  expect(score.gates).toMatchObject({ normalized_call_score: 'not_judged', complaint_prob: 'not_judged' });
});

test('a quote of redacted words is stored as the call has them', () => {
  const { score } = read({ ...ANGRY, evidence: evidence('я буду жаловаться на доктора [ИМЯ]') });

  expect(score.evidence.find(({ metric }) => metric === 'complaint_risk_flag')).toEqual({
    metric: 'complaint_risk_flag',
    turn: 1,
    t: 4,
    quote: 'я буду жаловаться на доктора Сабурова',
    rule: 'llm.complaint_risk',
    weight: 80,
  });
});

test.each([
  ['invented words', 'я подам на вас в суд', 1],
  ['words of another turn', 'сейчас всё проверю', 1],
  ['words that were hidden', 'Пономарёва', 1],
  ['a turn that is not there', 'обещали перезвонить', 7],
  ['a turn that is no whole number', 'обещали перезвонить', 1.5],
])('%s prove nothing, and nothing is raised by them', (_, quote, turn) => {
  const { score, refusedQuotes } = read({ ...ANGRY, evidence: evidence(quote, turn) });

  expect(refusedQuotes).toBe(PROVEN_LABELS.length);
  expect(score.evidence).toEqual([]);
  expect(score.metrics).toMatchObject({
    complaint_risk_flag: false,
    churn_risk_level: 'low',
    followup_needed_flag: false,
    followup_reason: null,
    lost_opportunity_score: 0,
    loss_reason: null,
    cross_sell_potential: 0,
  });
});

describe('what cannot be known is null with its reason', () => {
  test('in no dialogue', () => {
    const { score } = read({
      ...ANGRY,
      valid_dialogue: false,
      outcome: 'spam',
      evidence: evidence('вы обещали перезвонить'),
    });
    expect(score).toMatchObject({ valid_dialogue: false, outcome: 'spam', is_target: null, evidence: [] });
    expect(score.metrics.complaint_risk_flag).toBeNull();
    expect(score.gates).toMatchObject({
      complaint_risk_flag: 'not_a_dialogue',
      lost_opportunity_score: 'not_a_dialogue',
    });
  });

  test('in a call of somebody who is no client', () => {
    const { score } = read({ ...CALM_ANSWER, outcome: 'non_target', is_target: false });
    expect(score.metrics).toMatchObject({ conversion_score: null, complaint_risk_flag: false });
    expect(score.gates).toMatchObject({ conversion_score: 'not_target', cross_sell_potential: 'not_target' });
  });
});

test('another model is another version; the same one keeps its tag', () => {
  expect(createChallenger('some-model', 'UTC').tag).toBe(challenger.tag);
  expect(createChallenger('other-model', 'Europe/Moscow').tag).not.toBe(challenger.tag);
});

test('whatever the model answers: a valid score, every quote literal, nothing raised without one', () => {
  const words = fc.oneof(
    fc.constantFrom('вы обещали перезвонить', 'клиника, [ИМЯ]', 'сейчас', 'в суд'),
    fc.string(),
  );
  const answer: fc.Arbitrary<ModelAnswer> = fc.record({
    valid_dialogue: fc.boolean(),
    outcome: fc.constantFrom(...OUTCOMES),
    is_target: fc.option(fc.boolean()),
    complaint_risk: fc.option(fc.constantFrom('none', 'low', 'high')),
    followup_needed: fc.option(fc.boolean()),
    followup_reason: fc.option(fc.constantFrom(...FOLLOWUP_REASONS)),
    lost_opportunity: fc.option(fc.boolean()),
    loss_reason: fc.option(fc.constantFrom(...LOSS_REASONS)),
    churn_risk: fc.option(fc.constantFrom('low', 'medium', 'high')),
    cross_sell: fc.option(fc.boolean()),
    evidence: fc.array(
      fc.record({
        label: fc.constantFrom(...PROVEN_LABELS),
        turn: fc.integer({ min: -1, max: 4 }),
        quote: words,
      }),
      { maxLength: 12 },
    ),
  });
  fc.assert(
    fc.property(answer, (said) => {
      const { score } = read(said);
      expect(CallScore.safeParse(score).success).toBe(true);
      for (const { turn, quote } of score.evidence) expect(CALL.transcript?.[turn]?.text).toContain(quote);
      const proven = new Set(score.evidence.map(({ metric }) => metric));
      const { metrics } = score;
      const raised = [
        metrics.complaint_risk_flag === true && 'complaint_risk_flag',
        metrics.followup_needed_flag === true && 'followup_needed_flag',
        (metrics.lost_opportunity_score ?? 0) >= METRICS.lost_opportunity_score.yellow &&
          'lost_opportunity_score',
        (metrics.cross_sell_potential ?? 0) >= METRICS.cross_sell_potential.yellow && 'cross_sell_potential',
        (metrics.churn_risk_score ?? 0) >= METRICS.churn_risk_score.yellow && 'churn_risk_level',
        (metrics.complaint_risk_score ?? 0) >= METRICS.complaint_risk_score.yellow && 'complaint_risk_score',
      ].filter((metric) => metric !== false);
      for (const metric of raised) expect(proven).toContain(metric);
    }),
  );
});
