import { buildDataset } from '../fit/dataset.js';
import { fitModel } from '../fit/fit-model.js';
import { foldOf } from '../fit/fit-words.js';
import type { LabelledCall } from '../fit/labelled.js';
import { openRuleset } from '../fit/open-ruleset.js';
import { compileModel } from '../model/linear-model.js';
import type { RulesetFile } from '../rules/ruleset-file.js';
import { compileRuleset } from '../rules/ruleset.js';
import type { Pair } from './evaluation.js';
import { scoreAll, type ScoreAllOptions } from './score-all.js';

export const CROSS_FOLDS = 5;

/**
 * Scores every call by a model that was fitted, calibrated and given its lines without it.
 * @param extra labelled calls that only teach and are never judged
 */
export const crossValidate = (
  calls: readonly LabelledCall[],
  extra: readonly LabelledCall[],
  files: readonly RulesetFile[],
  options: ScoreAllOptions,
  onFold: () => void,
): Pair[] => {
  const open = openRuleset(files);
  return Array.from({ length: CROSS_FOLDS }, (_, fold) => {
    const isJudged = ({ history_id: id }: LabelledCall): boolean => foldOf(id, CROSS_FOLDS) === fold;
    const teaching = [...calls.filter((call) => !isJudged(call)), ...extra];
    const model = fitModel(buildDataset(teaching, open), `fold ${fold}`);
    const pairs = scoreAll(calls.filter(isJudged), compileRuleset(files, compileModel(model)), options);
    onFold();
    return pairs;
  }).flat();
};
