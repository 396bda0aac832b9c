export { scoreCall, type ScoreOptions } from './score/score-call.js';
export { loadRuleset, readRulesetFiles } from './rules/load-ruleset.js';
export { compileRuleset, rulesetHash, versionTag, type Ruleset, type RulesetFile } from './rules/ruleset.js';
export { RuleFileError } from './rules/read-rule-file.js';
export { parsePlainTranscript } from './text/plain-transcript.js';
export { ENGINE_VERSION } from './version.js';
export * from './compare/index.js';
