import { bootstrapIntervals } from '../evaluate/bootstrap.js';
import { crossValidate } from '../evaluate/cross-validate.js';
import { evaluate, type Pair } from '../evaluate/evaluation.js';
import { scoreAll } from '../evaluate/score-all.js';
import { evaluationTable } from '../evaluate/table.js';
import { groupFolds, spreadFolds } from '../fit/folds.js';
import { compileRuleset } from '../rules/ruleset.js';
import { EXIT, timezoneOf, UsageError, writeLine, type LmCliIo, type LmCommand } from './io.js';
import { readLabelled, readLabelledGroups } from './jsonl.js';
import { readOptions, required } from './options.js';
import { createProgress } from './progress.js';
import { RULES_OPTIONS, RULES_OPTIONS_HELP, rulesetFilesOf } from './ruleset-options.js';

const CROSS_FOLDS = 5;

export const EVALUATE_HELP = `evaluate --input LABELLED [--input MORE…] [--errors] [--without-upstream]
         [--cross-validate [--by-file] [--teach LABELLED…]] [--rules DIR] [--clinic FILE]
  Compares scores with labels: precision, recall, F1 and n a label, accuracy of the choices, Brier scores. A line that is
  no labelled call is reported with its number and reason and nothing is judged: exit code 1.
  --input LABELLED    labelled calls as JSONL; "-" is standard input
  --errors            also the ids of what was raised wrongly and what was missed
  --without-upstream  from the words alone
  --cross-validate    fits the model anew without the calls it judges (${CROSS_FOLDS} folds), with 95 % intervals
  --by-file           one file a fold: with a file an author, how it does on an author it has not seen
  --teach LABELLED    labelled calls that only teach in a cross-validation and are not judged
${RULES_OPTIONS_HELP}`;

const OPTIONS = {
  ...RULES_OPTIONS,
  input: { type: 'string', multiple: true },
  teach: { type: 'string', multiple: true },
  errors: { type: 'boolean', default: false },
  'without-upstream': { type: 'boolean', default: false },
  'cross-validate': { type: 'boolean', default: false },
  'by-file': { type: 'boolean', default: false },
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
  if (values.teach !== undefined && !values['cross-validate'])
    throw new UsageError('--teach goes with --cross-validate');
  if (values['by-file'] && (!values['cross-validate'] || (values.input ?? []).length < 2))
    throw new UsageError('--by-file goes with --cross-validate and at least two --input files');
  const files = await rulesetFilesOf(values);
  const inputs = values.input ?? [];
  const options = { timezone: timezoneOf(io), withoutUpstream: values['without-upstream'] };
  if (!values['cross-validate']) {
    const calls = await readLabelled(inputs, io.stdin);
    await report(io, scoreAll(calls, compileRuleset(files), options), values.errors, false);
    return EXIT.ok;
  }
  const groups = await readLabelledGroups(inputs, io.stdin);
  const extra = await readLabelledGroups(values.teach ?? [], io.stdin);
  const folds = values['by-file'] ? groupFolds(groups) : spreadFolds(CROSS_FOLDS);
  const progress = createProgress(io, 'Folds', folds.count, Date.now);
  const pairs = crossValidate({ groups, extra, folds }, files, options, () => progress.step());
  progress.stop();
  await report(io, pairs, values.errors, true);
  return EXIT.ok;
};
