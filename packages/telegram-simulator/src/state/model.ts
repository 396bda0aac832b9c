import { z } from 'zod';

/** The formatting Telegram knows and the chat draws; offsets and lengths count UTF-16 code units. */
export const ENTITY_TYPES = [
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
  'code',
  'pre',
  'blockquote',
  'expandable_blockquote',
  'text_link',
  'bot_command',
  'url',
  'mention',
  'hashtag',
] as const;

export const TextEntity = z.object({
  type: z.enum(ENTITY_TYPES),
  offset: z.int().nonnegative(),
  length: z.int().positive(),
  /** Only for `text_link`. */
  url: z.string().optional(),
  /** Only for `pre`: the language of the code. */
  language: z.string().optional(),
});
export type TextEntity = z.infer<typeof TextEntity>;

/** A made-up person with a private chat with the bot; `id` is also the chat's id. */
export const SimulatedPerson = z.object({
  id: z.int().positive(),
  firstName: z.string().min(1).max(64),
  lastName: z.string().max(64).optional(),
  /** Without the @. */
  username: z
    .string()
    .regex(/^\w{4,32}$/, 'a username has 4 to 32 Latin letters, digits and underscores')
    .optional(),
  /** Who this is, for whoever looks at the chats: «администратор». The bot does not see it. */
  about: z.string().max(64).optional(),
  /** IETF tag, `ru` when left out. */
  languageCode: z.string().min(2).max(16).optional(),
  /** False: never pressed «Начать», so the bot may not write first («chat not found»). True when left out. */
  started: z.boolean().optional(),
});
export type SimulatedPerson = z.infer<typeof SimulatedPerson>;

/** A made-up group (a supergroup in Telegram's words), the developers' chat for instance. */
export const SimulatedGroup = z.object({
  /** Below zero, as Telegram's are: that is what tells it from a person. */
  id: z.int().negative(),
  title: z.string().min(1).max(128),
  /** Who writes there, by the ids of people. */
  memberIds: z.array(z.int().positive()),
});
export type SimulatedGroup = z.infer<typeof SimulatedGroup>;

export const MessageButton = z.object({
  text: z.string(),
  /** Null for a button that asks the bot nothing. */
  callbackData: z.string().nullable(),
  url: z.string().nullable(),
  /** What a press copies to the clipboard. */
  copyText: z.string().nullable(),
  /** A button that does nothing (Bot API 10). */
  disabled: z.boolean(),
  /** Null is the app's own colour. */
  style: z.enum(['primary', 'success', 'danger']).nullable(),
});
export type MessageButton = z.infer<typeof MessageButton>;

const ATTACHMENT_KINDS = ['audio', 'voice', 'photo', 'document'] as const;
export const AttachmentKind = z.enum(ATTACHMENT_KINDS);
export type AttachmentKind = z.infer<typeof AttachmentKind>;

export const Attachment = z.object({
  kind: AttachmentKind,
  /** The same file sent again has the same id. */
  fileId: z.string(),
  fileName: z.string(),
  mimeType: z.string(),
  /** Bytes. */
  size: z.int().nonnegative(),
  /** Seconds as the bot said; 0 when it did not. */
  durationS: z.int().nonnegative(),
  title: z.string().nullable(),
  performer: z.string().nullable(),
  /** Pixels; null for what is no picture. */
  width: z.int().positive().nullable(),
  height: z.int().positive().nullable(),
});
export type Attachment = z.infer<typeof Attachment>;

