import type { CallRecord, Metrics } from '@perezvon/contracts';

/** `[seconds of waiting under which, score]`; anything longer scores 1. */
const RESPONSE_STEPS: readonly (readonly [number, number])[] = [
  [20, 5],
  [40, 4],
  [60, 3],
  [120, 2],
];
const SLOWEST = 1;

/** 1–5; an unanswered call scores 1; null when the wait is not known. */
export const responseSpeed = ({ await_sec: wait, talk_duration: talk }: CallRecord): number | null => {
  if (talk === 0) return SLOWEST;
  if (wait === null) return null;
  return RESPONSE_STEPS.find(([under]) => wait < under)?.[1] ?? SLOWEST;
};

/** `[seconds of talk, efficiency]`: straight lines between the points, so there are no jumps. */
const EFFICIENCY_POINTS: readonly (readonly [number, number])[] = [
  [0, 0],
  [180, 100],
  [480, 100],
  [1200, 40],
];

const interpolate = (points: readonly (readonly [number, number])[], x: number): number => {
  const next = points.findIndex(([at]) => x <= at);
  const [toX, toY] = points[next < 0 ? points.length - 1 : next] ?? [0, 0];
  const [fromX, fromY] = points[next - 1] ?? [toX, toY];
  return toX === fromX ? toY : fromY + ((x - fromX) / (toX - fromX)) * (toY - fromY);
};

/** 0–100: rises to 100 at 180 s, stays to 480 s, falls to 40 at 1200 s; null when the duration is not known. */
export const talkTimeEfficiency = ({ talk_duration: talk }: CallRecord): number | null =>
  talk === null ? null : Math.round(interpolate(EFFICIENCY_POINTS, talk));

const FULL_IMPACT_S = 300;
const FULL = 100;

/** 0–100: how much of the line the call took, 100 from 300 s; null when the duration is not known. */
export const queueImpact = ({ talk_duration: talk }: CallRecord): number | null =>
  talk === null ? null : Math.round(Math.min(1, talk / FULL_IMPACT_S) * FULL);

export type OperationalMetrics = Pick<
  Metrics,
  'response_speed_score' | 'talk_time_efficiency' | 'queue_impact_index'
>;

/** The metrics that no words decide: every version tells them alike. */
export const operationalMetrics = (call: CallRecord): OperationalMetrics => ({
  response_speed_score: responseSpeed(call),
  talk_time_efficiency: talkTimeEfficiency(call),
  queue_impact_index: queueImpact(call),
});
