import {
  CALL_EXPORTS,
  EXPORT_COLUMNS,
  EXPORT_FORMATS,
  exportPermission,
  isCallExport,
  PERIOD_DAYS,
  SUM_EXPORTS,
  type ExportContent,
} from '@perezvon/contracts';
import type { DbClient } from '@perezvon/db';
import { periodEnding, type Period } from '@perezvon/db/calls';
import { findPeriodNumbers } from '@perezvon/db/figures';
import { may, readsMasked } from '@perezvon/access';
import { codeKey } from '@perezvon/texts';
import type { Person } from '../../people/person.js';
import { countCallLists } from '../../queries/calls/count-call-lists.js';
import { html, lines, type Html } from '../../text/html.js';
import type { Translate } from '../../text/translate.js';
import type { Button } from '../define-place.js';
import { defineScreen } from '../define-screen.js';
import { createExport } from './export-actions.js';
import { contentWords, daysWords, shapeWords } from './export-words.js';
import { exportPlace, exportsPlace, type ExportChoice } from '../places/exports.js';

const mayExport = ({ role }: Pick<Person, 'role'>, content: ExportContent): boolean =>
  may(role, exportPermission(content));

/** The choice as this person may make it: whoever sees no calls exports sums. */
const allowed = (choice: ExportChoice, person: Person): ExportChoice =>
  mayExport(person, choice.content) ? choice : { ...choice, content: SUM_EXPORTS[0] };

/** Calls the file will hold; null: it holds something else, whose rows nobody counts beforehand. */
const countRows = async (db: DbClient, content: ExportContent, period: Period): Promise<number | null> => {
  if (!isCallExport(content)) return null;
  if (content === 'calls') return (await findPeriodNumbers(db, period)).calls;
  return (await countCallLists(db, period))[content].all;
};

/** Makes the button of one value of the choice: ☑️ before the one that is chosen. */
const chooser =
  (choice: ExportChoice, t: Translate) =>
  (label: Html, change: Partial<ExportChoice>): Button => {
    const next = { ...choice, ...change };
    const isChosen = exportPlace.address(next).data === exportPlace.address(choice).data;
    return exportPlace.link(t('export-choice', { on: String(isChosen), label }), next);
  };

const contentRows = (choice: ExportChoice, person: Person, t: Translate): Button[][] => {
  const choose = chooser(choice, t);
  const button = (content: ExportContent) => choose(contentWords(t, content), { content });
  const forAccounting = mayExport(person, 'compensation') ? [button('compensation')] : [];
  if (!isCallExport(choice.content))
    return [
      choice.content === 'compensation' ? forAccounting : SUM_EXPORTS.map(button),
      mayExport(person, CALL_EXPORTS[0])
        ? [exportPlace.link(t('export-back-to-calls'), { ...choice, content: CALL_EXPORTS[0] })]
        : [],
    ];
  const [first, second, ...others] = CALL_EXPORTS;
  return [
    [first, second].map(button),
    others.map(button),
    forAccounting,
    [exportPlace.link(t('export-for-marketing'), { ...choice, content: SUM_EXPORTS[0] })],
  ];
};

/** «Основные», «Все показатели»; «Только ID звонков» in a row of its own: it is long. */
const columnRows = (choice: ExportChoice, t: Translate): Button[][] => {
  if (!isCallExport(choice.content)) return [];
  const choose = chooser(choice, t);
  const [main, all, ids] = EXPORT_COLUMNS;
  const button = (columns: ExportChoice['columns']) =>
    choose(t(codeKey('export-columns-button', columns)), { columns });
  return [[main, all].map(button), [button(ids)]];
};

const privacyKey = ({ content, columns }: ExportChoice, person: Person): string => {
  if (content === 'compensation') return 'export-about-compensation';
  if (!isCallExport(content)) return 'export-about-sums';
  if (columns === 'ids') return 'export-about-ids';
  return readsMasked(person.role) ? 'export-about-masked' : 'export-about-open';
};

/** «📤 Экспорт»: every choice in one screen; each tap shows what the file will be. */
export const exportBuilder = defineScreen({
  ...exportPlace,
  load: async ({ db, now, timezone, person }, asked) => {
    const choice = allowed(asked, person);
    const period = periodEnding(now(), choice.days, timezone);
    return { choice, period, rows: await countRows(db, choice.content, period) };
  },
  render: ({ choice, period, rows }, tools) => {
    const { t, person } = tools;
    const { content, columns, format, days } = choice;
    const choose = chooser(choice, t);
    const shape = { format, columns: isCallExport(content) ? columns : null };
    return {
      text: lines(
        t('export-new-title'),
        '',
        html`<b>${contentWords(t, content)}</b>`,
        daysWords(tools, { ...period, days }),
        shapeWords(t, shape),
        rows === null ? null : t('export-rows', { rows }),
        '',
        rows === 0 ? t('export-nothing') : t(privacyKey(choice, person)),
      ),
      rows: [
        ...contentRows(choice, person, t),
        PERIOD_DAYS.map((value) => choose(t('period-button', { days: value }), { days: value })),
        ...columnRows(choice, t),
        EXPORT_FORMATS.map((value) => choose(t(codeKey('export-format', value)), { format: value })),
        rows === 0 ? [] : [createExport.button(t('button-export'), choice)],
        [exportsPlace.link(t('button-my-exports'), {})],
      ],
    };
  },
});
