import { may } from '@perezvon/access';
import type { ChangeExample, FlagChange } from '@perezvon/lm/compare';
import { codeKey } from '@perezvon/texts';
import type { Person } from '../../people/person.js';
import { listQuotes, type QuotedExample } from '../../queries/calls/list-quotes.js';
import { findRunReport, type RunReport } from '../../queries/system/lm-runs.js';
import { cutWords } from '../../text/cut-words.js';
import { html, lines, toPlainText, type Html } from '../../text/html.js';
import type { Translate } from '../../text/translate.js';
import { visibleWords } from '../../text/visible-words.js';
import type { Button } from '../define-place.js';
import { defineScreen } from '../define-screen.js';
import { callCardPlace } from '../places/work.js';
import {
  CHANGE_SIDES,
  REPORT_PARTS,
  runExamplesPlace,
  runFilePlace,
  runReportPlace,
} from '../places/runs.js';
import { reportMarkdown } from './run-report-file.js';
import { choiceLines, flagLines, numberLine, reportHead } from './run-report-words.js';
import { runLines } from './run-words.js';

/** As much of a quote as a line or two of a phone. */
const MAX_QUOTE = 160;

interface Line {
  name: Html;
  text: Html;
  hasChanged: boolean;
}

const linesOf: Readonly<
  Record<(typeof REPORT_PARTS)[number], (t: Translate, report: RunReport['result']) => Line[]>
> = {
  flags: (t, { flags }) =>
    flags.map((flag) => ({
      name: t(codeKey('metric', flag.flag)),
      text: flagLines(t, flag),
      hasChanged: flag.gained + flag.lost > 0 || flag.accuracyAfter !== null,
    })),
  numbers: (t, { numbers }) =>
    numbers.map((number) => ({
      name: t(codeKey('metric', number.metric)),
      text: numberLine(t, number),
      hasChanged: number.sameShare !== 1 || number.before.n !== number.after.n,
    })),
  choices: (t, { choices }) =>
    choices.map((choice) => ({
      name: t(codeKey('choice', choice.choice)),
      text: choiceLines(t, choice),
      hasChanged: choice.transitions.length > 0,
    })),
};

/** What changed, a paragraph each; the rest in a line: a phone shows no tables. The file has all of it. */
const partText = (t: Translate, part: (typeof REPORT_PARTS)[number], result: RunReport['result']): Html => {
  const all = linesOf[part](t, result);
  const unchanged = all.filter(({ hasChanged }) => !hasChanged).map(({ name }) => toPlainText(name));
  return lines(
    ...all.filter(({ hasChanged }) => hasChanged).flatMap(({ text }) => ['' as const, text]),
    ...(unchanged.length === 0 ? [] : ['' as const, t('report-unchanged', { names: unchanged.join(', ') })]),
  );
};

/** A button for each flag that came or went, with how many. */
const exampleButtons = (t: Translate, runId: number, flags: readonly FlagChange[]): Button[][] =>
  flags
    .map((change) =>
      CHANGE_SIDES.filter((side) => change[side] > 0).map((side) =>
        runExamplesPlace.link(
          t('report-examples-button', {
            metric: t(codeKey('metric', change.flag)),
            side,
            count: change[side],
          }),
          { runId, flag: change.flag, side },
        ),
      ),
    )
    .filter((row) => row.length > 0);

/** What a backtest found: flags, numbers or choices, a part a page. */
export const runReport = defineScreen({
  ...runReportPlace,
  load: ({ db }, { runId }) => findRunReport(db, runId),
  render: ({ run, result }, { t, moment, params: { runId, part } }) => ({
    text: lines(runLines({ t, moment }, run), reportHead(t, result), partText(t, part, result)),
    rows: [
      REPORT_PARTS.filter((other) => other !== part).map((other) =>
        runReportPlace.link(t('report-part-button', { part: other }), { runId, part: other }),
      ),
      ...(part === 'flags' ? exampleButtons(t, runId, result.flags) : []),
      [runFilePlace.link(t('button-report-file'), { runId })],
    ],
  }),
});

const examplesOf = (change: FlagChange, side: (typeof CHANGE_SIDES)[number]): readonly ChangeExample[] =>
  side === 'gained' ? change.gainedExamples : change.lostExamples;

const exampleLines = (
  { example, callDate, quote }: QuotedExample,
  { t, moment, person }: { t: Translate; moment: (at: Date) => string; person: Person },
): Html =>
  lines(
    t('report-example', {
      id: example.historyId,
      at: callDate === null ? '—' : moment(callDate),
      before: example.before ?? '—',
      after: example.after ?? '—',
      rule: example.rule ?? 'none',
    }),
    quote === null
      ? t('report-no-words')
      : t('call-quote', { quote: cutWords(visibleWords(quote.words, person, quote.speaker), MAX_QUOTE) }),
    example.why === null ? null : t('report-set-aside', { why: t(codeKey('ruled-out', example.why)) }),
  );

/** Up to ten calls whose flag came or went, with the words behind it; each leads to its card. */
export const runExamples = defineScreen({
  ...runExamplesPlace,
  load: async ({ db }, { runId, flag, side }) => {
    const report = await findRunReport(db, runId);
    const change = report?.result.flags.find((one) => one.flag === flag);
    return change ? { change, examples: await listQuotes(db, examplesOf(change, side)) } : null;
  },
  render: ({ change, examples }, { t, moment, person, params: { flag, side } }) => ({
    text: lines(
      t('report-examples-title', {
        metric: t(codeKey('metric', flag)),
        side,
        count: change[side],
        shown: examples.length,
      }),
      ...examples.flatMap((example) => ['' as const, exampleLines(example, { t, moment, person })]),
    ),
    rows: examples
      .filter(({ callDate }) => callDate !== null)
      .map(({ example: { historyId } }) => [callCardPlace.link(html`#${historyId}`, { historyId })]),
  }),
});

/** The whole report as a file; quotes only for whom may read transcripts. */
export const runFile = defineScreen({
  ...runFilePlace,
  load: async ({ db, person }, { runId }) => {
    const report = await findRunReport(db, runId);
    if (report === null) return null;
    const examples = report.result.flags.flatMap((flag) => [...flag.gainedExamples, ...flag.lostExamples]);
    return { report, quoted: may(person.role, 'calls.view') ? await listQuotes(db, examples) : [] };
  },
  render: ({ report, quoted }, { t, moment, person, params: { runId } }) => ({
    text: runLines({ t, moment }, report.run),
    rows: [],
    attachment: {
      kind: 'document',
      fileName: `backtest-${runId}.md`,
      content: reportMarkdown(report, new Map(quoted.map((one) => [one.example, one])), {
        t,
        moment,
        person,
      }),
    },
  }),
});
