import type { CalcProfile } from '@perezvon/contracts';
import { NO_UNIT } from '../model/feature-space.js';
import type { LinearModel } from '../model/linear-model.js';
import type { AppliedSources } from './apply-clinic.js';
import { compileRules, type CompiledRules } from './compile-rules.js';
import { createLexicon, type Lexicon } from './lexicon.js';
import { errorsOf, RuleFileError } from './problem.js';
import { modelsByProfile } from './profile-models.js';
import { readModel } from './read-model.js';
import { readRuleset, type RulesetSources } from './read-ruleset.js';
import { versionTag, type RulesetFile } from './ruleset-file.js';
import type { ChecklistSource, WeightsSource } from './schema.js';

/** Rules, word classes and model, compiled; made once, used for any number of calls. */
export interface Ruleset extends CompiledRules {
  /** `v<semver>+<8 hex>`: changes with the engine's version and with any byte of any file. */
  readonly tag: string;
  readonly lexicon: Lexicon;
  readonly model: LinearModel;
  /** The model with the thresholds of each kind of hours; all the same one where the clinic set none. */
  readonly models: Readonly<Record<CalcProfile, LinearModel>>;
  /** The model's unit of every rule, by rule index. */
  readonly ruleUnits: readonly number[];
  readonly checklists: readonly ChecklistSource[];
  readonly weights: WeightsSource;
}

const joinClasses = ({ classes }: AppliedSources): Map<string, string[]> => {
  const joined = new Map<string, string[]>();
  for (const {
    value: { name, members },
  } of classes) {
    joined.set(name, [...(joined.get(name) ?? []), ...members]);
  }
  return joined;
};

/** @throws RuleFileError with everything that is wrong with the sources */
const checkedWeights = ({ sources, problems }: RulesetSources): WeightsSource => {
  const errors = errorsOf(problems);
  const [weights] = sources.weights;
  if (errors.length > 0 || weights === undefined) throw new RuleFileError(errors);
  return weights.value;
};

/**
 * Compiles the files of a rules directory, the clinic's `clinic.yaml` among them. Pure: reading them is `loadRuleset`'s work.
 * @param model replaces the files' own model: while fitting, one with an open vocabulary
 * @throws RuleFileError with file, line and what is expected, all errors of all files at once
 */
export const compileRuleset = (files: readonly RulesetFile[], model?: LinearModel): Ruleset => {
  const read = readRuleset(files);
  const weights = checkedWeights(read);
  const { sources, clinic } = read;
  const used = model ?? readModel(files);
  const lexicon = createLexicon(joinClasses(sources), used.units.numberOf);
  const compiled = compileRules(sources.rules, lexicon);
  return {
    ...compiled,
    tag: versionTag(files),
    lexicon,
    model: used,
    models: modelsByProfile(used, clinic?.weights),
    ruleUnits: compiled.rules.map(({ id, isClinics }) =>
      isClinics ? NO_UNIT : used.units.numberOf(`#${id}`),
    ),
    checklists: sources.checklists.map(({ value }) => value),
    weights,
  };
};

/** The ruleset as it judges calls of one kind of hours. */
export const inProfile = (ruleset: Ruleset, profile: CalcProfile): Ruleset => {
  const model = ruleset.models[profile];
  return model === ruleset.model ? ruleset : { ...ruleset, model };
};
