import { CallRecord } from '@perezvon/contracts';
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { loadRuleset } from '../rules/load-ruleset.js';
import { scoreCall } from '../score/score-call.js';
import { EXIT, timezoneOf, writeLine, type LmCommand } from './io.js';
import { readJsonl } from './jsonl.js';
import { readOptions, required } from './options.js';
import { createProgress } from './progress.js';

export const SCORE_HELP = `score --input FILE --output FILE [--rules DIR]
  Scores calls, one JSON object a line, without a database. "-" is standard input or output.
  A line that is no call is reported with its number and left out; the exit code is then 1.`;

const open = (path: string, stdout: Writable): { stream: Writable; close: () => Promise<void> } => {
  if (path === '-') return { stream: stdout, close: async () => {} };
  const stream = createWriteStream(path);
  return {
    stream,
    close: async () => {
      stream.end();
      await once(stream, 'finish');
    },
  };
};

/** Scores a JSONL file as a stream: memory does not grow with its length. */
export const scoreCommand: LmCommand = async (argv, io) => {
  const { values } = readOptions({
    args: [...argv],
    options: { input: { type: 'string' }, output: { type: 'string' }, rules: { type: 'string' } },
  });
  const input = required(values.input, '--input');
  const { stream, close } = open(required(values.output, '--output'), io.stdout);
  const ruleset = loadRuleset(values.rules);
  const progress = createProgress(io, 'Scored', null, Date.now);
  let bad = 0;
  for await (const read of readJsonl(input, CallRecord, io.stdin)) {
    progress.step();
    if ('problem' in read) {
      bad += 1;
      await writeLine(io.stderr, `line ${read.line}: ${read.problem}`);
    } else {
      await writeLine(stream, JSON.stringify(scoreCall(read.value, ruleset, { timezone: timezoneOf(io) })));
    }
  }
  progress.stop();
  await close();
  if (bad > 0) await writeLine(io.stderr, `${bad} lines could not be read as calls and were left out`);
  return bad > 0 ? EXIT.failed : EXIT.ok;
};
