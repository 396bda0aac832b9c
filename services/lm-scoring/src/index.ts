export { LmScoringEnvironment, type LmScoringConfig } from './config.js';
export { handlersWith, type HandlerDeps } from './handlers.js';
export { compileAhead, registerRulesets } from './register-rulesets.js';
export { contentOf, filesOf, withAdditions, type RulesetContent } from './rulesets/content.js';
export { compileWith, type CompileEngine, type Engine } from './rulesets/engine.js';
export { createRulesets, type CannotRun, type Rulesets } from './rulesets/rulesets.js';
export { compareCalls } from './runs/backtest-calls.js';
export { countCalls, listCallsAfter, type RunPeriod, type RunPlace } from './runs/run-store.js';
export { start } from './start.js';
export { findAdditions } from './store/additions.js';
export { listReceivedCalls, type ReceivedCall } from './store/received-calls.js';
export {
  findActiveVersion,
  findRulesContent,
  findVersion,
  keepVersion,
  type NewVersion,
  type Version,
} from './store/rulesets.js';
