import { withTransaction } from '@perezvon/db';
import { InputFile } from 'grammy';
import type { GatewayDeps } from '../deps.js';
import type { Person } from '../people/person.js';
import { findFileId, saveFileId } from '../store/telegram-files.js';
import { lines } from '../text/html.js';
import { sendComposed, sendFile, type Sent } from './adapter.js';
import type { Attachment } from './attachment.js';
import type { Composed } from './compose.js';
import { fetchRecording } from './fetch-recording.js';

type Audio = Extract<Attachment, { kind: 'audio' }>;
type AttachmentDeps = Pick<GatewayDeps, 'api' | 'botId' | 'db' | 'log' | 'texts'>;

const sendAudio = async (
  { api, botId, db, log, texts }: AttachmentDeps,
  person: Person,
  chatId: number,
  composed: Composed,
  { historyId, url }: Audio,
): Promise<Sent> => {
  const known = await findFileId(db, { historyId, botId });
  if (known !== null) {
    const { sent } = await sendFile(api, chatId, composed, { kind: 'audio', file: known });
    return sent;
  }
  const recording = await fetchRecording(url);
  if (recording.kind === 'failed') {
    log.warn({ historyId, code: recording.code }, 'recording could not be fetched');
    const t = texts.in(person.language);
    const text = lines(composed.text, '', t('recording-unavailable', { code: recording.code }));
    return sendComposed(api, chatId, { ...composed, text });
  }
  const file = new InputFile(recording.content, recording.fileName);
  const { sent, fileId } = await sendFile(api, chatId, composed, { kind: 'audio', file });
  if (fileId !== null) await withTransaction(db, (tx) => saveFileId(tx, { historyId, botId, fileId }));
  return sent;
};

/**
 * Sends a screen with a recording or a file. A recording is fetched and uploaded once, then Telegram's own copy
 * is used; one that cannot be fetched becomes a text that says why.
 */
export const sendAttachment = async (
  deps: AttachmentDeps,
  person: Person,
  chatId: number,
  composed: Composed,
  attachment: Attachment,
): Promise<Sent> => {
  if (attachment.kind === 'audio') return sendAudio(deps, person, chatId, composed, attachment);
  const file = new InputFile(Buffer.from(attachment.content, 'utf8'), attachment.fileName);
  const { sent } = await sendFile(deps.api, chatId, composed, { kind: 'document', file });
  return sent;
};
