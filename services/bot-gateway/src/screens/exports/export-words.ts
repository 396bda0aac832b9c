import { isOpenExport } from '@perezvon/contracts';
import { codeKey } from '@perezvon/texts';
import { exportPercent } from '../../domain/export-progress.js';
import type { ExportRow } from '../../queries/exports.js';
import { dayWords } from '../../text/clock-words.js';
import { html, lines, type Html } from '../../text/html.js';
import { progressBar } from '../../text/progress-bar.js';
import type { Translate } from '../../text/translate.js';

interface Tools {
  t: Translate;
  /** `24.11 14:05` on the clinic's clock. */
  moment: (at: Date) => string;
  timezone: string;
}

/** «🔴 Риски жалоб», «По дням». */
export const contentWords = (t: Translate, content: ExportRow['content']): Html =>
  t(codeKey('export-content', content));

/** «7 дней, 20.11–26.11». @param until the end of the last day, exclusive */
export const daysWords = (
  { t, timezone }: Pick<Tools, 't' | 'timezone'>,
  { days, since, until }: Pick<ExportRow, 'days' | 'since' | 'until'>,
): Html => {
  const lastMoment = new Date(until.getTime() - 1);
  return t('export-days', { days, from: dayWords(since, timezone), to: dayWords(lastMoment, timezone) });
};

/** «основные столбцы · Excel»; sums have no choice of columns. */
export const shapeWords = (
  t: Translate,
  { columns, format }: Pick<ExportRow, 'columns' | 'format'>,
): Html => {
  const formatWords = t(codeKey('export-format', format));
  return columns === null ? formatWords : html`${t(codeKey('export-columns', columns))} · ${formatWords}`;
};

const KILOBYTE = 1_024;

const stateWords = ({ t, moment }: Tools, row: ExportRow): Html => {
  const { state, failure, doneRows, totalRows, bytes, expiresAt } = row;
  if (isOpenExport(row.state)) {
    const percent = exportPercent(row);
    return html`${progressBar(percent)} ${t('export-progress', { percent, done: doneRows, total: totalRows })}`;
  }
  if (state === 'failed') return t('export-failed', { failure: failure ?? 'gave_up' });
  if (state !== 'done') return t('export-over', { state });
  return t('export-ready', {
    rows: doneRows,
    kilobytes: Math.ceil((bytes ?? 0) / KILOBYTE),
    until: expiresAt === null ? 'none' : moment(expiresAt),
  });
};

/** What it is, and how it stands. */
export const exportLines = (tools: Tools, row: ExportRow): Html => {
  const { t, moment } = tools;
  return lines(
    t('export-title', { id: row.id, content: contentWords(t, row.content) }),
    html`${daysWords(tools, row)} · ${shapeWords(t, row)}`,
    t('export-asked-at', { at: moment(row.createdAt) }),
    stateWords(tools, row),
  );
};

/** An export in a button. */
export const exportLabel = ({ t, moment }: Pick<Tools, 't' | 'moment'>, row: ExportRow): Html =>
  t('export-button', {
    state: row.state,
    content: contentWords(t, row.content),
    at: moment(row.createdAt),
  });
