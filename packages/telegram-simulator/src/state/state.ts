import type { Change, Snapshot } from './changes.js';
import type {
  BotCommand,
  CallbackQuery,
  Chat,
  ChatMessage,
  GroupChat,
  PrivateChat,
  SimulatedGroup,
  StoredFile,
  StoredUpdate,
  Webhook,
} from './model.js';

/** How many messages a chat keeps when the journal is compacted: a few screens of scrolling, not an archive. */
const KEPT_MESSAGES = 500;
/** Taps older than these many newer ones cannot be answered any more anyway. */
const KEPT_CALLBACKS = 200;

export interface State {
  nextUpdateId: number;
  nextMessageId: number;
  /** By the person's id. */
  readonly chats: Map<number, PrivateChat>;
  /** By the group's id, which is below zero. */
  readonly groups: Map<number, GroupChat>;
  updates: StoredUpdate[];
  readonly callbacks: Map<string, CallbackQuery>;
  readonly files: Map<string, StoredFile>;
  /** Key: scope and language, see `commandScopeKey`. */
  readonly commands: Map<string, readonly BotCommand[]>;
  /** Key null: the default of all chats. */
  readonly menuButtons: Map<number | null, string>;
  /** Null: every kind the simulator makes. */
  allowedUpdates: readonly string[] | null;
  /** Null: the bot polls. */
  webhook: Webhook | null;
}

/** @param firstUpdateId ids grow from here for ever */
export const emptyState = (firstUpdateId: number): State => ({
  nextUpdateId: firstUpdateId,
  nextMessageId: 1,
  chats: new Map(),
  groups: new Map(),
  updates: [],
  callbacks: new Map(),
  files: new Map(),
  commands: new Map(),
  menuButtons: new Map(),
  allowedUpdates: null,
  webhook: null,
});

/** A person's chat or a group, by what the Bot API calls `chat_id`. */
export const chatById = (state: State, chatId: number): Chat | undefined =>
  state.chats.get(chatId) ?? state.groups.get(chatId);

const findIndex = (chat: Chat, messageId: number): number =>
  chat.messages.findLastIndex((message) => message.messageId === messageId);

const replaceMessage = (state: State, message: ChatMessage): void => {
  const chat = chatById(state, message.chatId);
  const index = chat ? findIndex(chat, message.messageId) : -1;
  if (chat && index >= 0) chat.messages[index] = message;
};

const deleteMessage = (state: State, chatId: number, messageId: number): void => {
  const chat = chatById(state, chatId);
  const index = chat ? findIndex(chat, messageId) : -1;
  if (chat && index >= 0) chat.messages.splice(index, 1);
};

const restore = (state: State, snapshot: Snapshot): void => {
  state.nextUpdateId = snapshot.nextUpdateId;
  state.nextMessageId = snapshot.nextMessageId;
  state.updates = snapshot.updates;
  state.allowedUpdates = snapshot.allowedUpdates;
  state.webhook = snapshot.webhook;
  for (const chat of snapshot.chats) state.chats.set(chat.person.id, chat);
  for (const chat of snapshot.groups) state.groups.set(chat.group.id, chat);
  for (const callback of snapshot.callbacks) state.callbacks.set(callback.id, callback);
  for (const file of snapshot.files) state.files.set(file.fileId, file);
  for (const { scope, commands } of snapshot.commands) state.commands.set(scope, commands);
  for (const { chatId, type } of snapshot.menuButtons) state.menuButtons.set(chatId, type);
};

const updateChat = (state: State, personId: number, patch: Partial<PrivateChat>): void => {
  const chat = state.chats.get(personId);
  if (chat) Object.assign(chat, patch);
};

const putGroup = (state: State, group: SimulatedGroup): void => {
  const fresh = { hasBot: true, messages: [], lastReadMessageId: 0 };
  state.groups.set(group.id, { ...(state.groups.get(group.id) ?? fresh), group });
};

const addMessage = (state: State, message: ChatMessage): void => {
  state.nextMessageId = Math.max(state.nextMessageId, message.messageId + 1);
  chatById(state, message.chatId)?.messages.push(message);
};

const settleCallback = (state: State, callbackId: string): void => {
  const callback = state.callbacks.get(callbackId);
  if (callback) state.callbacks.set(callbackId, { ...callback, answered: true });
};

/** Brings the state forward by one change, in place. Changes about people or messages that are gone do nothing. */
export const applyChange = (state: State, change: Change): void => {
  switch (change.kind) {
    case 'snapshot':
      return restore(state, change);
    case 'person-added': {
      const { person } = change;
      const fresh = { started: person.started ?? true, blocked: false, messages: [], lastReadMessageId: 0 };
      // Known already: the name may have changed, the chat stays.
      state.chats.set(person.id, { ...(state.chats.get(person.id) ?? fresh), person });
      return;
    }
    case 'chat-started':
      return updateChat(state, change.personId, { started: true });
    case 'blocked-set':
      return updateChat(state, change.personId, { blocked: change.blocked });
    case 'group-added':
      return putGroup(state, change.group);
    case 'group-bot-set': {
      const chat = state.groups.get(change.chatId);
      if (chat) chat.hasBot = change.hasBot;
      return;
    }
    case 'read': {
      const chat = chatById(state, change.chatId);
      if (chat) chat.lastReadMessageId = change.messageId;
      return;
    }
    case 'message-added':
      return addMessage(state, change.message);
    case 'message-changed':
      return replaceMessage(state, change.message);
    case 'message-deleted':
      return deleteMessage(state, change.chatId, change.messageId);
    case 'update-queued':
      state.updates.push(change.update);
      state.nextUpdateId = change.update.update_id + 1;
      return;
    case 'updates-confirmed':
      state.updates = state.updates.filter((update) => update.update_id >= change.below);
      return;
    case 'update-delivered':
      state.updates = state.updates.filter((update) => update.update_id !== change.updateId);
      return;
    case 'webhook-set':
      state.webhook = change.webhook;
      return;
    case 'callback-asked':
      state.callbacks.set(change.callback.id, change.callback);
      return;
    case 'callback-answered':
      return settleCallback(state, change.callbackId);
    case 'file-stored':
      state.files.set(change.file.fileId, change.file);
      return;
    case 'commands-set':
      if (change.commands.length > 0) state.commands.set(change.scope, change.commands);
      else state.commands.delete(change.scope);
      return;
    case 'menu-button-set':
      state.menuButtons.set(change.chatId, change.type);
      return;
    case 'allowed-updates-set':
      state.allowedUpdates = change.types;
      return;
  }
};

const shortened = <Kind extends Chat>(chat: Kind): Kind => ({
  ...chat,
  messages: chat.messages.slice(-KEPT_MESSAGES),
});

/** The state as one change; old messages and old taps are left behind. */
export const snapshotOf = (state: State): Snapshot => ({
  kind: 'snapshot',
  nextUpdateId: state.nextUpdateId,
  nextMessageId: state.nextMessageId,
  chats: [...state.chats.values()].map(shortened),
  groups: [...state.groups.values()].map(shortened),
  updates: state.updates,
  callbacks: [...state.callbacks.values()].slice(-KEPT_CALLBACKS),
  files: [...state.files.values()],
  commands: [...state.commands].map(([scope, commands]) => ({ scope, commands: [...commands] })),
  menuButtons: [...state.menuButtons].map(([chatId, type]) => ({ chatId, type })),
  allowedUpdates: state.allowedUpdates && [...state.allowedUpdates],
  webhook: state.webhook,
});
