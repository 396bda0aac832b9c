import { parseFeatureName } from '../model/feature-space.js';
import type { ModelFile } from '../model/model-file.js';
import type { AppliedSources } from './apply-clinic.js';
import { lineOf } from './located.js';
import type { Problem } from './problem.js';
import { MODEL_FILE } from './ruleset-file.js';
import { knownNames } from './references.js';
import { didYouMean } from './suggest.js';

const RULE_MARK = '#';
const CLASS_MARK = '@';

/** Names that the features of a model refer to. */
export interface ModelNames {
  readonly rules: ReadonlySet<string>;
  readonly classes: ReadonlySet<string>;
}

export const namesInModel = ({ features }: ModelFile): ModelNames => {
  const units = new Set(Object.keys(features).flatMap((name) => parseFeatureName(name)?.units ?? []));
  const marked = (mark: string): Set<string> =>
    new Set([...units].filter((unit) => unit.startsWith(mark)).map((unit) => unit.slice(mark.length)));
  return { rules: marked(RULE_MARK), classes: marked(CLASS_MARK) };
};

/** A feature a line, as `fit` writes them: the first that names it. */
const lineWith = (content: string, unit: string): number =>
  content.split('\n').findIndex((line) => line.includes(`|${unit}"`) || line.includes(`|${unit}|`)) + 1;

const REFIT = 'fit the model anew (npm run lm -- fit)';

/**
 * Weights of rules and classes that are gone count for nothing, which nobody would notice: a renamed id is an error here,
 * a retired one a warning.
 */
export const modelProblems = (names: ModelNames, content: string, sources: AppliedSources): Problem[] => {
  const at = (severity: Problem['severity'], unit: string, message: string): Problem => ({
    severity,
    file: MODEL_FILE,
    position: { line: Math.max(1, lineWith(content, unit)), col: 1 },
    path: '',
    message,
  });
  const { rules: ids, classes } = knownNames(sources);
  const retired = new Map(sources.retired.map((entry) => [entry.value.id, entry]));
  const ofRules = [...names.rules]
    .filter((id) => !ids.has(id))
    .map((id) => {
      const gone = retired.get(id);
      return gone === undefined
        ? at(
            'error',
            `${RULE_MARK}${id}`,
            `the model weighs the rule "${id}", which does not exist${didYouMean(id, ids)}: keep the id, or list it under "retired" and ${REFIT}`,
          )
        : at(
            'warning',
            `${RULE_MARK}${id}`,
            `the model still weighs "${id}", retired in ${lineOf(gone)}: ${REFIT}`,
          );
    });
  const ofClasses = [...names.classes]
    .filter((name) => !classes.has(name))
    .map((name) =>
      at(
        'error',
        `${CLASS_MARK}${name}`,
        `the model weighs the class "@${name}", which does not exist${didYouMean(name, classes)}: keep it, or ${REFIT}`,
      ),
    );
  return [...ofRules, ...ofClasses];
};
