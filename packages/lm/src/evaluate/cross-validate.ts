import { buildDataset } from '../fit/dataset.js';
import { fitModel } from '../fit/fit-model.js';
import { foldsFor, type Folds } from '../fit/folds.js';
import type { LabelledCall } from '../fit/labelled.js';
import { openRuleset } from '../fit/open-ruleset.js';
import { compileModel } from '../model/linear-model.js';
import type { RulesetFile } from '../rules/ruleset-file.js';
import { compileRuleset } from '../rules/ruleset.js';
import type { Pair } from './evaluation.js';
import { scoreAll, type ScoreAllOptions } from './score-all.js';

/**
 * Scores every call by a model that was fitted, calibrated and given its lines without the fold it stands in.
 * @param groups calls by file
 * @param extra calls by file that only teach and are never judged
 * @param folds which calls are judged together
 */
export const crossValidate = (
  { groups, extra, folds }: CrossValidation,
  files: readonly RulesetFile[],
  options: ScoreAllOptions,
  onFold: () => void,
): Pair[] => {
  const open = openRuleset(files);
  return Array.from({ length: folds.count }, (_, fold) => {
    const isJudged = ({ history_id: id }: LabelledCall): boolean => folds.of(id) === fold;
    const teaching = [...groups.map((calls) => calls.filter((call) => !isJudged(call))), ...extra].filter(
      ({ length }) => length > 0,
    );
    const model = fitModel(buildDataset(teaching.flat(), open), `fold ${fold}`, foldsFor(teaching));
    const judged = groups.flat().filter(isJudged);
    const pairs = scoreAll(judged, compileRuleset(files, compileModel(model)), options);
    onFold();
    return pairs;
  }).flat();
};

export interface CrossValidation {
  readonly groups: readonly (readonly LabelledCall[])[];
  readonly extra: readonly (readonly LabelledCall[])[];
  readonly folds: Folds;
}
