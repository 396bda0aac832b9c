import { CallRecord } from '@perezvon/contracts';
import { scoreCall } from '../score/score-call.js';
import { EXIT, timezoneOf, writeLine, type LmCommand } from './io.js';
import { readJsonl, sizeOf } from './jsonl.js';
import { readOptions, required } from './options.js';
import { openOutput } from './output.js';
import { createProgress } from './progress.js';
import { RULES_OPTIONS, RULES_OPTIONS_HELP, rulesetOf } from './ruleset-options.js';

export const SCORE_HELP = `score --input FILE --output FILE [--rules DIR] [--clinic FILE]
  Scores calls, one JSON object a line, in the order of the input, without a database. A line that is no call is reported
  with its number and reason and left out; all others are scored, and the exit code is 1.
  --input FILE   calls as JSONL; a transcript may be a text with «Оператор: …» a line; "-" is standard input
  --output FILE  scores as JSONL, written over what was there; "-" is standard output
${RULES_OPTIONS_HELP}`;

const OPTIONS = { ...RULES_OPTIONS, input: { type: 'string' }, output: { type: 'string' } } as const;

/** Scores a JSONL file as a stream: memory does not grow with its length. */
export const scoreCommand: LmCommand = async (argv, io) => {
  const { values } = readOptions({ args: [...argv], options: OPTIONS });
  const input = required(values.input, '--input');
  const path = required(values.output, '--output');
  const timezone = timezoneOf(io);
  const ruleset = await rulesetOf(values);
  const output = await openOutput(path, io.stdout);
  const progress = createProgress(io, 'Scoring', await sizeOf(input), Date.now, 'bytes');
  let [scored, broken] = [0, 0];
  try {
    for await (const read of readJsonl(input, CallRecord, io.stdin)) {
      progress.step(read.bytes);
      if ('value' in read) {
        scored += 1;
        await output.write(JSON.stringify(scoreCall(read.value, ruleset, { timezone })));
      } else {
        broken += 1;
        await writeLine(io.stderr, `line ${read.line}: ${read.problem}`);
      }
    }
  } finally {
    progress.stop();
    await output.close();
  }
  if (broken === 0) return EXIT.ok;
  await writeLine(
    io.stderr,
    `${scored} calls scored; ${broken} lines could not be read as calls and were left out`,
  );
  return EXIT.failed;
};
