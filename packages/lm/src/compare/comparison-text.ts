import type { ChoiceChange } from './choice-tally.js';
import type { ComparisonResult } from './comparison.js';
import type { Accuracy, FlagChange, RuleCount } from './flag-tally.js';
import type { NumberChange } from './number-tally.js';
import type { ChangeExample } from './state.js';

const NAME_WIDTH = 26;
const CELL_WIDTH = 11;
const UNKNOWN = '—';

const row = (name: string, cells: readonly string[]): string =>
  name.padEnd(NAME_WIDTH) + cells.map((cell) => cell.padStart(CELL_WIDTH)).join('');

const decimal = (value: number | null, digits = 3): string =>
  value === null ? UNKNOWN : value.toFixed(digits);
const percent = (value: number | null): string =>
  value === null ? UNKNOWN : `${(value * 100).toFixed(1)} %`;
const change = (from: string, to: string): string => (from === to ? from : `${from} → ${to}`);

const flagTable = (flags: readonly FlagChange[]): string[] => [
  row('flag', ['before', 'after', 'gained', 'lost', 'agreement', 'kappa', 'AC1', 'n']),
  ...flags.map(({ flag, n, raisedBefore, raisedAfter, gained, lost, agreement }) =>
    row(flag, [
      String(raisedBefore),
      String(raisedAfter),
      `+${gained}`,
      `-${lost}`,
      percent(agreement.observed),
      decimal(agreement.kappa),
      decimal(agreement.ac1),
      String(n),
    ]),
  ),
];

const accuracyCells = (before: Accuracy, after: Accuracy): string[] => [
  decimal(before.precision),
  decimal(after.precision),
  decimal(before.recall),
  decimal(after.recall),
  String(after.n),
];

const accuracyTable = (flags: readonly FlagChange[]): string[] => {
  const judged = flags.flatMap(({ flag, accuracyBefore: before, accuracyAfter: after }) =>
    before === null || after === null ? [] : [row(flag, accuracyCells(before, after))],
  );
  if (judged.length === 0) return [];
  return [
    '',
    row('where the truth is known', ['prec. was', 'prec. is', 'recall was', 'recall is', 'n']),
    ...judged,
  ];
};

const numberTable = (numbers: readonly NumberChange[]): string[] => [
  '',
  row('number', ['mean was', 'mean is', 'p90 was', 'p90 is', 'red was', 'red is', 'same', 'shift', 'n']),
  ...numbers.map(({ metric, before, after, sameShare, meanShift }) =>
    row(metric, [
      decimal(before.mean, 2),
      decimal(after.mean, 2),
      decimal(before.p90, 2),
      decimal(after.p90, 2),
      percent(before.redShare),
      percent(after.redShare),
      percent(sameShare),
      decimal(meanShift, 2),
      change(String(before.n), String(after.n)),
    ]),
  ),
];

const MAX_TRANSITIONS = 8;

const choiceLines = (choices: readonly ChoiceChange[]): string[] => [
  '',
  row('choice', ['same', 'n']),
  ...choices.flatMap(({ choice, n, sameShare, transitions }) => [
    row(choice, [percent(sameShare), String(n)]),
    ...transitions
      .slice(0, MAX_TRANSITIONS)
      .map(({ from, to, calls }) => `  ${from ?? UNKNOWN} → ${to ?? UNKNOWN}: ${calls}`),
  ]),
];

const exampleLine = ({ historyId, quote, turn, rule, why, before, after }: ChangeExample): string => {
  const score = before === null && after === null ? '' : ` ${before ?? UNKNOWN} → ${after ?? UNKNOWN}`;
  const words = quote === null ? '' : ` turn ${turn} «${quote}» (${rule})`;
  return `  call ${historyId}${score}${words}${why === null ? '' : `, now set aside: ${why}`}`;
};

const MAX_RULES = 5;
const rulesText = (rules: readonly RuleCount[]): string =>
  rules.length === 0
    ? ''
    : `, by ${rules
        .slice(0, MAX_RULES)
        .map(({ rule, calls }) => `${rule} ${calls}`)
        .join(', ')}`;

const exampleLines = (flags: readonly FlagChange[]): string[] =>
  flags.flatMap(({ flag, gained, lost, gainedExamples, lostExamples, gainedByRule, lostByRule }) => [
    ...(gained > 0
      ? ['', `${flag}: ${gained} gained${rulesText(gainedByRule)}`, ...gainedExamples.map(exampleLine)]
      : []),
    ...(lost > 0
      ? ['', `${flag}: ${lost} lost${rulesText(lostByRule)}`, ...lostExamples.map(exampleLine)]
      : []),
  ]);

/** The comparison as a page for developers: tables first, then up to ten quoted calls for every flag gained and lost. */
export const comparisonText = (result: ComparisonResult): string =>
  [
    `${result.calls} calls, ${result.changedCalls} scored otherwise`,
    `before: ${result.tagsBefore.join(', ') || UNKNOWN}`,
    `after:  ${result.tagsAfter.join(', ') || UNKNOWN}`,
    '',
    ...flagTable(result.flags),
    ...accuracyTable(result.flags),
    ...numberTable(result.numbers),
    ...choiceLines(result.choices),
    ...exampleLines(result.flags),
  ].join('\n');
