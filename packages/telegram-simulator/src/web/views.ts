import type { ChatMessage, Chat } from '../state/model.js';
import type { State } from '../state/state.js';
import { CALLBACK_LIFE_MS } from '../state/callback-life.js';
import { commandsFor } from '../bot-api/command-scope.js';

/** The page shows this many of the newest messages: some screens of scrolling that a browser draws at once. */
const SHOWN_MESSAGES = 200;

/** One line of the list of people. */
export interface PersonView {
  id: number;
  firstName: string;
  lastName: string;
  /** '' without one. */
  username: string;
  /** Who this is in a word or two; '' without. */
  about: string;
  started: boolean;
  blocked: boolean;
  /** Messages of the bot the person has not seen. */
  unread: number;
  lastMessage: (Pick<ChatMessage, 'from' | 'date' | 'text'> & { attachmentKind: string | null }) | null;
}

/** A button that was tapped and whose answer is still awaited. */
export interface PendingTap {
  messageId: number;
  callbackData: string;
}

/** Everything one chat shows. */
export interface ChatView {
  person: PersonView;
  messages: readonly ChatMessage[];
  commands: readonly { command: string; description: string }[];
  pendingTaps: PendingTap[];
}

export const personView = ({ person, started, blocked, messages, lastReadMessageId }: Chat): PersonView => {
  const last = messages.at(-1);
  return {
    id: person.id,
    firstName: person.firstName,
    lastName: person.lastName ?? '',
    username: person.username ?? '',
    about: person.about ?? '',
    started,
    blocked,
    unread: messages.filter(({ from, messageId }) => from === 'bot' && messageId > lastReadMessageId).length,
    lastMessage: last
      ? { from: last.from, date: last.date, text: last.text, attachmentKind: last.attachment?.kind ?? null }
      : null,
  };
};

export const chatView = (state: State, chat: Chat, now: Date): ChatView => ({
  person: personView(chat),
  messages: chat.messages.slice(-SHOWN_MESSAGES),
  commands: commandsFor(state, chat.person),
  pendingTaps: [...state.callbacks.values()]
    .filter(
      ({ personId, answered, askedAtMs }) =>
        personId === chat.person.id && !answered && now.getTime() - askedAtMs < CALLBACK_LIFE_MS,
    )
    .map(({ messageId, data }) => ({ messageId, callbackData: data })),
});
