import { JUDGED_METRICS, type JudgedMetric } from '@perezvon/contracts';
import type { DecidedCall } from '../feedback/decide-calls.js';
import type { KnownTruth, Lesson } from './lesson.js';

/** Stored dialogues in which a metric is raised, and is not. */
export type ScoredCounts = Readonly<
  Record<JudgedMetric, { readonly raised: number; readonly unraised: number }>
>;

/** By history_id. */
export type FeedbackTruths = ReadonlyMap<number, Lesson['truths']>;

/** Calls of one metric that were judged for one reason. */
interface Stratum {
  readonly calls: readonly DecidedCall[];
  /** How many calls each of them stands for. */
  readonly weight: number;
}

const stratumOf = (calls: readonly DecidedCall[], population: number): Stratum => ({
  calls,
  // More were judged than there are: scored anew since, as something else.
  weight: calls.length === 0 ? 0 : Math.max(1, population / calls.length),
});

/**
 * People judge what is raised, so raised calls are many times likelier to be known. Each judged call stands for as many as
 * were raised (or not) a judged one: the inverse of its probability of being judged. Of calls that are not raised only
 * those of the weekly draw stand for the others; «Пропущено» was picked because of its answer and stands for none.
 */
const strataOf = (calls: readonly DecidedCall[], counts: { raised: number; unraised: number }): Stratum[] => [
  stratumOf(
    calls.filter(({ wasRaised }) => wasRaised),
    counts.raised,
  ),
  stratumOf(
    calls.filter(({ wasRaised, isRandom }) => !wasRaised && isRandom),
    counts.unraised,
  ),
  { calls: calls.filter(({ wasRaised, isRandom }) => !wasRaised && !isRandom), weight: 0 },
];

/** The shares add up to the number of calls that stand for any: figures keep their n. */
const scaled = (strata: readonly Stratum[]): [DecidedCall, number][] => {
  const standing = strata.filter(({ weight }) => weight > 0);
  const n = standing.reduce((sum, { calls }) => sum + calls.length, 0);
  const total = standing.reduce((sum, { calls, weight }) => sum + calls.length * weight, 0);
  return strata.flatMap(({ calls, weight }) =>
    calls.map((call): [DecidedCall, number] => [call, total === 0 ? 0 : (weight * n) / total]),
  );
};

/** What people said, as truths with the number of calls that each stands for. Disputed calls teach nothing. */
export const feedbackTruths = (decided: readonly DecidedCall[], counts: ScoredCounts): FeedbackTruths => {
  const truths = new Map<number, Partial<Record<JudgedMetric, KnownTruth>>>();
  for (const metric of JUDGED_METRICS) {
    const known = decided.filter((call) => call.metric === metric && call.verdict !== 'disputed');
    for (const [{ historyId, verdict }, share] of scaled(strataOf(known, counts[metric]))) {
      const before = truths.get(historyId);
      // Judged as raised by one version and as not raised by another: the word that stands for more calls counts.
      if ((before?.[metric]?.share ?? -1) >= share) continue;
      truths.set(historyId, { ...before, [metric]: { isTrue: verdict === 'yes', share } });
    }
  }
  return truths;
};
