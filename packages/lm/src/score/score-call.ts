import type { CallRecord, CallScore, Metrics, Outcome } from '@perezvon/contracts';
import { analyse, judge, type Analysis } from '../engine/analyse.js';
import { decide } from '../engine/decide.js';
import { calcProfile } from '../metrics/calc-profile.js';
import { operationalMetrics } from '../metrics/operational.js';
import { readPromise } from '../promise/read-promise.js';
import { inProfile, type Ruleset } from '../rules/ruleset.js';
import { ruledOutOf } from './evidence.js';
import { gatesOf, talkGate } from './gates.js';
import { NO_TALK, scoreTalk, type TalkScore } from './talk-metrics.js';

export interface ScoreOptions {
  /** The clinic's time zone, IANA name such as `Europe/Moscow`. */
  readonly timezone: string;
}

interface Verdict extends TalkScore {
  readonly outcome: Outcome;
  readonly isTarget: boolean | null;
}

const readTalk = (
  analysis: Analysis,
  ruleset: Ruleset,
  response: number | null,
  timezone: string,
): Verdict => {
  const { isDialogue, outcome } = analysis.validity;
  if (!isDialogue) return { metrics: NO_TALK, evidence: [], outcome: outcome ?? 'technical', isTarget: null };
  const decision = decide(ruleset.model, judge(analysis, ruleset), analysis.state);
  const talk = scoreTalk(analysis, decision, ruleset, { response, timezone });
  return { ...talk, outcome: decision.outcome, isTarget: decision.raised.target };
};

/**
 * Scores one call: the same call, ruleset and zone always give the same score. No I/O, no clock.
 * A call without a transcript or without a dialogue is scored too; what cannot be known is null with its gate.
 * @throws never on the words of a call, whatever they are
 */
export const scoreCall = (call: CallRecord, ruleset: Ruleset, { timezone }: ScoreOptions): CallScore => {
  const analysis = analyse(call, ruleset);
  const operational = operationalMetrics(call);
  const profile = calcProfile(call.call_date, timezone);
  const {
    metrics: talk,
    evidence,
    outcome,
    isTarget,
  } = readTalk(analysis, inProfile(ruleset, profile), operational.response_speed_score, timezone);
  const metrics: Metrics = {
    ...operational,
    ...talk,
    lm_version_tag: ruleset.tag,
    calc_profile: profile,
  };
  const gate = talkGate(call, analysis.validity);
  return {
    history_id: call.history_id,
    lm_version_tag: ruleset.tag,
    calc_profile: profile,
    valid_dialogue: analysis.validity.isDialogue,
    outcome,
    is_target: isTarget,
    metrics,
    gates: gatesOf(call, gate, isTarget, metrics),
    evidence: [...evidence],
    ruled_out: analysis.validity.isDialogue ? ruledOutOf(analysis.ruledOut) : [],
    promise: readPromise(analysis, timezone),
  };
};
