export { createComparison, type Comparison, type ComparisonResult, type ScorePair } from './comparison.js';
export { comparisonText } from './comparison-text.js';
export { COMPARED_FLAGS, truthOfLabels, type ComparedFlag, type Truth } from './flags.js';
export { Labels } from '../fit/labelled.js';
export { agreementOf, type Agreement, type YesNoTable } from './agreement.js';
export type { Accuracy, FlagChange, RuleCount } from './flag-tally.js';
export { ComparisonState, withoutWords, type ChangeExample } from './state.js';
export type { NumberChange, NumberSummary } from './number-tally.js';
export type { ChoiceChange, Transition } from './choice-tally.js';
