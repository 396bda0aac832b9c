import { randomBytes } from 'node:crypto';
import { unixSeconds } from '../bot-api/define-method.js';
import { botToWire, chatToWire, inaccessibleToWire, messageToWire, personToWire } from '../bot-api/wire.js';
import type { SimulatorDeps } from '../deps.js';
import { UnknownPersonError } from '../errors.js';
import type { Change } from '../state/changes.js';
import type { CallbackQuery, Chat, ChatMessage } from '../state/model.js';
import { detectEntities } from '../text/detect-entities.js';
import { trimFormatted } from '../text/formatted-text.js';

/** The app itself refuses longer texts. */
export const MAX_TYPED_TEXT = 4_096;
/** Telegram hides the content of older messages from the bot when one of their buttons is tapped. */
const ACCESSIBLE_FOR_MS = 48 * 60 * 60 * 1_000;
const ID_BYTES = 8;

export const findChat = ({ store }: Pick<SimulatorDeps, 'store'>, personId: number): Chat => {
  const chat = store.state.chats.get(personId);
  if (!chat) throw new UnknownPersonError(personId);
  return chat;
};

type UpdateKind = 'message' | 'callback_query' | 'my_chat_member';

/** The update as a change; none when the bot asked not to get this kind. */
const queued = (kind: UpdateKind, content: unknown, { store }: SimulatorDeps): Change[] => {
  const { allowedUpdates, nextUpdateId } = store.state;
  if (allowedUpdates && !allowedUpdates.includes(kind)) return [];
  return [{ kind: 'update-queued', update: { update_id: nextUpdateId, [kind]: content } }];
};

const bigId = (): string => randomBytes(ID_BYTES).readBigUInt64BE().toString();

const setBlocked = (chat: Chat, blocked: boolean, deps: SimulatorDeps): void => {
  if (chat.blocked === blocked) return;
  const member = (status: string) => ({
    user: botToWire(deps.bot),
    status,
    ...(status === 'kicked' && { until_date: 0 }),
  });
  const content = {
    chat: chatToWire(chat.person),
    from: personToWire(chat.person),
    date: unixSeconds(deps.now()),
    old_chat_member: member(blocked ? 'member' : 'kicked'),
    new_chat_member: member(blocked ? 'kicked' : 'member'),
  };
  deps.store.commit(
    { kind: 'blocked-set', personId: chat.person.id, blocked },
    ...queued('my_chat_member', content, deps),
  );
};

export const blockBot = (personId: number, deps: SimulatorDeps): void =>
  setBlocked(findChat(deps, personId), true, deps);

export const unblockBot = (personId: number, deps: SimulatorDeps): void =>
  setBlocked(findChat(deps, personId), false, deps);

/**
 * Writes to the bot; the message and its update are kept together. Writing unblocks, as in the app.
 * @param text 1–4096 characters after white space around it is gone
 * @throws RangeError for an empty or too long text
 */
export const sendText = (personId: number, text: string, deps: SimulatorDeps): ChatMessage => {
  const chat = findChat(deps, personId);
  const content = trimFormatted(detectEntities({ text, entities: [] }));
  if (content.text === '' || content.text.length > MAX_TYPED_TEXT) {
    throw new RangeError(`a message holds 1–${MAX_TYPED_TEXT} characters, not ${content.text.length}`);
  }
  setBlocked(chat, false, deps);
  const message: ChatMessage = {
    messageId: deps.store.state.nextMessageId,
    chatId: personId,
    from: 'person',
    date: unixSeconds(deps.now()),
    editDate: null,
    ...content,
    html: null,
    buttons: [],
    attachment: null,
    replyToMessageId: null,
  };
  deps.store.commit(
    ...(chat.started ? [] : [{ kind: 'chat-started' as const, personId }]),
    { kind: 'message-added', message },
    ...queued('message', messageToWire(message, chat, deps.bot), deps),
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
  personId: number,
  tap: { messageId: number; callbackData: string },
  deps: SimulatorDeps,
): CallbackQuery | null => {
  const chat = findChat(deps, personId);
  const message = chat.messages.find(({ messageId }) => messageId === tap.messageId);
  if (!message?.buttons.flat().some(({ callbackData }) => callbackData === tap.callbackData)) return null;
  const now = deps.now();
  const callback: CallbackQuery = {
    id: bigId(),
    personId,
    messageId: tap.messageId,
    data: tap.callbackData,
    askedAtMs: now.getTime(),
    answered: false,
  };
  const content = {
    id: callback.id,
    from: personToWire(chat.person),
    message: isAccessible(message, now)
      ? messageToWire(message, chat, deps.bot)
      : inaccessibleToWire(message, chat),
    chat_instance: String(personId),
    data: tap.callbackData,
  };
  deps.store.commit({ kind: 'callback-asked', callback }, ...queued('callback_query', content, deps));
  return callback;
};
