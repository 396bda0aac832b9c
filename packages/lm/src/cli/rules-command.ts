import { loadRuleset } from '../rules/load-ruleset.js';
import { problemText, RuleFileError } from '../rules/problem.js';
import { EXIT, UsageError, writeLine, type LmCommand } from './io.js';
import { readOptions } from './options.js';

export const RULES_HELP = `rules check [--rules DIR]
  Checks the rule files: every problem with file, line and what is expected. Exit code 1 when there is one.`;

/** Checks a rules directory and says what it holds. */
export const rulesCommand: LmCommand = async (argv, io) => {
  const { values, positionals } = readOptions({
    args: [...argv],
    options: { rules: { type: 'string' } },
    allowPositionals: true,
  });
  if (positionals[0] !== 'check') throw new UsageError('say what to do with the rules: rules check');
  try {
    const { tag, rules, checklists, model } = loadRuleset(values.rules);
    await writeLine(
      io.stdout,
      `${tag}: ${rules.length} rules, ${checklists.length} checklists, ${model.weights.size} weighted features`,
    );
    return EXIT.ok;
  } catch (error) {
    if (!(error instanceof RuleFileError)) throw error;
    for (const problem of error.problems) await writeLine(io.stderr, problemText(problem));
    return EXIT.failed;
  }
};
