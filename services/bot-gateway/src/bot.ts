import { Composer } from 'grammy';
import { withTransaction } from '@perezvon/db';
import type { GatewayContext } from './context.js';
import type { GatewayDeps } from './deps.js';
import { meet } from './middlewares/meet.js';
import { once } from './middlewares/once.js';
import { isDevelopersChat } from './problems/developer-chats.js';
import { handleReply } from './problems/handle-reply.js';
import { sendComposed } from './screens/adapter.js';
import { composeLine } from './screens/compose.js';
import type { Address } from './screens/define-place.js';
import { rootFor } from './screens/draw.js';
import { handleTap } from './screens/handle-tap.js';
import { handleWords } from './screens/handle-words.js';
import { helpPlace } from './screens/places/help.js';
import { callCardPlace } from './screens/places/work.js';
import { showNew } from './screens/show.js';
import { runFind, runStart } from './searches/commands.js';
import { forgetPendingInput } from './store/pending-inputs.js';
import { readCallId } from './text/call-id.js';
import { setCommandsFor } from './telegram/commands.js';

type Handler = (ctx: GatewayContext, chatId: number) => Promise<unknown>;

const commandHandlers = (deps: GatewayDeps): Record<string, Handler> => {
  const { api, texts } = deps;
  const open = ({ person }: GatewayContext, chatId: number, screen?: Address) =>
    showNew(deps, person, chatId, screen ? [rootFor(person), screen] : [rootFor(person)]);

  return {
    start: async (ctx, chatId) => {
      await runStart(deps, ctx.person, chatId, String(ctx.match ?? ''));
      await setCommandsFor(api, texts, ctx.person);
    },
    menu: (ctx, chatId) => open(ctx, chatId),
    find: ({ person, match }, chatId) => runFind(deps, person, chatId, String(match ?? '')),
    help: (ctx, chatId) => open(ctx, chatId, helpPlace.address({})),
    cancel: async ({ person }, chatId) => {
      const notice = person.status === 'active' ? texts.in(person.language)('cancelled') : null;
      await showNew(deps, person, chatId, [rootFor(person)], notice);
    },
    call: async (ctx, chatId) => {
      const historyId = readCallId(String(ctx.match ?? ''));
      if (historyId !== null) return open(ctx, chatId, callCardPlace.address({ historyId }));
      const t = texts.in(ctx.person.language);
      return sendComposed(api, chatId, composeLine(t('hint-call'), t));
    },
  };
};

/** What a message is a reply to, when that is a message of the bot; null: of nobody or of somebody else. */
const repliedTo = (ctx: GatewayContext): number | null => {
  const reply = ctx.message?.reply_to_message;
  return reply?.from?.id === ctx.me.id ? reply.message_id : null;
};

/** Takes a reply to a message of a report. @returns false when it is none */
const takeReply = async (deps: GatewayDeps, ctx: GatewayContext): Promise<boolean> => {
  const toMessageId = repliedTo(ctx);
  if (toMessageId === null || !ctx.message) return false;
  const { chat, message_id: messageId, text = '' } = ctx.message;
  const where = { chatId: chat.id, messageId, toMessageId };
  return handleReply(deps, ctx.person, { updateId: ctx.update.update_id, ...where, text });
};

/** The developers' group: replies to what people reported, nothing else. */
const listenToDevelopers = (deps: GatewayDeps, composer: Composer<GatewayContext>): void => {
  const group = composer
    .chatType(['group', 'supergroup'])
    .filter(({ chat }) => isDevelopersChat(deps, chat.id))
    .filter((ctx) => repliedTo(ctx) !== null);
  group.use(once(deps), meet(deps));
  group.on('message', (ctx) => takeReply(deps, ctx));
};

/** Everything that an update of a private chat may ask for; groups are not answered, but for the developers'. */
export const makeComposer = (deps: GatewayDeps): Composer<GatewayContext> => {
  const composer = new Composer<GatewayContext>();
  const chat = composer.chatType('private');
  chat.use(once(deps), meet(deps));

  for (const [command, handle] of Object.entries(commandHandlers(deps)))
    chat.command(command, async (ctx) => {
      // A command is no answer: whatever was asked is not asked any more.
      await withTransaction(deps.db, (tx) => forgetPendingInput(tx, ctx.chat.id));
      await handle(ctx, ctx.chat.id);
    });
  chat.on('callback_query:data', async (ctx) => {
    // A message that is too old for Telegram arrives without content, with its id.
    const messageId = ctx.callbackQuery.message?.message_id;
    if (messageId === undefined) return;
    const message = { chatId: ctx.chat.id, messageId };
    await handleTap(deps, ctx.person, {
      updateId: ctx.update.update_id,
      message,
      data: ctx.callbackQuery.data,
    });
  });
  chat.on('message', async (ctx) => {
    if (await takeReply(deps, ctx)) return;
    await handleWords(deps, ctx.person, ctx.chat.id, ctx.message.text ?? '');
  });
  listenToDevelopers(deps, composer);
  return composer;
};
