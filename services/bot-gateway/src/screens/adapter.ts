import { GrammyError, HttpError, InlineKeyboard, type Api, type InputFile } from 'grammy';
import type { Message } from 'grammy/types';
import type { Composed } from './compose.js';

/** A message of the bot. */
export interface MessageRef {
  chatId: number;
  messageId: number;
}

/** `unreachable`: the person has blocked the bot or is gone; nobody can do anything about it. */
export type Sent = { kind: 'sent'; messageId: number } | { kind: 'unreachable' };
/** `impossible`: this message cannot be rewritten (too old, deleted, a recording); send another one. */
type Edited = 'edited' | 'impossible' | 'unreachable';

const HTML = { parse_mode: 'HTML', link_preview_options: { is_disabled: true } } as const;
const BAD_REQUEST = 400;
const FORBIDDEN = 403;
const TOO_LARGE = 413;
const NOT_MODIFIED = 'message is not modified';
const CANNOT_EDIT =
  /message (to edit not found|can't be edited|to be edited|identifier)|no text in the message|MESSAGE_ID_INVALID/i;
const NO_CHAT = /chat not found|user is deactivated|PEER_ID_INVALID/i;
const STALE_FILE = /wrong (remote )?file/i;
const OLD_QUERY = /query is too old|query ID is invalid/i;

const toKeyboard = (rows: Composed['rows']): InlineKeyboard =>
  InlineKeyboard.from(rows.map((row) => row.map(({ text, data }) => InlineKeyboard.text(text, data))));

/** Telegram does not take what it was sent, and will not take it the next time either. */
export const isBadRequest = (error: unknown): error is GrammyError =>
  error instanceof GrammyError && error.error_code === BAD_REQUEST;

const isRefusal = (error: unknown, code: number, words: RegExp | string): boolean =>
  error instanceof GrammyError && error.error_code === code && error.description.search(words) >= 0;

/** Whether nobody can be reached there, now or later. */
const isUnreachable = (error: unknown): boolean =>
  isRefusal(error, FORBIDDEN, '') || isRefusal(error, BAD_REQUEST, NO_CHAT);

/** How a new message arrives. */
export interface Arrival {
  /** Without a sound: in somebody's quiet hours. */
  silent?: boolean;
}

/** Sends a new message. @throws for passing trouble (network, 5xx, a flood limit that lasts) */
export const sendComposed = async (
  api: Api,
  chatId: number,
  { text, rows }: Composed,
  { silent = false }: Arrival = {},
): Promise<Sent> => {
  try {
    const message = await api.sendMessage(chatId, text.html, {
      ...HTML,
      reply_markup: toKeyboard(rows),
      disable_notification: silent,
    });
    return { kind: 'sent', messageId: message.message_id };
  } catch (error) {
    if (isUnreachable(error)) return { kind: 'unreachable' };
    throw error;
  }
};

/** Rewrites a message in place; one that says the same already is fine. @throws for passing trouble */
export const editComposed = async (
  api: Api,
  { chatId, messageId }: MessageRef,
  { text, rows }: Composed,
): Promise<Edited> => {
  try {
    await api.editMessageText(chatId, messageId, text.html, { ...HTML, reply_markup: toKeyboard(rows) });
    return 'edited';
  } catch (error) {
    if (isRefusal(error, BAD_REQUEST, NOT_MODIFIED)) return 'edited';
    if (isRefusal(error, BAD_REQUEST, CANNOT_EDIT)) return 'impossible';
    if (isUnreachable(error)) return 'unreachable';
    throw error;
  }
};

/** A file with a screen's text as its caption; a string is Telegram's `file_id`, a title what the player shows. */
interface FileToSend {
  kind: 'audio' | 'document';
  file: InputFile | string;
  title?: string;
}

/** Telegram's own copy of a file: its `file_id` sends it again as the same kind, without an upload. */
interface KeptFile {
  fileId: string;
  kind: FileToSend['kind'];
}

/** Telegram decides what a file is: an audio that its clients do not play becomes a document. */
const keptOf = (message: Message): KeptFile | null => {
  if (message.audio) return { kind: 'audio', fileId: message.audio.file_id };
  return message.document ? { kind: 'document', fileId: message.document.file_id } : null;
};

/** Sends a file. @returns also what Telegram keeps of it; null: nothing that could be sent again */
export const sendFile = async (
  api: Api,
  chatId: number,
  { text, rows }: Composed,
  { kind, file, title }: FileToSend,
): Promise<{ sent: Sent; kept: KeptFile | null }> => {
  const options = { parse_mode: 'HTML', caption: text.html, reply_markup: toKeyboard(rows) } as const;
  try {
    const message =
      kind === 'audio'
        ? await api.sendAudio(chatId, file, { ...options, ...(title !== undefined && { title }) })
        : await api.sendDocument(chatId, file, options);
    return { sent: { kind: 'sent', messageId: message.message_id }, kept: keptOf(message) };
  } catch (error) {
    if (isUnreachable(error)) return { sent: { kind: 'unreachable' }, kept: null };
    throw error;
  }
};

/** «Отправляет аудио…» above the chat, for some seconds: only a courtesy, so nothing hangs on it. */
export const showUploading = async (api: Api, chatId: number): Promise<void> => {
  try {
    await api.sendChatAction(chatId, 'upload_voice');
  } catch (error) {
    if (!(error instanceof GrammyError || error instanceof HttpError)) throw error;
  }
};

/** Whether Telegram takes no file of this size. */
export const isTooBig = (error: unknown): boolean => isRefusal(error, TOO_LARGE, '');

/** Whether Telegram no longer knows the `file_id` that was sent: the file has to be uploaded again. */
export const isStaleFile = (error: unknown): boolean => isRefusal(error, BAD_REQUEST, STALE_FILE);

/** Takes the buttons off a message that another one has followed; a message that is gone needs none. */
export const dropKeyboard = async (api: Api, { chatId, messageId }: MessageRef): Promise<void> => {
  try {
    await api.editMessageReplyMarkup(chatId, messageId);
  } catch (error) {
    if (!(error instanceof GrammyError)) throw error;
  }
};

/** Answers a tap, so that the phone stops its spinner; a tap that was answered or is too old needs none. */
export const answerTap = async (api: Api, queryId: string, toast: string | null): Promise<void> => {
  try {
    await api.answerCallbackQuery(queryId, toast === null ? {} : { text: toast });
  } catch (error) {
    if (!isRefusal(error, BAD_REQUEST, OLD_QUERY)) throw error;
  }
};

/** Takes a message out of the chat; one that is gone, or too old for it, stays as it is. */
export const deleteMessage = async (api: Api, { chatId, messageId }: MessageRef): Promise<void> => {
  try {
    await api.deleteMessage(chatId, messageId);
  } catch (error) {
    if (!(error instanceof GrammyError)) throw error;
  }
};
