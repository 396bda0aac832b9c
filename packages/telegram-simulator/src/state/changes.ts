import { z } from 'zod';
import {
  BotCommand,
  CallbackAnswer,
  CallbackQuery,
  ChatMessage,
  GroupChat,
  PrivateChat,
  SimulatedGroup,
  SimulatedPerson,
  StoredFile,
  StoredUpdate,
  Webhook,
  withChatId,
} from './model.js';

const PersonId = z.int().positive();

/** Everything the simulator remembers, as one value: the first line of a compacted journal. */
export const Snapshot = z.object({
  kind: z.literal('snapshot'),
  nextUpdateId: z.int().positive(),
  nextMessageId: z.int().positive(),
  chats: z.array(PrivateChat),
  groups: z.array(GroupChat).default([]),
  updates: z.array(StoredUpdate),
  callbacks: z.array(CallbackQuery),
  files: z.array(StoredFile),
  commands: z.array(z.object({ scope: z.string(), commands: z.array(BotCommand) })),
  menuButtons: z.array(z.object({ chatId: PersonId.nullable(), type: z.string() })),
  allowedUpdates: z.array(z.string()).nullable(),
  webhook: Webhook.nullable().default(null),
});
export type Snapshot = z.infer<typeof Snapshot>;

const AnyChange = z.discriminatedUnion('kind', [
  Snapshot,
  z.object({ kind: z.literal('person-added'), person: SimulatedPerson }),
  z.object({ kind: z.literal('chat-started'), personId: PersonId }),
  z.object({ kind: z.literal('blocked-set'), personId: PersonId, blocked: z.boolean() }),
  /** Known already: its title and members change. */
  z.object({ kind: z.literal('group-added'), group: SimulatedGroup }),
  z.object({ kind: z.literal('group-bot-set'), chatId: z.int(), hasBot: z.boolean() }),
  z.object({ kind: z.literal('read'), chatId: z.int(), messageId: z.int().nonnegative() }),
  z.object({ kind: z.literal('message-added'), message: ChatMessage }),
  z.object({ kind: z.literal('message-changed'), message: ChatMessage }),
  z.object({ kind: z.literal('message-deleted'), chatId: z.int(), messageId: z.int().positive() }),
  z.object({ kind: z.literal('update-queued'), update: StoredUpdate }),
  z.object({ kind: z.literal('updates-confirmed'), below: z.int() }),
  z.object({ kind: z.literal('update-delivered'), updateId: z.int().positive() }),
  /** Null: by long polling again. */
  z.object({ kind: z.literal('webhook-set'), webhook: Webhook.nullable() }),
  z.object({ kind: z.literal('callback-asked'), callback: CallbackQuery }),
  z.object({
    kind: z.literal('callback-answered'),
    personId: PersonId,
    chatId: z.int(),
    callbackId: z.string(),
    /** Null: the wait is over, there is nothing to show. */
    answer: CallbackAnswer.nullable(),
  }),
  z.object({ kind: z.literal('file-stored'), file: StoredFile }),
  /** No commands: the scope is deleted. */
  z.object({ kind: z.literal('commands-set'), scope: z.string(), commands: z.array(BotCommand) }),
  z.object({ kind: z.literal('menu-button-set'), chatId: PersonId.nullable(), type: z.string() }),
  z.object({ kind: z.literal('allowed-updates-set'), types: z.array(z.string()).nullable() }),
]);
/** One thing that happened. State is nothing but the changes applied in order. */
export const Change = z.preprocess(withChatId, AnyChange);
export type Change = z.infer<typeof Change>;

/** One line of the journal: what becomes true together, or not at all. */
export const ChangeBatch = z.array(Change).min(1);
