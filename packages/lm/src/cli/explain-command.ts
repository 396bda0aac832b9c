import { CallRecord } from '@perezvon/contracts';
import { inspectCall } from '../inspect/inspect-call.js';
import { inspectionText } from '../inspect/inspection-text.js';
import { EXIT, InputError, timezoneOf, UsageError, writeLine, type LmCommand } from './io.js';
import { readJsonl } from './jsonl.js';
import { readOptions, required } from './options.js';
import { RULES_OPTIONS, RULES_OPTIONS_HELP, rulesetOf } from './ruleset-options.js';

export const EXPLAIN_HELP = `explain ID --input FILE [--rules DIR] [--clinic FILE]
  Scores one call of a JSONL file and says why: every metric; for every flag its quotes, what spoke for it and against
  it, and the sentences without which it would be the other way; what was set aside, and why. Exit code 1 when the file
  has no such call or its line cannot be read.
  --input FILE   calls, one JSON object a line; "-" is standard input
${RULES_OPTIONS_HELP}`;

const findCall = async (input: string, id: number, io: Parameters<LmCommand>[1]): Promise<CallRecord> => {
  let broken = 0;
  for await (const read of readJsonl(input, CallRecord, io.stdin)) {
    if ('problem' in read) broken += 1;
    else if (read.value.history_id === id) return read.value;
  }
  const also = broken === 0 ? '' : `; ${broken} lines could not be read as calls`;
  throw new InputError(`there is no call ${id} in ${input}${also}`);
};

/** Prints one call's score with its reasons. */
export const explainCommand: LmCommand = async (argv, io) => {
  const { values, positionals } = readOptions({
    args: [...argv],
    options: { ...RULES_OPTIONS, input: { type: 'string' } },
    allowPositionals: true,
  });
  const input = required(values.input, '--input');
  const id = Number(positionals[0]);
  if (positionals.length !== 1 || !Number.isInteger(id))
    throw new UsageError('expected the id of one call: explain ID --input FILE');
  const timezone = timezoneOf(io);
  const ruleset = await rulesetOf(values);
  const call = await findCall(input, id, io);
  await writeLine(io.stdout, inspectionText(inspectCall(call, ruleset, { timezone })));
  return EXIT.ok;
};
