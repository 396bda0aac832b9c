import type { Attachment, Chat, ChatMessage, SimulatedPerson } from '../state/model.js';
import type { State } from '../state/state.js';
import { keyboardToWire } from './keyboard.js';

/** Who the bot is; `id` is the number before the colon of its token. */
export interface BotIdentity {
  id: number;
  firstName: string;
  username: string;
}

export const botToWire = (bot: BotIdentity) => ({
  id: bot.id,
  is_bot: true,
  first_name: bot.firstName,
  username: bot.username,
});

const personNames = (person: SimulatedPerson) => ({
  first_name: person.firstName,
  ...(person.lastName !== undefined && { last_name: person.lastName }),
  ...(person.username !== undefined && { username: person.username }),
});

export const personToWire = (person: SimulatedPerson) => ({
  id: person.id,
  is_bot: false,
  ...personNames(person),
  language_code: person.languageCode ?? 'ru',
});

export const chatToWire = (chat: Chat) =>
  'group' in chat
    ? { id: chat.group.id, title: chat.group.title, type: 'supergroup' }
    : { id: chat.person.id, ...personNames(chat.person), type: 'private' };

/** What turns a message into what the bot is told: who the bot is, and who people are. */
export interface WireContext {
  bot: BotIdentity;
  state: Pick<State, 'chats'>;
}

const authorToWire = ({ from, authorId }: ChatMessage, chat: Chat, { bot, state }: WireContext) => {
  if (from === 'bot') return botToWire(bot);
  const author = 'group' in chat ? state.chats.get(authorId ?? 0)?.person : chat.person;
  return author && personToWire(author);
};

/** Telegram gives a file one id to use and one to compare; here the second is the end of the first. */
const UNIQUE_ID_LENGTH = 12;
export const uniqueIdOf = (fileId: string): string => fileId.slice(-UNIQUE_ID_LENGTH);

const attachmentToWire = (attachment: Attachment) => {
  const file = {
    file_id: attachment.fileId,
    file_unique_id: uniqueIdOf(attachment.fileId),
    file_size: attachment.size,
  };
  const named = { ...file, file_name: attachment.fileName, mime_type: attachment.mimeType };
  switch (attachment.kind) {
    case 'photo':
      return { photo: [{ ...file, width: attachment.width ?? 1, height: attachment.height ?? 1 }] };
    case 'voice':
      return { voice: { ...file, mime_type: attachment.mimeType, duration: attachment.durationS } };
    case 'audio':
      return {
        audio: {
          ...named,
          duration: attachment.durationS,
          ...(attachment.title !== null && { title: attachment.title }),
          ...(attachment.performer !== null && { performer: attachment.performer }),
        },
      };
    case 'document':
    default:
      return { document: named };
  }
};

const contentToWire = ({ text, entities, attachment }: ChatMessage) => {
  if (!attachment) return { text, ...(entities.length > 0 && { entities }) };
  const caption =
    text === '' ? {} : { caption: text, ...(entities.length > 0 && { caption_entities: entities }) };
  return { ...attachmentToWire(attachment), ...caption };
};

/** A message as Telegram sends it, with the message it answers one level deep. */
export const messageToWire = (
  message: ChatMessage,
  chat: Chat,
  context: WireContext,
): Record<string, unknown> => {
  const repliedTo = chat.messages.find(({ messageId }) => messageId === message.replyToMessageId);
  return {
    message_id: message.messageId,
    from: authorToWire(message, chat, context),
    chat: chatToWire(chat),
    date: message.date,
    ...(message.editDate !== null && { edit_date: message.editDate }),
    ...(repliedTo && {
      reply_to_message: messageToWire({ ...repliedTo, replyToMessageId: null }, chat, context),
    }),
    ...contentToWire(message),
    ...(message.buttons.length > 0 && { reply_markup: keyboardToWire(message.buttons) }),
  };
};

/** A message whose content the bot cannot see any more. */
export const inaccessibleToWire = (message: ChatMessage, chat: Chat) => ({
  message_id: message.messageId,
  chat: chatToWire(chat),
  date: 0,
});
