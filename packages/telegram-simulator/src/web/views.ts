import { type Chat, type ChatMessage, chatIdOf, type GroupChat, type PrivateChat } from '../state/model.js';
import type { State } from '../state/state.js';
import { CALLBACK_LIFE_MS } from '../state/callback-life.js';
import { commandsFor } from '../bot-api/command-scope.js';

/** The page shows this many of the newest messages: some screens of scrolling that a browser draws at once. */
const SHOWN_MESSAGES = 200;

/** What the list shows of any chat. */
interface ChatLine {
  /** The chat's; a person's own is the person's. Groups are below zero. */
  id: number;
  /** Messages of the bot that were not seen. */
  unread: number;
  lastMessage:
    | (Pick<ChatMessage, 'from' | 'date' | 'text' | 'authorId'> & { attachmentKind: string | null })
    | null;
}

/** One line of the list of people. */
export interface PersonView extends ChatLine {
  firstName: string;
  lastName: string;
  /** '' without one. */
  username: string;
  /** Who this is in a word or two; '' without. */
  about: string;
  started: boolean;
  blocked: boolean;
}

/** One line of the list of groups. */
export interface GroupView extends ChatLine {
  title: string;
  memberIds: readonly number[];
  hasBot: boolean;
}

/** A button that was tapped and whose answer is still awaited. */
export interface PendingTap {
  messageId: number;
  callbackData: string;
}

/** Everything one chat shows. */
export interface ChatView {
  chat: PersonView | GroupView;
  messages: readonly ChatMessage[];
  commands: readonly { command: string; description: string }[];
  pendingTaps: PendingTap[];
}

const chatLine = (chat: Chat): ChatLine => {
  const { messages, lastReadMessageId } = chat;
  const last = messages.at(-1);
  return {
    id: chatIdOf(chat),
    unread: messages.filter(({ from, messageId }) => from === 'bot' && messageId > lastReadMessageId).length,
    lastMessage: last
      ? {
          from: last.from,
          date: last.date,
          text: last.text,
          authorId: last.authorId,
          attachmentKind: last.attachment?.kind ?? null,
        }
      : null,
  };
};

export const personView = (chat: PrivateChat): PersonView => {
  const { person, started, blocked } = chat;
  return {
    ...chatLine(chat),
    firstName: person.firstName,
    lastName: person.lastName ?? '',
    username: person.username ?? '',
    about: person.about ?? '',
    started,
    blocked,
  };
};

export const groupView = (chat: GroupChat): GroupView => {
  const { title, memberIds } = chat.group;
  return { ...chatLine(chat), title, memberIds, hasBot: chat.hasBot };
};

const anyView = (chat: Chat): PersonView | GroupView =>
  'group' in chat ? groupView(chat) : personView(chat);

export const chatView = (state: State, chat: Chat, now: Date): ChatView => ({
  chat: anyView(chat),
  messages: chat.messages.slice(-SHOWN_MESSAGES),
  commands: 'group' in chat ? [] : commandsFor(state, chat.person),
  pendingTaps: [...state.callbacks.values()]
    .filter(
      ({ chatId, answered, askedAtMs }) =>
        chatId === chatIdOf(chat) && !answered && now.getTime() - askedAtMs < CALLBACK_LIFE_MS,
    )
    .map(({ messageId, data }) => ({ messageId, callbackData: data })),
});
