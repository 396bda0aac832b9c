import { withTransaction } from '@perezvon/db';
import { InputFile } from 'grammy';
import type { GatewayDeps } from '../deps.js';
import type { Person } from '../people/person.js';
import { findFileId, saveFileId } from '../store/telegram-files.js';
import { lines } from '../text/html.js';
import { isStaleFile, sendComposed, sendFile, type Sent } from './adapter.js';
import type { Attachment } from './attachment.js';
import type { Composed } from './compose.js';

type Audio = Extract<Attachment, { kind: 'audio' }>;
type AttachmentDeps = Pick<GatewayDeps, 'api' | 'botId' | 'db' | 'log' | 'texts' | 'readRecording'>;

/** What the player shows instead of the telephony's file name. */
const titleOf = ({ historyId }: Audio): string => `#${historyId}`;

/** Sends the copy that Telegram keeps; null: there is none, or it is gone. */
const sendKnown = async (
  { api, botId, db }: AttachmentDeps,
  chatId: number,
  composed: Composed,
  audio: Audio,
): Promise<Sent | null> => {
  const file = await findFileId(db, { historyId: audio.historyId, botId });
  if (file === null) return null;
  try {
    return (await sendFile(api, chatId, composed, { kind: 'audio', file, title: titleOf(audio) })).sent;
  } catch (error) {
    if (isStaleFile(error)) return null;
    throw error;
  }
};

const uploadAudio = async (
  { api, botId, db, log, texts, readRecording }: AttachmentDeps,
  person: Person,
  chatId: number,
  composed: Composed,
  audio: Audio,
): Promise<Sent> => {
  const { historyId, location } = audio;
  const recording = await readRecording(location);
  if (recording.kind === 'failed') {
    log.warn({ historyId, code: recording.code }, 'recording could not be fetched');
    const t = texts.in(person.language);
    const text = lines(composed.text, '', t('recording-unavailable', { code: recording.code }));
    return sendComposed(api, chatId, { ...composed, text });
  }
  const file = new InputFile(recording.content, recording.fileName);
  const { sent, fileId } = await sendFile(api, chatId, composed, {
    kind: 'audio',
    file,
    title: titleOf(audio),
  });
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
  if (attachment.kind === 'audio') {
    const known = await sendKnown(deps, chatId, composed, attachment);
    return known ?? uploadAudio(deps, person, chatId, composed, attachment);
  }
  const file = new InputFile(Buffer.from(attachment.content, 'utf8'), attachment.fileName);
  const { sent } = await sendFile(deps.api, chatId, composed, { kind: 'document', file });
  return sent;
};
