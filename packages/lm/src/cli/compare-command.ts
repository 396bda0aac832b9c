import { CallRecord } from '@perezvon/contracts';
import { comparisonText } from '../compare/comparison-text.js';
import { createComparison, type Comparison } from '../compare/comparison.js';
import { truthOfLabels } from '../compare/flags.js';
import { Labels } from '../fit/labelled.js';
import type { Ruleset } from '../rules/ruleset.js';
import { scoreCall } from '../score/score-call.js';
import { EXIT, timezoneOf, UsageError, writeLine, type LmCliIo, type LmCommand } from './io.js';
import { readJsonl, sizeOf } from './jsonl.js';
import { readOptions, required } from './options.js';
import { createProgress } from './progress.js';
import { RULES_OPTIONS, rulesetOf } from './ruleset-options.js';

export const COMPARE_HELP = `compare --input FILE (--with DIR | --with-clinic FILE) [--rules DIR] [--clinic FILE]
  Scores calls with two sets of rules and says what changes: flags gained and lost with up to ten quoted calls each,
  agreement, means and shares, moved outcomes; precision and recall where the calls carry labels. A line that is no call
  is reported with its number and reason and left out; the exit code is then 1.
  --input FILE        calls or labelled calls as JSONL; "-" is standard input
  --rules DIR         the rules as they are: the package's own without it
  --clinic FILE       a clinic's own additions to both
  --with DIR          the rules as they may become; the same without it
  --with-clinic FILE  a clinic's own additions as they may become, in place of --clinic`;

const OPTIONS = {
  ...RULES_OPTIONS,
  input: { type: 'string' },
  with: { type: 'string' },
  'with-clinic': { type: 'string' },
} as const;

/** A call, with labels where somebody read it. */
const MaybeLabelled = CallRecord.extend({ labels: Labels.optional() });

interface Rivals {
  readonly before: Ruleset;
  readonly after: Ruleset;
}

/** @returns number of lines that could not be read */
const compareFile = async (
  input: string,
  { before, after }: Rivals,
  comparison: Comparison,
  io: LmCliIo,
): Promise<number> => {
  const timezone = timezoneOf(io);
  const progress = createProgress(io, 'Comparing', await sizeOf(input), Date.now, 'bytes');
  let broken = 0;
  for await (const read of readJsonl(input, MaybeLabelled, io.stdin)) {
    progress.step(read.bytes);
    if ('problem' in read) {
      broken += 1;
      await writeLine(io.stderr, `line ${read.line}: ${read.problem}`);
      continue;
    }
    const { labels } = read.value;
    comparison.add({
      before: scoreCall(read.value, before, { timezone }),
      after: scoreCall(read.value, after, { timezone }),
      truth: labels && truthOfLabels(labels),
    });
  }
  progress.stop();
  return broken;
};

/** Prints what another set of rules would change. */
export const compareCommand: LmCommand = async (argv, io) => {
  const { values } = readOptions({ args: [...argv], options: OPTIONS });
  const input = required(values.input, '--input');
  const { rules, clinic, with: other = rules, 'with-clinic': otherClinic = clinic } = values;
  if (other === rules && otherClinic === clinic)
    throw new UsageError('nothing to compare with: give --with DIR or --with-clinic FILE');
  const rivals = {
    before: await rulesetOf({ rules, clinic }),
    after: await rulesetOf({ rules: other, clinic: otherClinic }),
  };
  const comparison = createComparison();
  const broken = await compareFile(input, rivals, comparison, io);
  await writeLine(io.stdout, comparisonText(comparison.result()));
  return broken > 0 ? EXIT.failed : EXIT.ok;
};
