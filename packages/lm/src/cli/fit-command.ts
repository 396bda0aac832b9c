import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { buildDataset } from '../fit/dataset.js';
import { FIT_STEPS, fitModel } from '../fit/fit-model.js';
import { openRuleset } from '../fit/open-ruleset.js';
import { modelText } from '../model/model-file.js';
import { readRulesetFiles } from '../rules/load-ruleset.js';
import { EXIT, writeLine, type LmCommand } from './io.js';
import { readLabelled } from './jsonl.js';
import { readOptions, required } from './options.js';
import { createProgress } from './progress.js';

export const FIT_HELP = `fit --input LABELLED [--input MORE…] --output model.json [--rules DIR]
  Fits the linear model on labelled calls and writes it as a data file.
  Nothing is drawn by chance: the same calls in the same order give the same bytes.`;

/** Writes the model file fitted on labelled calls. */
export const fitCommand: LmCommand = async (argv, io) => {
  const { values } = readOptions({
    args: [...argv],
    options: {
      input: { type: 'string', multiple: true },
      output: { type: 'string' },
      rules: { type: 'string' },
    },
  });
  required(values.input?.[0], '--input');
  const inputs = values.input ?? [];
  const output = required(values.output, '--output');
  const calls = await readLabelled(inputs, io.stdin);
  const dataset = buildDataset(calls, openRuleset(readRulesetFiles(values.rules)));
  const progress = createProgress(io, 'Fitting', FIT_STEPS, Date.now);
  const about = `fitted on ${dataset.samples.length} dialogues of ${inputs.map((path) => basename(path)).join(', ')}`;
  const model = fitModel(dataset, about, progress.step);
  progress.stop();
  await writeFile(output, modelText(model));
  await writeLine(
    io.stdout,
    `${output}: ${Object.keys(model.features).length} features from ${dataset.samples.length} dialogues`,
  );
  return EXIT.ok;
};
