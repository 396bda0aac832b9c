import { EMPTY_MODEL, type ModelFile } from '../model/model-file.js';
import { lint } from './lint.js';
import { modelProblems, namesInModel } from './model-references.js';
import { errorsOf, inOrder, RuleFileError, type Problem } from './problem.js';
import { readModelFile } from './read-model.js';
import { readRuleset } from './read-ruleset.js';
import { MODEL_FILE, versionTag, type RulesetFile } from './ruleset-file.js';

/** What a set of files holds. */
export interface RulesetSummary {
  readonly tag: string;
  readonly rules: number;
  readonly phrases: number;
  /** Word sequences that the phrases stand for. */
  readonly sequences: number;
  readonly classes: number;
  readonly checklists: number;
  /** Weighted features of the fitted model; 0 without one. */
  readonly features: number;
  readonly hasClinicAdditions: boolean;
}

export interface RulesetCheck {
  /** Errors and warnings in the order of the files. */
  readonly problems: readonly Problem[];
  /** null when there are errors. */
  readonly summary: RulesetSummary | null;
}

const readModelOrProblems = (
  files: readonly RulesetFile[],
): { readonly model: ModelFile; readonly problems: readonly Problem[] } => {
  try {
    return { model: readModelFile(files), problems: [] };
  } catch (error) {
    if (!(error instanceof RuleFileError)) throw error;
    return { model: EMPTY_MODEL, problems: error.problems };
  }
};

/** Everything that is wrong with a set of rule files, or probably not meant; never throws on what is in them. */
export const checkRuleset = (files: readonly RulesetFile[]): RulesetCheck => {
  const { sources, clinic, problems: ofFiles } = readRuleset(files);
  const { model, problems: ofModelFile } = readModelOrProblems(files);
  const names = namesInModel(model);
  const modelText = files.find(({ name }) => name === MODEL_FILE)?.content ?? '';
  const isReadable = errorsOf(ofFiles).length === 0;
  const problems = inOrder([
    ...ofFiles,
    ...ofModelFile,
    ...modelProblems(names, modelText, sources),
    // Half of a ruleset would make false alarms of what the other half defines.
    ...(isReadable ? lint(sources, names.classes) : []),
  ]);
  if (errorsOf(problems).length > 0) return { problems, summary: null };
  const phrases = sources.rules.flatMap((rule) => rule.phrases);
  return {
    problems,
    summary: {
      tag: versionTag(files),
      rules: sources.rules.filter(({ isClinics }) => !isClinics).length,
      phrases: phrases.length,
      sequences: phrases.reduce((sum, { sequences }) => sum + sequences.length, 0),
      classes: new Set(sources.classes.map(({ value }) => value.name)).size,
      checklists: sources.checklists.length,
      features: Object.keys(model.features).length,
      hasClinicAdditions: clinic !== null,
    },
  };
};
