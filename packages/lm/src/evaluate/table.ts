import type { Evaluation } from './evaluation.js';

const percent = (value: number): string => value.toFixed(3);
const WIDTH = 20;
const NUMBER_WIDTH = 10;

const row = (name: string, cells: readonly string[]): string =>
  name.padEnd(WIDTH) + cells.map((cell) => cell.padStart(NUMBER_WIDTH)).join('');

/** The evaluation as a table for people, ids of errors below it when asked for. */
export const evaluationTable = (
  { labels, macroF1, shares, brier }: Evaluation,
  withErrors: boolean,
): string => {
  const lines = [
    row('label', ['precision', 'recall', 'F1', 'n']),
    ...labels.map(({ label, precision, recall, f1, n }) =>
      row(label, [percent(precision), percent(recall), percent(f1), String(n)]),
    ),
    row('macro F1', ['', '', percent(macroF1), '']),
    '',
    row('choice', ['right', '', '', 'n']),
    ...shares.map(({ name, right, n }) => row(name, [n === 0 ? '—' : percent(right / n), '', '', String(n)])),
    '',
    ...brier.map(({ name, value, n }) => `Brier score of ${name}: ${percent(value)} (n ${n})`),
  ];
  if (!withErrors) return lines.join('\n');
  const errors = [
    ...labels.flatMap(({ label, wrong, missed }) => [
      ...(wrong.length > 0 ? [`${label}: wrongly raised ${wrong.join(' ')}`] : []),
      ...(missed.length > 0 ? [`${label}: missed ${missed.join(' ')}`] : []),
    ]),
    ...shares.flatMap(({ name, wrong }) =>
      wrong.map(({ id, expected, got }) => `${name}: ${id} expected ${expected}, got ${got}`),
    ),
  ];
  return [...lines, '', ...errors].join('\n');
};
