import type { Log, QueueHandlers } from '@perezvon/messaging';
import { scoreReceivedCalls } from './events/call-received.js';
import { scoreShadows } from './events/call-shadow-due.js';
import { activateRuleset } from './intents/activate-ruleset.js';
import { answerBlindReview } from './intents/answer-blind-review.js';
import { decideDispute } from './intents/decide-dispute.js';
import { giveFeedback } from './intents/give-feedback.js';
import { openDispute } from './intents/open-dispute.js';
import { retireRuleset } from './intents/retire-ruleset.js';
import { rollBackRuleset } from './intents/roll-back-ruleset.js';
import { shadowRuleset } from './intents/shadow-ruleset.js';
import { withdrawFeedback } from './intents/withdraw-feedback.js';
import type { Rulesets } from './rulesets/rulesets.js';
import { cancelRun, pauseRun, resumeRun } from './runs/decide.js';
import { startRun } from './runs/start-run.js';
import { stepRun, type RunDeps } from './runs/step.js';

/** What the handlers need besides their transaction. */
export interface HandlerDeps {
  rulesets: Rulesets;
  log: Log;
}

/** All that the queue `lm-scoring` brings. */
export const handlersWith = ({ rulesets, log }: HandlerDeps): QueueHandlers<'lm-scoring'> => {
  const runs: RunDeps = { rulesets, log };
  return {
    intents: {
      'ruleset.activate': activateRuleset(rulesets),
      'ruleset.roll_back': rollBackRuleset(rulesets),
      'ruleset.shadow': shadowRuleset(rulesets),
      'ruleset.retire': retireRuleset,
      'score.feedback': giveFeedback,
      'score.feedback_withdraw': withdrawFeedback,
      'blind_review.answer': answerBlindReview,
      'dispute.open': openDispute,
      'dispute.decide': decideDispute,
      'lm_run.start': startRun(runs),
      'lm_run.pause': pauseRun,
      'lm_run.resume': resumeRun,
      'lm_run.cancel': cancelRun,
    },
    events: {
      'call.received': scoreReceivedCalls(rulesets),
      'call.shadow_due': scoreShadows({ rulesets, log }),
      'lm_run.step': stepRun(runs),
    },
  };
};
