import {
  isEnough,
  MIN_CALLS_FOR_WORDS,
  MIN_EACH,
  MIN_UNRAISED,
  type Calibrated,
  type Figure,
  type MetricFigures,
} from '@perezvon/lm/calibrate';
import type { Material } from './read-lessons.js';

const DIGITS = 3;
const NAME_WIDTH = 24;
const CELL_WIDTH = 21;

const cell = ({ value, low, high }: Figure): string =>
  `${value.toFixed(DIGITS)} (${low.toFixed(2)}–${high.toFixed(2)})`;

const NAMES = ['precision', 'recall', 'f1', 'brier'] as const;

const figureLines = ({ metric, n, before, after }: MetricFigures): string[] => [
  [metric.padEnd(NAME_WIDTH), ...NAMES.map((name) => cell(before[name]).padEnd(CELL_WIDTH)), `n ${n}`].join(
    '',
  ),
  [' → after'.padEnd(NAME_WIDTH), ...NAMES.map((name) => cell(after[name]).padEnd(CELL_WIDTH))]
    .join('')
    .trimEnd(),
];

const lackLines = ({ materials }: Calibrated, minCalls: number): string[] => {
  const lacking = materials.filter((material) => !isEnough(material, minCalls));
  return lacking.length === 0
    ? []
    : [
        '',
        `Too little to learn from (needed: ${minCalls} calls, ${MIN_EACH} of either answer, ${MIN_UNRAISED} not raised):`,
        ...lacking.map(
          ({ metric, calls, yes, no, unraised, pickedOut }) =>
            `  ${metric.padEnd(NAME_WIDTH)}${calls} calls: ${yes} yes, ${no} no, ${unraised} not raised` +
            (pickedOut > 0 ? `; ${pickedOut} reported as missed, which tell of no frequency` : ''),
        ),
      ];
};

const sourceLine = ({ fromFeedback, fromLabels, fromItsOwn }: Material): string =>
  `${fromFeedback} judged calls, ${fromLabels} labelled ones` +
  (fromItsOwn > 0 ? `, ${fromItsOwn} of which taught the model: judged by words fitted without them` : '');

/** What was found, for whoever sits at the terminal. */
export const reportLines = (material: Material, result: Calibrated, minCalls: number): string[] => [
  sourceLine(material),
  ...(result.figures.length === 0
    ? []
    : [
        '',
        (''.padEnd(NAME_WIDTH) + NAMES.map((name) => name.padEnd(CELL_WIDTH)).join('')).trimEnd(),
        ...result.figures.flatMap(figureLines),
        'Cross-validated; in brackets 95 %. The Brier score is an error: less is better.',
        `Changed: ${result.adopted.join(', ') || 'nothing, none became better'}`,
        `With weights (from ${MIN_CALLS_FOR_WORDS} calls): ${result.worded.join(', ') || 'none'}`,
      ]),
  ...lackLines(result, minCalls),
];

/** The note of the version: what it learned from, and what that changed. */
export const noteOf = ({ fromFeedback, fromLabels }: Material, { figures, adopted }: Calibrated): string =>
  `calibrated on ${fromFeedback} judged and ${fromLabels} labelled calls: ` +
  figures
    .filter(({ metric }) => adopted.includes(metric))
    .map(
      ({ metric, n, before, after }) =>
        `${metric} Brier ${before.brier.value.toFixed(DIGITS)} → ${after.brier.value.toFixed(DIGITS)}, ` +
        `F1 ${before.f1.value.toFixed(2)} → ${after.f1.value.toFixed(2)} (n ${n})`,
    )
    .join('; ');
