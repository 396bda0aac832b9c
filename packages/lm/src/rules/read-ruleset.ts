import { applyClinic, shippedSources, type AppliedSources } from './apply-clinic.js';
import { clinicProblems } from './clinic-references.js';
import { lineOf, problemAt } from './located.js';
import { errorsOf, inOrder, type Problem } from './problem.js';
import { readClinicFile, type ClinicSources } from './read-clinic-file.js';
import { joinSources, readRuleFile, type RuleSources } from './read-rule-file.js';
import { referenceProblems } from './references.js';
import { byName, CLINIC_FILE, isRuleFile, type RulesetFile } from './ruleset-file.js';

/** All files of a ruleset, read and joined. */
export interface RulesetSources {
  /** With the clinic's additions applied; complete only when there are no errors. */
  readonly sources: AppliedSources;
  /** null without a `clinic.yaml`. */
  readonly clinic: ClinicSources | null;
  /** In the order of the files. */
  readonly problems: readonly Problem[];
}

const NO_WEIGHTS: Problem = {
  severity: 'error',
  file: 'weights.yaml',
  position: { line: 1, col: 1 },
  path: '',
  message: 'no file has "weights"; expected them in exactly one',
};

const weightsProblems = ({ weights }: RuleSources): Problem[] => {
  const [first, ...more] = weights;
  if (first === undefined) return [NO_WEIGHTS];
  return more.map((one) =>
    problemAt(one, [], `"weights" already stand in ${lineOf(first)}; expected them in exactly one file`),
  );
};

const readClinic = (
  files: readonly RulesetFile[],
  sources: RuleSources,
): { readonly clinic: ClinicSources | null; readonly problems: readonly Problem[] } => {
  const file = files.find(({ name }) => name === CLINIC_FILE);
  if (file === undefined) return { clinic: null, problems: [] };
  const { clinic, problems } = readClinicFile(file.name, file.content);
  return { clinic, problems: [...problems, ...clinicProblems(clinic, sources)] };
};

/** Reads every rule file and the clinic's additions; all problems of all files at once. */
export const readRuleset = (files: readonly RulesetFile[]): RulesetSources => {
  const read = files
    .filter(isRuleFile)
    .toSorted(byName)
    .map(({ name, content }) => readRuleFile(name, content));
  const joined = joinSources(read.map(({ sources }) => sources));
  const { clinic, problems: ofClinic } = readClinic(files, joined);
  const problems = [
    ...read.flatMap((one) => one.problems),
    ...referenceProblems(joined),
    ...weightsProblems(joined),
    ...ofClinic,
  ];
  const isUsable = clinic !== null && errorsOf(problems).length === 0;
  return {
    sources: isUsable ? applyClinic(joined, clinic) : shippedSources(joined),
    clinic,
    problems: inOrder(problems),
  };
};
