export { scoreCall, type ScoreOptions } from './score/score-call.js';
export { loadRuleset, readRulesetFiles } from './rules/load-ruleset.js';
export { compileRuleset, type Ruleset } from './rules/ruleset.js';
export {
  CLINIC_FILE,
  MODEL_FILE,
  rulesetHash,
  versionTag,
  withClinicAdditions,
  type RulesetFile,
} from './rules/ruleset-file.js';
export { checkRuleset, type RulesetCheck, type RulesetSummary } from './rules/check-ruleset.js';
export { problemText, RuleFileError, type Problem } from './rules/problem.js';
export { parsePlainTranscript } from './text/plain-transcript.js';
export { ENGINE_VERSION } from './version.js';
export * from './compare/index.js';
export { operationalMetrics, type OperationalMetrics } from './metrics/operational.js';
export { calcProfile } from './metrics/calc-profile.js';
export { churnLevel } from './metrics/risk.js';
export { NO_TALK, type TalkMetrics } from './score/talk-metrics.js';
export { gatesOf, type Gates } from './score/gates.js';