/** One message of a chat, as the person sees it. */
export const ChatMessage = z.object({
  /** Unique over all chats of the simulator. */
  messageId: z.int().positive(),
  /** The person's id, or the group's. */
  chatId: z.int(),
  from: z.enum(['bot', 'person']),
  /** Which member of a group wrote it; null for the bot, and in a private chat, where it can be one person only. */
  authorId: z.int().positive().nullable().default(null),
  /** Unix seconds, as Telegram counts. */
  date: z.int(),
  /** Unix seconds of the last change of text or attachment; null when it was never changed. */
  editDate: z.int().nullable(),
  /** What is read: the text without markup, or the caption under an attachment. */
  text: z.string(),
  entities: z.array(TextEntity),
  /** Text or caption exactly as the bot sent it with `parse_mode` HTML; null without a parse mode. */
  html: z.string().nullable(),
  /** Rows of the inline keyboard, [] without one. */
  buttons: z.array(z.array(MessageButton)),
  attachment: Attachment.nullable(),
  /** The message this one answers, null when none. */
  replyToMessageId: z.int().positive().nullable(),
});
export type ChatMessage = z.infer<typeof ChatMessage>;

export const BotCommand = z.object({
  command: z.string().regex(/^[a-z0-9_]{1,32}$/),
  description: z.string().min(1).max(256),
});
export type BotCommand = z.infer<typeof BotCommand>;

/** An update as `getUpdates` hands it out; its content is Telegram's wire format, made by us. */
export const StoredUpdate = z.looseObject({ update_id: z.int().positive() });
export type StoredUpdate = z.infer<typeof StoredUpdate>;

/** Where the bot wants its updates delivered. */
export const Webhook = z.object({
  url: z.string(),
  /** Comes back in the header `X-Telegram-Bot-Api-Secret-Token`; null: none was given. */
  secretToken: z.string().nullable(),
  /** Deliveries under way at once, at most. */
  maxConnections: z.int().positive(),
});
export type Webhook = z.infer<typeof Webhook>;

export const StoredFile = z.object({
  fileId: z.string(),
  /** The kind it was sent as first: Telegram refuses it as another kind. */
  kind: AttachmentKind,
  fileName: z.string(),
  mimeType: z.string(),
  size: z.int().nonnegative(),
  width: z.int().positive().nullable(),
  height: z.int().positive().nullable(),
  /** Name in the folder of files and in `getFile`. */
  path: z.string(),
});
export type StoredFile = z.infer<typeof StoredFile>;

export const CallbackAnswer = z.object({
  text: z.string(),
  /** True: a dialog that has to be closed; false: a toast. */
  showAlert: z.boolean(),
});
export type CallbackAnswer = z.infer<typeof CallbackAnswer>;

/** Before there were groups the id of a person was the id of his chat, and kept once. */
export const withChatId = (kept: unknown): unknown =>
  typeof kept === 'object' && kept !== null && 'personId' in kept && !('chatId' in kept)
    ? { ...kept, chatId: kept.personId }
    : kept;

const CallbackQueryFields = z.object({
  id: z.string(),
  /** Who tapped. */
  personId: z.int().positive(),
  /** Where. */
  chatId: z.int(),
  messageId: z.int().positive(),
  data: z.string(),
  /** Unix milliseconds of the tap. */
  askedAtMs: z.int(),
  answered: z.boolean(),
});
export const CallbackQuery = z.preprocess(withChatId, CallbackQueryFields);
export type CallbackQuery = z.infer<typeof CallbackQuery>;

const History = {
  messages: z.array(ChatMessage),
  /** Messages up to this one were seen; 0 at first. */
  lastReadMessageId: z.int().nonnegative(),
};

/** A person's own chat with the bot. */
export const PrivateChat = z.object({
  person: SimulatedPerson,
  started: z.boolean(),
  blocked: z.boolean(),
  ...History,
});
export type PrivateChat = z.infer<typeof PrivateChat>;

export const GroupChat = z.object({
  group: SimulatedGroup,
  /** False: the bot was removed and may not write there. */
  hasBot: z.boolean(),
  ...History,
});
export type GroupChat = z.infer<typeof GroupChat>;

export type Chat = PrivateChat | GroupChat;

export const chatIdOf = (chat: Chat): number => ('group' in chat ? chat.group.id : chat.person.id);
