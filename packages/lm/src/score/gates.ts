import {
  METRICS,
  type CallRecord,
  type Gate,
  type MetricName,
  type Metrics,
  METRIC_NAMES,
} from '@perezvon/contracts';
import type { Validity } from '../engine/validity.js';

export type Gates = Partial<Record<MetricName, Gate>>;

const OPERATIONAL = METRIC_NAMES.filter((name) => METRICS[name].group === 'operational');
const TEXTUAL = METRIC_NAMES.filter(
  (name) => METRICS[name].group !== 'operational' && METRICS[name].group !== 'provenance',
);
/** What a call of somebody who is not a client cannot have. */
const NEEDS_TARGET: readonly MetricName[] = [
  'conversion_score',
  'lost_opportunity_score',
  'cross_sell_potential',
  'conversion_prob_forecast',
  'second_call_prob',
];

/** Why the words say nothing of this call; undefined when they do. */
export const talkGate = (
  { transcript, talk_duration: talk }: CallRecord,
  { isDialogue }: Validity,
): Gate | undefined => {
  if (isDialogue) return undefined;
  return transcript === null && talk !== 0 ? 'no_transcript' : 'not_a_dialogue';
};

/** Every metric that is null, with the reason. */
export const gatesOf = (
  call: CallRecord,
  gate: Gate | undefined,
  isTarget: boolean | null,
  metrics: Metrics,
): Gates => {
  const gates: Gates = {};
  if (gate !== undefined) for (const name of TEXTUAL) gates[name] = gate;
  else if (isTarget === false) for (const name of NEEDS_TARGET) gates[name] = 'not_target';
  if (metrics.response_speed_score === null) gates.response_speed_score = 'no_wait';
  if (call.talk_duration === null) {
    for (const name of OPERATIONAL) {
      if (metrics[name] === null && name !== 'response_speed_score') gates[name] = 'no_duration';
    }
  }
  return gates;
};
