import { analyse } from '../engine/analyse.js';
import { FEATURE_KINDS, featureName, parseFeatureName, type FeatureKind } from '../model/feature-space.js';
import { hintsOf } from '../model/hints.js';
import type { Ruleset } from '../rules/ruleset.js';
import type { Labels, LabelledCall } from './labelled.js';
import type { FitRow } from './logistic.js';

/** A labelled dialogue reduced to what the fit needs. */
export interface Sample {
  readonly id: number;
  readonly labels: Labels;
  readonly row: FitRow;
  /** The same, for questions that ask what happened. */
  readonly eventRow: FitRow;
  readonly hints: readonly string[];
}

export interface Dataset {
  readonly samples: readonly Sample[];
  /** Names of the features, by column. */
  readonly names: readonly string[];
  readonly values: Float64Array;
  /** The same, for questions that ask what happened. */
  readonly eventValues: Float64Array;
}

/** How much more the dialogue's state counts for what happened than for how people took it. */
const STATE_OF_EVENTS = 1.8;

/**
 * How much a feature of each kind counts. Chosen by leaving one author's calls out at a time: rules were written with
 * some authors' calls in view, and trusted as much as their calls suggest they fail on the next author's.
 */
const KIND_VALUE: Readonly<Record<FeatureKind, number>> = {
  stem: 0.4,
  pair: 0.25,
  last: 0.45,
  beginning: 0.3,
  rule: 0.55,
  rule_opening: 0.25,
  rule_closing: 0.45,
  state: 0.25,
};
/** A feature seen in fewer calls teaches that call only. */
const MIN_CALLS: Readonly<Record<FeatureKind, number>> = {
  stem: 3,
  pair: 4,
  last: 4,
  beginning: 4,
  rule: 2,
  rule_opening: 3,
  rule_closing: 3,
  state: 2,
};

/** Rules that only name what a call is about: weights on them would learn which clinics wrote the labelled calls. */
const IS_TOPIC = /\|#topic\./u;

const kindOf = (name: string): FeatureKind => parseFeatureName(name)?.kind ?? FEATURE_KINDS[0];

/** How much a feature of this name counts in a fit. */
export const featureValue = (name: string): number => KIND_VALUE[kindOf(name)];

/**
 * Reads labelled calls with a ruleset of open vocabulary; calls that are no dialogue teach nothing and are left out.
 */
export const buildDataset = (calls: readonly LabelledCall[], open: Ruleset): Dataset => {
  const read = calls
    .filter(({ labels }) => labels.valid_dialogue)
    .map((call) => ({ call, found: analyse(call, open).features }));
  const counts = new Map<number, number>();
  for (const { found } of read)
    for (const { feature } of found) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const used = [...counts]
    .map(([feature, count]) => ({
      feature,
      count,
      name: featureName(open.model.features.keyOf(feature), open.model.units),
    }))
    .filter(({ count, name }) => count >= MIN_CALLS[kindOf(name)] && !IS_TOPIC.test(name))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const columnOf = new Map(used.map(({ feature }, column) => [feature, column]));
  const values = Float64Array.from(used, ({ name }) => featureValue(name));
  const eventValues = values.map((value, column) =>
    kindOf(used[column]?.name ?? '') === 'state' ? value * STATE_OF_EVENTS : value,
  );
  const samples = read.map(({ call, found }): Sample => {
    const columns = Int32Array.from(
      found.flatMap(({ feature }) => columnOf.get(feature) ?? []).toSorted((a, b) => a - b),
    );
    const rowOf = (by: Float64Array): FitRow => ({
      columns,
      values: Float64Array.from(columns, (column) => by[column] ?? 0),
    });
    return {
      id: call.history_id,
      labels: call.labels,
      row: rowOf(values),
      eventRow: rowOf(eventValues),
      hints: hintsOf(call.upstream),
    };
  });
  return { samples, names: used.map(({ name }) => name), values, eventValues };
};
