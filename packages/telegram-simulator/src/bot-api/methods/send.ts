import { z } from 'zod';
import {
  type Attachment,
  type AttachmentKind,
  type ChatMessage,
  chatIdOf,
  type StoredFile,
} from '../../state/model.js';
import { badRequest } from '../api-error.js';
import { type ComposedText, composeText, EntitiesParam, MAX_CAPTION, MAX_TEXT } from '../compose-text.js';
import { type CallContext, defineMethod, openChat, unixSeconds, wireOf } from '../define-method.js';
import { readKeyboard, ReplyMarkupParam } from '../keyboard.js';
import { BoolParam, ChatIdParam, IntParam, JsonParam, TextParam } from '../params.js';
import { resolveFile } from '../uploads.js';
import { messageToWire } from '../wire.js';

const Target = {
  chat_id: ChatIdParam.optional(),
  reply_markup: ReplyMarkupParam,
  reply_to_message_id: IntParam.optional(),
  reply_parameters: JsonParam(
    z.looseObject({ message_id: z.int(), allow_sending_without_reply: z.boolean().optional() }),
  ).optional(),
  allow_sending_without_reply: BoolParam.optional(),
};
type Target = z.infer<z.ZodObject<typeof Target>>;

/** The message that is answered; null when there is none, or it is gone and the bot said it does not mind. */
const readReply = (target: Target, messages: readonly ChatMessage[]): number | null => {
  const wanted = target.reply_parameters?.message_id ?? target.reply_to_message_id;
  if (wanted === undefined) return null;
  if (messages.some(({ messageId }) => messageId === wanted)) return wanted;
  const mayBeGone =
    target.reply_parameters?.allow_sending_without_reply ?? target.allow_sending_without_reply;
  if (mayBeGone) return null;
  throw badRequest('message to be replied not found');
};

const send = (target: Target, content: ComposedText, attachment: Attachment | null, context: CallContext) => {
  const chat = openChat(context, target.chat_id);
  const message: ChatMessage = {
    messageId: context.store.state.nextMessageId,
    chatId: chatIdOf(chat),
    from: 'bot',
    authorId: null,
    date: unixSeconds(context.now()),
    editDate: null,
    text: content.text,
    entities: content.entities,
    html: content.html,
    buttons: readKeyboard(target.reply_markup),
    attachment,
    replyToMessageId: readReply(target, chat.messages),
  };
  context.store.commit({ kind: 'message-added', message });
  return messageToWire(message, chat, wireOf(context));
};

/** @throws ApiError 400 unless it holds 1–4096 characters after parsing */
export const composeMessageText = (params: {
  text?: string | undefined;
  parse_mode?: string | undefined;
  entities?: z.infer<typeof EntitiesParam>;
}): ComposedText => {
  const content = composeText(params.text ?? '', { parseMode: params.parse_mode, entities: params.entities });
  if (content.text === '') throw badRequest('message text is empty');
  if (content.text.length > MAX_TEXT) throw badRequest('message is too long');
  return content;
};

/** @throws ApiError 400 when it is over 1024 characters after parsing */
export const composeCaption = (params: {
  caption?: string | undefined;
  parse_mode?: string | undefined;
  caption_entities?: z.infer<typeof EntitiesParam>;
}): ComposedText => {
  const content = composeText(params.caption ?? '', {
    parseMode: params.parse_mode,
    entities: params.caption_entities,
  });
  if (content.text.length > MAX_CAPTION) throw badRequest('message caption is too long');
  return content;
};

export const sendMessage = defineMethod(
  z.object({
    ...Target,
    text: TextParam.optional(),
    parse_mode: z.string().optional(),
    entities: EntitiesParam,
  }),
  (params, context) => {
    openChat(context, params.chat_id);
    return send(params, composeMessageText(params), null, context);
  },
);

const Caption = {
  caption: TextParam.optional(),
  parse_mode: z.string().optional(),
  caption_entities: EntitiesParam,
};

export const attachmentOf = (
  file: StoredFile,
  about: { durationS: number; title: string | null; performer: string | null },
): Attachment => ({
  kind: file.kind,
  fileId: file.fileId,
  fileName: file.fileName,
  mimeType: file.mimeType,
  size: file.size,
  width: file.width,
  height: file.height,
  ...about,
});

/** The four methods that send one file differ in which field holds it. */
const sendFile = (kind: AttachmentKind) =>
  defineMethod(
    z.object({
      ...Target,
      ...Caption,
      audio: TextParam.optional(),
      voice: TextParam.optional(),
      photo: TextParam.optional(),
      document: TextParam.optional(),
      duration: IntParam.optional(),
      title: TextParam.optional(),
      performer: TextParam.optional(),
    }),
    async (params, context) => {
      openChat(context, params.chat_id);
      const caption = composeCaption(params);
      readKeyboard(params.reply_markup);
      const file = await resolveFile(kind, params[kind], context);
      const attachment = attachmentOf(file, {
        durationS: params.duration ?? 0,
        title: params.title ?? null,
        performer: params.performer ?? null,
      });
      return send(params, caption, attachment, context);
    },
  );

export const sendAudio = sendFile('audio');
export const sendVoice = sendFile('voice');
export const sendPhoto = sendFile('photo');
export const sendDocument = sendFile('document');
