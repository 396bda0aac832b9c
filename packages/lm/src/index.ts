export { scoreCall, type ScoreOptions } from './score/score-call.js';
export { loadRuleset, readRulesetFiles } from './rules/load-ruleset.js';
export { compileRuleset, rulesetHash, versionTag, type Ruleset, type RulesetFile } from './rules/ruleset.js';
export { RuleFileError } from './rules/read-rule-file.js';
export { parsePlainTranscript } from './text/plain-transcript.js';
export { ENGINE_VERSION } from './version.js';
export {
  createComparison,
  type Comparison,
  type ComparisonResult,
  type ScorePair,
} from './compare/comparison.js';
export { comparisonText } from './compare/comparison-text.js';
export { COMPARED_FLAGS, truthOfLabels, type ComparedFlag, type Truth } from './compare/flags.js';
export { agreementOf, type Agreement, type YesNoTable } from './compare/agreement.js';
export type { Accuracy, ChangeExample, FlagChange, RuleCount } from './compare/flag-tally.js';
export type { NumberChange, NumberSummary } from './compare/number-tally.js';
export type { ChoiceChange, Transition } from './compare/choice-tally.js';
