import { asCount, asRatio, table } from '../table.js';
import type { Cost } from './cost.js';
import type { LmSpeed } from './measure-lm.js';
import type { Memory } from './memory.js';
import type { CallFile } from './read-calls.js';

const MS_PER_S = 1_000;
const RATIO_DIGITS = 3;

const wordsOf = ({ calls }: CallFile): number => {
  const words = calls.flatMap(({ transcript }) => transcript ?? []).flatMap(({ text }) => text.split(/\s+/u));
  return words.length / calls.length;
};

const speedRow = (label: string, { wall, cpu }: Cost): { label: string; cells: string[] } => ({
  label,
  cells: [asCount(1 / wall), asCount(1 / cpu)],
});

const memoryRow = (label: string, { resident, heap }: Memory): { label: string; cells: string[] } => ({
  label,
  cells: [asCount(resident), asCount(heap)],
});

const ratioLine = (label: string, ratio: string): string => table([], [{ label, cells: [ratio] }])[1] ?? '';

/** What the engine's speed is, as lines: absolute figures depend on the machine, the ratios do not. */
export const reportLm = (file: CallFile, count: number, speed: LmSpeed): string[] => {
  const { load, cold, warm, parsing, alternation, tenfold, memory } = speed;
  return [
    `LM engine, one thread: ${file.calls.length} calls of ${asCount(wordsOf(file))} words (${file.name}), repeated to ${asCount(count)}`,
    `Rules loaded in ${asCount(load.wall * MS_PER_S)} ms (${asCount(load.cpu * MS_PER_S)} ms of the processor)`,
    ...table(
      ['calls/s', 'calls/CPU s'],
      [
        speedRow('Scored cold: first pass, nothing compiled', cold),
        speedRow('Scored warm', warm),
        speedRow('Read and JSON-parsed, the same file', parsing),
        speedRow('All phrases as one regular expression', alternation.all),
        speedRow('The same without classes and gaps', alternation.bare),
      ],
    ),
    '',
    ratioLine('Cost of a score, in reads and parses', asRatio(warm.cpu / parsing.cpu)),
    ratioLine(
      'Cost of a score, in matches of all phrases',
      (warm.cpu / alternation.all.cpu).toFixed(RATIO_DIGITS),
    ),
    ratioLine('Cost with ten times as many rules (ratio)', asRatio(tenfold)),
    '',
    ...table(
      ['resident MB', 'heap MB'],
      [
        memoryRow('Memory kept before the repeated calls', memory.before),
        memoryRow('Memory at most, with garbage', memory.most),
        memoryRow('Memory kept after them', memory.after),
      ],
    ),
    '',
  ];
};
