import { randomBytes } from 'node:crypto';
import { unixSeconds, wireOf } from '../bot-api/define-method.js';
import { inaccessibleToWire, messageToWire, personToWire } from '../bot-api/wire.js';
import type { SimulatorDeps } from '../deps.js';
import { type CallbackQuery, type Chat, type ChatMessage, chatIdOf } from '../state/model.js';
import { detectEntities } from '../text/detect-entities.js';
import { trimFormatted } from '../text/formatted-text.js';
import { setBlocked } from './membership.js';
import { findPlace, type Place } from './place.js';
import { queued } from './queued.js';

/** The app itself refuses longer texts. */
export const MAX_TYPED_TEXT = 4_096;
/** Telegram hides the content of older messages from the bot when one of their buttons is tapped. */
const ACCESSIBLE_FOR_MS = 48 * 60 * 60 * 1_000;
const ID_BYTES = 8;

const bigId = (): string => randomBytes(ID_BYTES).readBigUInt64BE().toString();

const findMessage = ({ messages }: Chat, messageId: number | null): ChatMessage | undefined =>
  messages.find((message) => message.messageId === messageId);

/**
 * What the bot sees of a group («privacy mode», which every bot has at first): commands and replies to itself.
 * The rest of the talk is none of its business.
 */
const isForTheBot = (
  { entities, text, replyToMessageId }: ChatMessage,
  chat: Chat,
  { bot }: SimulatorDeps,
): boolean => {
  if (!('group' in chat)) return true;
  if (!chat.hasBot) return false;
  if (findMessage(chat, replyToMessageId)?.from === 'bot') return true;
  const command = entities.find(({ type, offset }) => type === 'bot_command' && offset === 0);
  const addressee = command && text.slice(0, command.length).split('@')[1];
  return command !== undefined && (addressee ?? bot.username).toLowerCase() === bot.username.toLowerCase();
};

/** @throws RangeError for an empty or too long text */
const readTyped = (text: string) => {
  const content = trimFormatted(detectEntities({ text, entities: [] }));
  if (content.text === '' || content.text.length > MAX_TYPED_TEXT) {
    throw new RangeError(`a message holds 1–${MAX_TYPED_TEXT} characters, not ${content.text.length}`);
  }
  return content;
};

export interface TypedMessage {
  /** 1–4096 characters after white space around it is gone. */
  text: string;
  /** The message that is answered; one that is gone meanwhile is answered by nothing. */
  replyToMessageId?: number | undefined;
}

/**
 * Writes to the bot or into a group; the message and its update are kept together.
 * In the own chat writing unblocks the bot, as in the app.
 * @throws RangeError for an empty or too long text
 */
export const sendText = (place: Place, typed: TypedMessage, deps: SimulatorDeps): ChatMessage => {
  const { me, chat } = findPlace(deps, place);
  const content = readTyped(typed.text);
  const isPrivate = chat === me;
  if (isPrivate) setBlocked(place.personId, false, deps);
  const message: ChatMessage = {
    messageId: deps.store.state.nextMessageId,
    chatId: chatIdOf(chat),
    from: 'person',
    authorId: isPrivate ? null : place.personId,
    date: unixSeconds(deps.now()),
    editDate: null,
    ...content,
    html: null,
    buttons: [],
    attachment: null,
    replyToMessageId: findMessage(chat, typed.replyToMessageId ?? null)?.messageId ?? null,
  };
  const update = isForTheBot(message, chat, deps)
    ? queued('message', messageToWire(message, chat, wireOf(deps)), deps)
    : [];
  deps.store.commit(
    ...(isPrivate && !me.started ? [{ kind: 'chat-started' as const, personId: place.personId }] : []),
    { kind: 'message-added', message },
    ...update,
  );
  return message;
};

const isAccessible = (message: ChatMessage, now: Date): boolean =>
  now.getTime() - message.date * 1_000 < ACCESSIBLE_FOR_MS;

/**
 * Taps a callback button that is on the message now.
 * @returns the query, or null when the message or the button is gone: the app shows nothing then
 */
export const tapButton = (
  place: Place,
  tap: { messageId: number; callbackData: string },
  deps: SimulatorDeps,
): CallbackQuery | null => {
  const { me, chat } = findPlace(deps, place);
  const message = findMessage(chat, tap.messageId);
  if (!message?.buttons.flat().some(({ callbackData }) => callbackData === tap.callbackData)) return null;
  const now = deps.now();
  const callback: CallbackQuery = {
    id: bigId(),
    ...place,
    messageId: tap.messageId,
    data: tap.callbackData,
    askedAtMs: now.getTime(),
    answered: false,
  };
  const content = {
    id: callback.id,
    from: personToWire(me.person),
    message: isAccessible(message, now)
      ? messageToWire(message, chat, wireOf(deps))
      : inaccessibleToWire(message, chat),
    chat_instance: String(place.chatId),
    data: tap.callbackData,
  };
  deps.store.commit({ kind: 'callback-asked', callback }, ...queued('callback_query', content, deps));
  return callback;
};
