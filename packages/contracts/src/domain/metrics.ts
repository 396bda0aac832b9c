/**
 * The LM metrics: one catalogue for the engine, the database columns, the screens and the tests.
 * Meanings: shared `scoring.md`. Thresholds are read as "red at or over" (or "under", where less is worse).
 * `better`: which way a number goes when calls get better; `neither`: it tells how much there was, not how well it went.
 */
export const METRICS = {
  response_speed_score: { kind: 'score', min: 1, max: 5, group: 'operational', better: 'more' },
  talk_time_efficiency: { kind: 'score', min: 0, max: 100, group: 'operational', better: 'more' },
  queue_impact_index: { kind: 'score', min: 0, max: 100, group: 'operational', better: 'neither' },
  conversion_score: { kind: 'score', min: 0, max: 100, group: 'conversion', better: 'more' },
  lost_opportunity_score: {
    kind: 'score',
    min: 0,
    max: 100,
    group: 'conversion',
    better: 'less',
    red: 60,
    yellow: 40,
  },
  cross_sell_potential: {
    kind: 'score',
    min: 0,
    max: 100,
    group: 'conversion',
    better: 'neither',
    red: 60,
    yellow: 30,
  },
  checklist_coverage_ratio: { kind: 'score', min: 0, max: 100, group: 'quality', better: 'more' },
  normalized_call_score: {
    kind: 'score',
    min: 0,
    max: 100,
    group: 'quality',
    better: 'more',
    redUnder: 60,
    yellowUnder: 75,
  },
  script_risk_index: {
    kind: 'score',
    min: 0,
    max: 100,
    group: 'quality',
    better: 'less',
    red: 70,
    yellow: 40,
  },
  churn_risk_level: {
    kind: 'level',
    values: ['low', 'medium', 'high', 'critical'],
    group: 'risk',
    better: 'less',
  },
  complaint_risk_flag: { kind: 'flag', group: 'risk', better: 'less' },
  followup_needed_flag: { kind: 'flag', group: 'risk', better: 'less' },
  conversion_prob_forecast: { kind: 'probability', min: 0, max: 1, group: 'forecast', better: 'more' },
  second_call_prob: { kind: 'probability', min: 0, max: 1, group: 'forecast', better: 'neither' },
  complaint_prob: { kind: 'probability', min: 0, max: 1, group: 'forecast', better: 'less' },
  lm_version_tag: { kind: 'text', group: 'provenance' },
  calc_profile: { kind: 'text', group: 'provenance' },
  // The numbers behind the flag and the level.
  complaint_risk_score: {
    kind: 'score',
    min: 0,
    max: 100,
    group: 'risk',
    better: 'less',
    red: 60,
    yellow: 30,
  },
  churn_risk_score: { kind: 'score', min: 0, max: 100, group: 'risk', better: 'less', red: 60, yellow: 30 },
} as const;

export type MetricName = keyof typeof METRICS;
/** Whether a name, such as one that a stored score has, is a metric of this version. */
export const isMetricName = (name: string): name is MetricName => Object.hasOwn(METRICS, name);
/** In the order of the catalogue. */
export const METRIC_NAMES: readonly MetricName[] = Object.keys(METRICS).filter(isMetricName);

/** The parts that people see the metrics in. */
export const METRIC_GROUPS = ['operational', 'conversion', 'quality', 'risk', 'forecast'] as const;
export type MetricGroup = (typeof METRIC_GROUPS)[number];

/** `churn_risk_score` at or over which the level is medium, high, critical. */
export const CHURN_LEVEL_FROM = { medium: 30, high: 60, critical: 85 } as const;

/** With fewer calls a number is chance, and near to single people: it is not compared, nor shown to everybody (scoring.md). */
export const MIN_CALLS_TO_COMPARE = 30;

/** Why a metric is null (scoring.md, "Gates"). `not_judged`: this version does not judge it, as a language model's. */
export const GATES = [
  'not_a_dialogue',
  'no_transcript',
  'not_target',
  'no_wait',
  'no_duration',
  'not_judged',
] as const;
export type Gate = (typeof GATES)[number];

export const CHURN_LEVELS = METRICS.churn_risk_level.values;
export type ChurnLevel = (typeof CHURN_LEVELS)[number];

export const CALC_PROFILES = ['default', 'night', 'weekend'] as const;
export type CalcProfile = (typeof CALC_PROFILES)[number];

export const FOLLOWUP_REASONS = [
  'client_thinks',
  'client_asked_callback',
  'clinic_promised',
  'no_slots',
  'price',
  'dropped_call',
  'complaint_open',
] as const;
export type FollowupReason = (typeof FOLLOWUP_REASONS)[number];

export const LOSS_REASONS = [
  'price',
  'time',
  'competitor',
  'trust',
  'not_relevant',
  'operator_error',
  'unknown',
] as const;
export type LossReason = (typeof LOSS_REASONS)[number];
