import { CallRecord, type CallScore } from '@perezvon/contracts';
import { loadRuleset } from '../rules/load-ruleset.js';
import { scoreCall } from '../score/score-call.js';
import { EXIT, InputError, timezoneOf, UsageError, writeLine, type LmCommand } from './io.js';
import { readJsonl } from './jsonl.js';
import { readOptions, required } from './options.js';

export const EXPLAIN_HELP = `explain --input FILE ID [--rules DIR]
  Scores one call of a JSONL file and says why: every metric, its quotes, and what was set aside.`;

type Value = string | number | boolean | null | undefined;
const valueText = (value: Value): string => (value === null || value === undefined ? '—' : String(value));

const NAME_WIDTH = 26;
const PROVENANCE: ReadonlySet<string> = new Set(['lm_version_tag', 'calc_profile']);

const metricLines = ({ metrics, gates }: CallScore): string[] => {
  const reasons = new Map<string, string>(Object.entries(gates));
  return Object.entries(metrics)
    .filter(([name]) => !PROVENANCE.has(name))
    .map(([name, value]) => {
      const gate = reasons.get(name);
      return `  ${name.padEnd(NAME_WIDTH)} ${valueText(value)}${gate === undefined ? '' : ` (${gate})`}`;
    });
};

const explanation = (score: CallScore): string[] => [
  `call ${score.history_id}: ${score.outcome}, ${score.valid_dialogue ? 'a dialogue' : 'no dialogue'}, target ${valueText(score.is_target)}, ${score.lm_version_tag}, profile ${score.calc_profile}`,
  ...metricLines(score),
  'evidence:',
  ...score.evidence.map(
    ({ metric, turn, quote, rule, weight }) => `  ${metric} +${weight} turn ${turn} «${quote}» (${rule})`,
  ),
  'set aside:',
  ...score.ruled_out.map(
    ({ metric, turn, quote, rule, why }) => `  ${metric} turn ${turn} «${quote}» (${rule}): ${why}`,
  ),
];

/** Prints one call's score with its reasons. */
export const explainCommand: LmCommand = async (argv, io) => {
  const { values, positionals } = readOptions({
    args: [...argv],
    options: { input: { type: 'string' }, rules: { type: 'string' } },
    allowPositionals: true,
  });
  const input = required(values.input, '--input');
  const id = Number(positionals[0]);
  if (!Number.isInteger(id)) throw new UsageError('the id of the call is missing: explain --input FILE ID');
  for await (const read of readJsonl(input, CallRecord, io.stdin)) {
    if ('problem' in read || read.value.history_id !== id) continue;
    const score = scoreCall(read.value, loadRuleset(values.rules), { timezone: timezoneOf(io) });
    for (const line of explanation(score)) await writeLine(io.stdout, line);
    return EXIT.ok;
  }
  throw new InputError(`there is no call ${id} in ${input}`);
};
