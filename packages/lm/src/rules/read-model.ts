import { compileModel, type LinearModel } from '../model/linear-model.js';
import { EMPTY_MODEL, ModelFile } from '../model/model-file.js';
import { RuleFileError, type Problem } from './problem.js';
import { MODEL_FILE, type RulesetFile } from './ruleset-file.js';

const modelProblem = (message: string): Problem => ({
  severity: 'error',
  file: MODEL_FILE,
  position: { line: 1, col: 1 },
  path: '',
  message,
});

/** What `fit` writes is right; a file that was changed by hand may not be. */
const HOW = 'write it anew with: npm run lm -- fit';

const parseModel = (content: string): ModelFile => {
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new RuleFileError([modelProblem(`no JSON: ${error.message}; ${HOW}`)]);
  }
  const parsed = ModelFile.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new RuleFileError(
    parsed.error.issues.map(({ path, message }) => modelProblem(`${path.join('.')}: ${message}; ${HOW}`)),
  );
};

/** @returns the empty model when the files hold none */
export const readModelFile = (files: readonly RulesetFile[]): ModelFile => {
  const file = files.find(({ name }) => name === MODEL_FILE);
  return file === undefined ? EMPTY_MODEL : parseModel(file.content);
};

/** @throws RuleFileError when the model file is no model */
export const readModel = (files: readonly RulesetFile[]): LinearModel => compileModel(readModelFile(files));
