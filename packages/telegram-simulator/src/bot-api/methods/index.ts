import type { Method } from '../define-method.js';
import { getChat, getFile, getMe, sendChatAction } from './chats.js';
import {
  deleteMyCommands,
  getChatMenuButton,
  getMyCommands,
  setChatMenuButton,
  setMyCommands,
} from './commands.js';
import {
  deleteMessage,
  editMessageCaption,
  editMessageMedia,
  editMessageReplyMarkup,
  editMessageText,
} from './edit.js';
import { sendAudio, sendDocument, sendMessage, sendPhoto, sendVoice } from './send.js';
import { answerCallbackQuery, deleteWebhook, getUpdates, getWebhookInfo, setWebhook } from './updates.js';

const METHODS: Readonly<Record<string, Method>> = {
  answerCallbackQuery,
  deleteMessage,
  deleteMyCommands,
  deleteWebhook,
  editMessageCaption,
  editMessageMedia,
  editMessageReplyMarkup,
  editMessageText,
  getChat,
  getChatMenuButton,
  getFile,
  getMe,
  getMyCommands,
  getUpdates,
  getWebhookInfo,
  sendAudio,
  sendChatAction,
  sendDocument,
  sendMessage,
  sendPhoto,
  sendVoice,
  setChatMenuButton,
  setMyCommands,
  setWebhook,
};

const BY_LOWER_CASE = new Map(Object.entries(METHODS).map(([name, method]) => [name.toLowerCase(), method]));

/** Names of methods do not depend on case, as in Telegram. */
export const findMethod = (name: string): Method | undefined => BY_LOWER_CASE.get(name.toLowerCase());
