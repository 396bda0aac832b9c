import type { z } from 'zod';
import type { SimulatorDeps } from '../deps.js';
import type { Chat } from '../state/model.js';
import { chatById } from '../state/state.js';
import { ApiError, badRequest } from './api-error.js';
import { type CallInput, parseFields, type Upload } from './params.js';
import type { UpdateFeed } from './update-feed.js';
import type { WebhookDelivery } from './webhook-delivery.js';
import type { WireContext } from './wire.js';

/** What one call works with. */
export interface CallContext extends SimulatorDeps {
  feed: UpdateFeed;
  delivery: WebhookDelivery;
  uploads: ReadonlyMap<string, Upload>;
  /** Aborted when the bot hung up. */
  signal: AbortSignal;
}

/** One method of the Bot API. @throws ApiError where Telegram refuses */
export type Method = (input: CallInput, context: Omit<CallContext, 'uploads'>) => Promise<unknown>;

/** Fields are parsed once, here; unknown ones are ignored as Telegram ignores them. */
export const defineMethod =
  <Schema extends z.ZodType>(
    schema: Schema,
    run: (params: z.infer<Schema>, context: CallContext) => unknown,
  ): Method =>
  async ({ fields, uploads }, context) =>
    run(parseFields(schema, fields), { ...context, uploads });

export const unixSeconds = (date: Date): number => Math.floor(date.getTime() / 1_000);

export const wireOf = ({ bot, store }: Pick<SimulatorDeps, 'bot' | 'store'>): WireContext => ({
  bot,
  state: store.state,
});

/**
 * The chat the bot may use.
 * @throws ApiError 400 when there is none or its person never started the bot, 403 when the bot is blocked or not in the group
 */
export const openChat = ({ store }: CallContext, chatId: number | string | undefined): Chat => {
  if (chatId === undefined || chatId === '') throw badRequest('chat_id is empty');
  const chat = chatById(store.state, Number(chatId));
  if (!chat) throw badRequest('chat not found');
  if ('group' in chat) {
    if (chat.hasBot) return chat;
    throw new ApiError(403, 'Forbidden: bot was kicked from the supergroup chat');
  }
  if (!chat.started) throw badRequest('chat not found');
  if (chat.blocked) throw new ApiError(403, 'Forbidden: bot was blocked by the user');
  return chat;
};
