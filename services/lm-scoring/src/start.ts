import { withTransaction } from '@perezvon/db';
import { compileRuleset, ENGINE_VERSION, readRulesetFiles, rulesetHash, scoreCall } from '@perezvon/lm';
import { consume, type MessagingDeps, type QueueHandlers, type Stop } from '@perezvon/messaging';
import type { LmScoringConfig } from './config.js';
import { scoreReceivedCalls, type Engine } from './events/call-received.js';
import { activateRuleset } from './store/rulesets.js';

/** All that the queue `lm-scoring` brings, scored with this engine. */
export const handlersWith = (engine: Engine): QueueHandlers<'lm-scoring'> => ({
  intents: {},
  events: { 'call.received': scoreReceivedCalls(engine) },
});

/**
 * Scores every call that arrives, with the rules that `@perezvon/lm` ships; they are kept in `lm_rulesets` first,
 * so that a score is never older than its explanation. Any number of processes may run side by side.
 * @throws RuleFileError when the rules cannot be read
 */
export const start = async (
  deps: MessagingDeps,
  { CLINIC_TIMEZONE: timezone }: LmScoringConfig,
): Promise<Stop> => {
  const files = readRulesetFiles();
  const ruleset = compileRuleset(files);
  const { tag } = ruleset;
  const content = Object.fromEntries(files.map((file) => [file.name, file.content]));
  await withTransaction(deps.db, (tx) =>
    activateRuleset(tx, { tag, hash: rulesetHash(files), content, engineVersion: ENGINE_VERSION }),
  );
  deps.log.info({ lmVersionTag: tag }, 'rules loaded');

  return consume(
    'lm-scoring',
    handlersWith({ tag, score: (call) => scoreCall(call, ruleset, { timezone }) }),
    deps,
  );
};
