import { Composer } from 'grammy';
import { withTransaction } from '@perezvon/db';
import type { GatewayContext } from './context.js';
import type { GatewayDeps } from './deps.js';
import { meet } from './middlewares/meet.js';
import { once } from './middlewares/once.js';
import { sendComposed } from './screens/adapter.js';
import { composeLine } from './screens/compose.js';
import type { Address } from './screens/define-place.js';
import { rootFor } from './screens/draw.js';
import { handleTap } from './screens/handle-tap.js';
import { handleWords } from './screens/handle-words.js';
import { helpPlace } from './screens/places/help.js';
import { callCardPlace } from './screens/places/work.js';
import { showNew } from './screens/show.js';
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
      await open(ctx, chatId);
      await setCommandsFor(api, texts, ctx.person);
    },
    menu: (ctx, chatId) => open(ctx, chatId),
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

/** Everything that an update of a private chat may ask for; groups are not answered. */
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
  chat.on('message:text', (ctx) => handleWords(deps, ctx.person, ctx.chat.id, ctx.message.text));
  chat.on('message', (ctx) => handleWords(deps, ctx.person, ctx.chat.id, ''));
  return composer;
};
