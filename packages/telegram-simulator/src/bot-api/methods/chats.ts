import { z } from 'zod';
import { chatIdOf } from '../../state/model.js';
import { badRequest } from '../api-error.js';
import { defineMethod, openChat } from '../define-method.js';
import { ChatIdParam } from '../params.js';
import { botToWire, chatToWire, uniqueIdOf } from '../wire.js';

/** Bot API: a bot downloads at most 20 MB. */
const MAX_DOWNLOAD_BYTES = 20 * 1024 * 1024;

const CHAT_ACTIONS = [
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
] as const;

export const getMe = defineMethod(z.object({}), (_params, { bot }) => ({
  ...botToWire(bot),
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
}));

export const getChat = defineMethod(z.object({ chat_id: ChatIdParam.optional() }), (params, context) => ({
  ...chatToWire(openChat(context, params.chat_id)),
  accent_color_id: 0,
  max_reaction_count: 0,
}));

export const sendChatAction = defineMethod(
  z.object({ chat_id: ChatIdParam.optional(), action: z.string().optional() }),
  (params, context) => {
    const chat = openChat(context, params.chat_id);
    const action = CHAT_ACTIONS.find((known) => known === params.action);
    if (!action) throw badRequest('wrong parameter action in request');
    context.chatActions.emit({ chatId: chatIdOf(chat), action });
    return true;
  },
);

export const getFile = defineMethod(z.object({ file_id: z.string().optional() }), (params, { store }) => {
  const file = store.state.files.get(params.file_id ?? '');
  if (!file) throw badRequest('invalid file_id');
  if (file.size > MAX_DOWNLOAD_BYTES) throw badRequest('file is too big');
  return {
    file_id: file.fileId,
    file_unique_id: uniqueIdOf(file.fileId),
    file_size: file.size,
    file_path: file.path,
  };
});
