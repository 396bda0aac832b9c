import { bootstrapIntervals } from '../evaluate/bootstrap.js';
import { CROSS_FOLDS, crossValidate } from '../evaluate/cross-validate.js';
import { evaluate, type Pair } from '../evaluate/evaluation.js';
import { scoreAll } from '../evaluate/score-all.js';
import { evaluationTable } from '../evaluate/table.js';
import { loadRuleset, readRulesetFiles } from '../rules/load-ruleset.js';
import { EXIT, timezoneOf, writeLine, type LmCliIo, type LmCommand } from './io.js';
import { readLabelled } from './jsonl.js';
import { readOptions, required } from './options.js';
import { createProgress } from './progress.js';

export const EVALUATE_HELP = `evaluate --input LABELLED [--input MORE…] [--errors] [--without-upstream] [--rules DIR]
         [--cross-validate [--teach LABELLED…]]
  Compares scores with labels: precision, recall, F1 and n a label, accuracy of the choices, Brier scores.
  --errors            also the ids of what was raised wrongly and what was missed
  --without-upstream  from the words alone
  --cross-validate    fits the model anew without the calls it judges (${CROSS_FOLDS} folds), with 95 % intervals
  --teach             labelled calls that only teach in a cross-validation and are not judged`;

const OPTIONS = {
  input: { type: 'string', multiple: true },
  teach: { type: 'string', multiple: true },
  errors: { type: 'boolean', default: false },
  'without-upstream': { type: 'boolean', default: false },
  'cross-validate': { type: 'boolean', default: false },
  rules: { type: 'string' },
} as const;

const intervalLines = (pairs: readonly Pair[]): string[] => [
  '',
  '95 % intervals (F1 of labels, accuracy of choices):',
  ...[...bootstrapIntervals(pairs)].map(
    ([name, { low, high }]) => `${name.padEnd(20)} ${low.toFixed(3)}–${high.toFixed(3)}`,
  ),
];

const report = async (
  io: LmCliIo,
  pairs: readonly Pair[],
  withErrors: boolean,
  withIntervals: boolean,
): Promise<void> => {
  await writeLine(io.stdout, evaluationTable(evaluate(pairs), withErrors));
  if (withIntervals) for (const line of intervalLines(pairs)) await writeLine(io.stdout, line);
};

/** Prints how well the engine agrees with labelled calls. */
export const evaluateCommand: LmCommand = async (argv, io) => {
  const { values } = readOptions({
    args: [...argv],
    options: OPTIONS,
  });
  required(values.input?.[0], '--input');
  const calls = await readLabelled(values.input ?? [], io.stdin);
  const options = { timezone: timezoneOf(io), withoutUpstream: values['without-upstream'] };
  if (!values['cross-validate']) {
    await report(io, scoreAll(calls, loadRuleset(values.rules), options), values.errors, false);
    return EXIT.ok;
  }
  const extra = values.teach === undefined ? [] : await readLabelled(values.teach, io.stdin);
  const progress = createProgress(io, 'Folds', CROSS_FOLDS, Date.now);
  const pairs = crossValidate(calls, extra, readRulesetFiles(values.rules), options, progress.step);
  progress.stop();
  await report(io, pairs, values.errors, true);
  return EXIT.ok;
};
