import { z } from 'zod';
import { BotCommand, chatIdOf } from '../../state/model.js';
import { badRequest } from '../api-error.js';
import { type CallContext, defineMethod, openChat } from '../define-method.js';
import { commandScopeKey } from '../command-scope.js';
import { ChatIdParam, IntParam, JsonParam, parseFields } from '../params.js';

/** Bot API: at most 100 commands in a list. */
const MAX_COMMANDS = 100;

const Scope = z.looseObject({
  type: z.enum(['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators', 'chat']),
  chat_id: ChatIdParam.optional(),
});
const ScopeFields = { scope: JsonParam(Scope).optional(), language_code: z.string().optional() };

const readScope = (
  { scope, language_code: language }: z.infer<z.ZodObject<typeof ScopeFields>>,
  context: CallContext,
): string => {
  const chatId = scope?.type === 'chat' ? chatIdOf(openChat(context, scope.chat_id)) : null;
  return commandScopeKey({ type: scope?.type ?? 'default', chatId, language: language ?? '' });
};

export const setMyCommands = defineMethod(
  z.object({ ...ScopeFields, commands: JsonParam(z.array(z.looseObject({}))) }),
  (params, context) => {
    const scope = readScope(params, context);
    if (params.commands.length > MAX_COMMANDS) throw badRequest('BOT_COMMANDS_TOO_MUCH');
    const commands = params.commands.map((entry) => {
      const parsed = BotCommand.safeParse(entry);
      if (!parsed.success) throw badRequest('BOT_COMMAND_INVALID');
      return parsed.data;
    });
    context.store.commit({ kind: 'commands-set', scope, commands });
    return true;
  },
);

export const getMyCommands = defineMethod(
  z.object(ScopeFields),
  (params, context) => context.store.state.commands.get(readScope(params, context)) ?? [],
);

export const deleteMyCommands = defineMethod(z.object(ScopeFields), (params, context) => {
  context.store.commit({ kind: 'commands-set', scope: readScope(params, context), commands: [] });
  return true;
});

const MenuButton = z.looseObject({ type: z.enum(['default', 'commands', 'web_app']) });

export const setChatMenuButton = defineMethod(
  z.object({ chat_id: IntParam.optional(), menu_button: JsonParam(MenuButton).optional() }),
  (params, context) => {
    const chatId = params.chat_id === undefined ? null : chatIdOf(openChat(context, params.chat_id));
    const { type } = parseFields(MenuButton, params.menu_button ?? { type: 'default' });
    context.store.commit({ kind: 'menu-button-set', chatId, type });
    return true;
  },
);

export const getChatMenuButton = defineMethod(
  z.object({ chat_id: IntParam.optional() }),
  ({ chat_id: chatId }, { store }) => ({
    type: store.state.menuButtons.get(chatId ?? null) ?? store.state.menuButtons.get(null) ?? 'default',
  }),
);
