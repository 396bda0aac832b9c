import { METRICS, type CallRecord, type Gate, type MetricName, type Metrics } from '@perezvon/contracts';
import type { Validity } from '../engine/validity.js';

export type Gates = Partial<Record<MetricName, Gate>>;

const NAMES = Object.keys(METRICS) as MetricName[];
const OPERATIONAL: ReadonlySet<MetricName> = new Set(
  NAMES.filter((name) => METRICS[name].group === 'operational'),
);
const TEXTUAL = NAMES.filter(
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

const all = (names: readonly MetricName[], gate: Gate): Gates =>
  Object.fromEntries(names.map((name) => [name, gate]));

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
): Gates => ({
  ...(gate !== undefined && all(TEXTUAL, gate)),
  ...(gate === undefined && isTarget === false && all(NEEDS_TARGET, 'not_target')),
  ...(metrics.response_speed_score === null && all(['response_speed_score'], 'no_wait')),
  ...(call.talk_duration === null &&
    all(
      [...OPERATIONAL].filter((name) => metrics[name] === null && name !== 'response_speed_score'),
      'no_duration',
    )),
});
