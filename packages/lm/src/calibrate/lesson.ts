import type { CallRecord, JudgedMetric } from '@perezvon/contracts';
import { analyse, hintsIn, judge } from '../engine/analyse.js';
import type { Circumstances } from '../engine/decide.js';
import { featureValue } from '../fit/dataset.js';
import type { FitRow } from '../fit/logistic.js';
import { featureName } from '../model/feature-space.js';
import type { LinearModel, Row } from '../model/linear-model.js';
import type { YesNoTarget } from '../model/model-file.js';
import { TARGET_OF } from '../rules/profile-models.js';
import type { Ruleset } from '../rules/ruleset.js';

/** The model's question behind a judged metric. */
export const targetOf = (metric: JudgedMetric): YesNoTarget => TARGET_OF[metric];

/** What is known to be right of one metric of a call. */
export interface KnownTruth {
  readonly isTrue: boolean;
  /**
   * How many calls this one stands for. 0: it was picked because of the answer («Пропущено»): its words teach, its
   * frequency does not.
   */
  readonly share: number;
}

/** A dialogue and what people say of it. */
export interface Lesson {
  readonly historyId: number;
  readonly truths: Readonly<Partial<Record<JudgedMetric, KnownTruth>>>;
  /** Log-odds of the model that is to be corrected, by its columns. */
  readonly sums: Row;
  /** The features found, as a fit sees them. */
  readonly row: FitRow;
  readonly circumstances: Circumstances;
  /** Names of the model's hints that hold. */
  readonly hints: readonly string[];
}

const rowOf = (found: readonly { readonly feature: number }[], { features, units }: LinearModel): FitRow => {
  const columns = Int32Array.from(found, ({ feature }) => feature);
  const values = Float64Array.from(columns, (column) =>
    featureValue(featureName(features.keyOf(column), units)),
  );
  return { columns, values };
};

/** Reads a judged call with the rules that are to be corrected. @returns null when it is no dialogue: nothing is decided there */
export const readLesson = (call: CallRecord, truths: Lesson['truths'], ruleset: Ruleset): Lesson | null => {
  const analysis = analyse(call, ruleset);
  if (!analysis.validity.isDialogue) return null;
  return {
    historyId: call.history_id,
    truths,
    sums: judge(analysis, ruleset),
    row: rowOf(analysis.features, ruleset.model),
    circumstances: analysis.state,
    hints: hintsIn(analysis),
  };
};
