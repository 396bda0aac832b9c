export { decideCalls, decideTruths, type DecidedCall, type Vote } from './decide-calls.js';
export { drawWeek, type DrawnQuestion, type JudgedPair } from './draw-week.js';
export {
  feedbackQuality,
  type FeedbackQuality,
  type MetricQuality,
  type Precision,
  type RuleQuality,
} from './rule-quality.js';
export {
  ENOUGH_PAIRS,
  summariseOpinions,
  type MetricAgreement,
  type OpinionsSummary,
  type SecondOpinion,
} from './second-opinions.js';
export { wilsonInterval, type ShareInterval } from './wilson.js';
