import { withTransaction } from '@perezvon/db';
import { InputFile } from 'grammy';
import { DateTime } from 'luxon';
import type { GatewayDeps } from '../../deps.js';
import type { Person } from '../../people/person.js';
import type { ExportRow } from '../../queries/exports.js';
import { readExportFile } from '../../store/export-files.js';
import { saveTrail } from '../../store/bot-screens.js';
import { lines } from '../../text/html.js';
import { momentWords } from '../../text/clock-words.js';
import { sendFile, type Sent } from '../adapter.js';
import { compose } from '../compose.js';
import { rootFor } from '../draw.js';
import { exportLines } from './export-words.js';
import { exportCardPlace, exportsPlace } from '../places/exports.js';

const LAST_MS = 1;

/** `perezvon_complaint_2026-11-20_2026-11-26.xlsx`: sorts by itself among others. */
export const exportFileName = (
  { content, since, until, format }: Pick<ExportRow, 'content' | 'since' | 'until' | 'format'>,
  timezone: string,
): string => {
  const dayOf = (at: Date) => DateTime.fromJSDate(at, { zone: timezone }).toISODate();
  const lastDay = dayOf(new Date(until.getTime() - LAST_MS));
  return `perezvon_${content}_${dayOf(since)}_${lastDay}.${format}`;
};

/** Sends the file of an export as a new message, with the way back to it. One piece of the file is in memory at a time. */
export const sendExport = async (
  deps: Pick<GatewayDeps, 'api' | 'db' | 'texts' | 'timezone' | 'now'>,
  person: Person,
  chatId: number,
  row: ExportRow,
): Promise<Sent> => {
  const { api, db, texts, timezone } = deps;
  const t = texts.in(person.language);
  const moment = (at: Date) => momentWords(at, timezone);
  const trail = [rootFor(person), exportsPlace.address({}), exportCardPlace.address({ exportId: row.id })];
  const text = lines(
    t('export-file-ready'),
    '',
    exportLines({ t, moment, timezone }, row),
    '',
    t('export-copy-stays'),
  );
  const composed = compose({ text, rows: [] }, { person, t, trail, notice: null });
  // A supplier: an upload that Telegram wants again begins at the first piece.
  const file = new InputFile(() => readExportFile(db, row), exportFileName(row, timezone));
  const { sent } = await sendFile(api, chatId, composed, { kind: 'document', file });
  if (sent.kind === 'sent') {
    const message = { chatId, messageId: sent.messageId };
    await withTransaction(db, (tx) => saveTrail(tx, message, trail, deps.now()));
  }
  return sent;
};
