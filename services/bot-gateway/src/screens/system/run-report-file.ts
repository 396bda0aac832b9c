import type { ChangeExample, FlagChange } from '@perezvon/lm/compare';
import { codeKey } from '@perezvon/texts';
import type { Person } from '../../people/person.js';
import type { QuotedExample } from '../../queries/calls/list-quotes.js';
import type { RunReport } from '../../queries/system/lm-runs.js';
import { lines, toPlainText, type Html } from '../../text/html.js';
import type { Translate } from '../../text/translate.js';
import { visibleWords } from '../../text/visible-words.js';
import { choiceLines, flagLines, numberLine, reportHead } from './run-report-words.js';
import { runLines } from './run-words.js';

interface Words {
  t: Translate;
  /** `24.11 14:05` on the clinic's clock. */
  moment: (at: Date) => string;
  person: Person;
}

/** Markdown takes the lines of one text for one paragraph: a list keeps them apart. */
const asList = (text: Html): string =>
  toPlainText(text)
    .split('\n')
    .map((line) => `- ${line}`)
    .join('\n');

/** A table's cell: its own border stays out. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');

const exampleRow = (example: ChangeExample, quoted: QuotedExample | undefined, words: Words): string => {
  const { callDate = null, quote = null } = quoted ?? {};
  const cells = [
    `#${example.historyId}`,
    callDate === null ? '—' : words.moment(callDate),
    `${example.before ?? '—'} → ${example.after ?? '—'}`,
    quote === null ? '—' : `«${visibleWords(quote.words, words.person, quote.speaker)}»`,
    example.rule ?? '—',
  ];
  return `| ${cells.map(cell).join(' | ')} |`;
};

/** Quoted examples by the example they are of; empty for whom may not read transcripts. */
type Quotes = ReadonlyMap<ChangeExample, QuotedExample>;

const SIDES = [
  { side: 'gained', examplesOf: ({ gainedExamples }: FlagChange) => gainedExamples },
  { side: 'lost', examplesOf: ({ lostExamples }: FlagChange) => lostExamples },
] as const;

const exampleTables = (change: FlagChange, metric: Html, quotes: Quotes, words: Words): string[] =>
  SIDES.flatMap(({ side, examplesOf }) => {
    const examples = examplesOf(change);
    if (examples.length === 0) return [];
    const title = words.t('report-examples-title', {
      metric,
      side,
      count: change[side],
      shown: examples.length,
    });
    return [
      `### ${toPlainText(title)}`,
      '',
      toPlainText(words.t('report-table-head')),
      '| --- | --- | --- | --- | --- |',
      ...examples.map((example) => exampleRow(example, quotes.get(example), words)),
      '',
    ];
  });

const flagChapter = (change: FlagChange, quotes: Quotes, words: Words): string[] => {
  const metric = words.t(codeKey('metric', change.flag));
  return [
    `## ${toPlainText(metric)}`,
    '',
    asList(flagLines(words.t, change)),
    '',
    ...exampleTables(change, metric, quotes, words),
  ];
};

/** The whole report in Markdown: flags with their examples, then every number and choice. */
export const reportMarkdown = ({ run, result }: RunReport, quotes: Quotes, words: Words): string => {
  const { t } = words;
  return [
    `# ${toPlainText(t('report-file-title', { id: run.id }))}`,
    '',
    asList(lines(runLines(words, run), reportHead(t, result))),
    '',
    ...result.flags.flatMap((change) => flagChapter(change, quotes, words)),
    `## ${toPlainText(t('report-part-button', { part: 'numbers' }))}`,
    '',
    ...result.numbers.map((number) => asList(numberLine(t, number))),
    '',
    `## ${toPlainText(t('report-part-button', { part: 'choices' }))}`,
    '',
    ...result.choices.map((choice) => asList(choiceLines(t, choice))),
    '',
  ].join('\n');
};
