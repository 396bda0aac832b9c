import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { buildDataset } from '../fit/dataset.js';
import { fitModel, fitSteps } from '../fit/fit-model.js';
import { foldsFor } from '../fit/folds.js';
import { openRuleset } from '../fit/open-ruleset.js';
import { modelText } from '../model/model-file.js';
import { EXIT, InputError, messageOf, writeLine, type LmCommand } from './io.js';
import { readLabelledGroups } from './jsonl.js';
import { readOptions, required } from './options.js';
import { createProgress } from './progress.js';
import { RULES_OPTIONS, RULES_OPTIONS_HELP, rulesetFilesOf } from './ruleset-options.js';

export const FIT_HELP = `fit --input LABELLED [--input MORE…] --output model.json [--rules DIR] [--clinic FILE]
  Fits the linear model on labelled calls and writes it as a data file. Nothing is drawn by chance: the same calls in
  the same order give the same bytes. A line that is no labelled call is reported and nothing is fitted: exit code 1.
  --input LABELLED  labelled calls as JSONL, best one file an author: from three files on, lines and probabilities are
                    fitted on authors that the fit has not seen; "-" is standard input
  --output FILE     the model, to be put beside the rules as model.json
${RULES_OPTIONS_HELP}`;

const writeModel = async (path: string, text: string): Promise<void> => {
  try {
    await writeFile(path, text);
  } catch (error) {
    throw new InputError(`cannot write ${path}: ${messageOf(error)}`, { cause: error });
  }
};

/** Writes the model file fitted on labelled calls. */
export const fitCommand: LmCommand = async (argv, io) => {
  const { values } = readOptions({
    args: [...argv],
    options: {
      ...RULES_OPTIONS,
      input: { type: 'string', multiple: true },
      output: { type: 'string' },
    },
  });
  required(values.input?.[0], '--input');
  const inputs = values.input ?? [];
  const output = required(values.output, '--output');
  const groups = await readLabelledGroups(inputs, io.stdin);
  const folds = foldsFor(groups);
  const dataset = buildDataset(groups.flat(), openRuleset(await rulesetFilesOf(values)));
  const progress = createProgress(io, 'Fitting', fitSteps(folds), Date.now);
  const about = `fitted on ${dataset.samples.length} dialogues of ${inputs.map((path) => basename(path)).join(', ')}`;
  const model = fitModel(dataset, about, folds, () => progress.step());
  progress.stop();
  await writeModel(output, modelText(model));
  await writeLine(
    io.stdout,
    `${output}: ${Object.keys(model.features).length} features from ${dataset.samples.length} dialogues`,
  );
  return EXIT.ok;
};
