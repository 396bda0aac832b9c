import { z } from 'zod';
import { type Chat, type ChatMessage, chatIdOf } from '../../state/model.js';
import { badRequest } from '../api-error.js';
import { EntitiesParam } from '../compose-text.js';
import { type CallContext, defineMethod, openChat, unixSeconds, wireOf } from '../define-method.js';
import { readKeyboard, ReplyMarkupParam } from '../keyboard.js';
import { ChatIdParam, IntParam, JsonParam, TextParam } from '../params.js';
import { resolveFile } from '../uploads.js';
import { messageToWire } from '../wire.js';
import { attachmentOf, composeCaption, composeMessageText } from './send.js';

const Target = {
  chat_id: ChatIdParam.optional(),
  message_id: IntParam.optional(),
  reply_markup: ReplyMarkupParam,
};
type Target = z.infer<z.ZodObject<typeof Target>>;

const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';

const findMessage = (
  target: Target,
  context: CallContext,
  missing: string,
): { chat: Chat; message: ChatMessage } => {
  const chat = openChat(context, target.chat_id);
  if (target.message_id === undefined) throw badRequest('message identifier is not specified');
  const message = chat.messages.find(({ messageId }) => messageId === target.message_id);
  if (!message) throw badRequest(missing);
  return { chat, message };
};

const findOwnMessage = (target: Target, context: CallContext) => {
  const found = findMessage(target, context, 'message to edit not found');
  if (found.message.from !== 'bot') throw badRequest("message can't be edited");
  return found;
};

type Content = Pick<ChatMessage, 'text' | 'entities' | 'buttons' | 'attachment'>;

const contentKey = ({ text, entities, buttons, attachment }: Content): string =>
  JSON.stringify([text, entities, buttons, attachment]);

/** @throws ApiError 400 when nothing would change */
const change = (
  { chat, message }: { chat: Chat; message: ChatMessage },
  patch: Partial<ChatMessage>,
  context: CallContext,
) => {
  const changed: ChatMessage = { ...message, ...patch };
  if (contentKey(changed) === contentKey(message)) throw badRequest(NOT_MODIFIED);
  context.store.commit({ kind: 'message-changed', message: changed });
  return messageToWire(changed, chat, wireOf(context));
};

/** Without a keyboard in the call the message loses the one it had, as in Telegram. */
export const editMessageText = defineMethod(
  z.object({
    ...Target,
    text: TextParam.optional(),
    parse_mode: z.string().optional(),
    entities: EntitiesParam,
  }),
  (params, context) => {
    const found = findOwnMessage(params, context);
    if (found.message.attachment) throw badRequest('there is no text in the message to edit');
    const editDate = unixSeconds(context.now());
    const buttons = readKeyboard(params.reply_markup);
    return change(found, { ...composeMessageText(params), buttons, editDate }, context);
  },
);

const Caption = {
  caption: TextParam.optional(),
  parse_mode: z.string().optional(),
  caption_entities: EntitiesParam,
};

export const editMessageCaption = defineMethod(z.object({ ...Target, ...Caption }), (params, context) => {
  const found = findOwnMessage(params, context);
  if (!found.message.attachment) throw badRequest('there is no caption in the message to edit');
  const editDate = unixSeconds(context.now());
  const buttons = readKeyboard(params.reply_markup);
  return change(found, { ...composeCaption(params), buttons, editDate }, context);
});

/** A change of buttons alone is no edit people are told of: `edit_date` stays. */
export const editMessageReplyMarkup = defineMethod(z.object(Target), (params, context) =>
  change(findOwnMessage(params, context), { buttons: readKeyboard(params.reply_markup) }, context),
);

const InputMedia = z.looseObject({
  ...Caption,
  caption_entities: EntitiesParam,
  type: z.enum(['photo', 'audio', 'document']),
  media: z.string(),
  duration: z.int().optional(),
  title: z.string().optional(),
  performer: z.string().optional(),
});

/** Puts another picture, audio or document (with its caption) in the place of the message's content. */
export const editMessageMedia = defineMethod(
  z.object({ ...Target, media: JsonParam(InputMedia) }),
  async ({ media, ...target }, context) => {
    findOwnMessage(target, context);
    const caption = composeCaption(media);
    const buttons = readKeyboard(target.reply_markup);
    const file = await resolveFile(media.type, media.media, context);
    const attachment = attachmentOf(file, {
      durationS: media.duration ?? 0,
      title: media.title ?? null,
      performer: media.performer ?? null,
    });
    // Looked up again: the message may have gone while the file was written.
    const found = findOwnMessage(target, context);
    return change(found, { ...caption, attachment, buttons, editDate: unixSeconds(context.now()) }, context);
  },
);

export const deleteMessage = defineMethod(z.object(Target), (params, context) => {
  const { chat, message } = findMessage(params, context, 'message to delete not found');
  context.store.commit({
    kind: 'message-deleted',
    chatId: chatIdOf(chat),
    messageId: message.messageId,
  });
  return true;
});
