import { BotError, type Bot } from 'grammy';
import type { Update } from 'grammy/types';
import type { GatewayContext } from '../context.js';
import type { GatewayDeps } from '../deps.js';
import { isDevelopersChat } from '../problems/developer-chats.js';
import { offerReport } from '../problems/offer-report.js';
import { answerTap, editComposed, sendComposed } from '../screens/adapter.js';
import { idOf } from '../screens/codec.js';
import { composeLine, composeNotice, toPlainButton } from '../screens/compose.js';
import { toPlainText } from '../text/html.js';
import { noticeMembership } from './reachability.js';

type DispatchDeps = Pick<
  GatewayDeps,
  | 'api'
  | 'db'
  | 'developersChatId'
  | 'lanes'
  | 'log'
  | 'now'
  | 'rateLimit'
  | 'screens'
  | 'spokenLanguages'
  | 'texts'
>;

const translatorFor = ({ spokenLanguages, texts }: DispatchDeps, update: Update) =>
  texts.in(spokenLanguages.of((update.callback_query ?? update.message)?.from));

/** Stops the phone's spinner before anything is read: also when the database is slow or gone. */
const answerFirst = async (deps: DispatchDeps, update: Update): Promise<void> => {
  const query = update.callback_query;
  if (!query) return;
  const isAction = deps.screens.find(query.data ?? '')?.kind === 'action';
  const toast = isAction ? toPlainText(translatorFor(deps, update)('toast-working')) : null;
  try {
    await answerTap(deps.api, query.id, toast);
  } catch (error) {
    deps.log.warn({ updateId: update.update_id, err: error }, 'tap not answered');
  }
};

/**
 * Tells the person that it did not work and how to go on: the same button once more, or word to the developers with the
 * number of this failure. Nothing was done by halves.
 */
const tellTrouble = async (deps: DispatchDeps, update: Update): Promise<void> => {
  const t = translatorFor(deps, update);
  const { callback_query: query, message, update_id: updateId } = update;
  if (query?.message && query.data !== undefined) {
    const retry = { text: toPlainText(t('button-retry')), data: query.data };
    const screen = deps.screens.findScreen(query.data) === null ? null : idOf(query.data);
    const report = toPlainButton(offerReport({ update: updateId, screen }, t));
    const trouble = composeLine(t('trouble-tap'), t, [[retry], [report]]);
    const where = { chatId: query.message.chat.id, messageId: query.message.message_id };
    if ((await editComposed(deps.api, where, trouble)) !== 'impossible') return;
    await sendComposed(deps.api, where.chatId, trouble);
  } else if (message) {
    const buttons = [offerReport({ update: updateId, screen: null }, t)];
    const isGroup = message.chat.type !== 'private';
    const trouble = composeNotice({ ...t('trouble-words'), buttons }, t, { isGroup });
    await sendComposed(deps.api, message.chat.id, trouble);
  }
};

const handleInLane = async (deps: DispatchDeps, bot: Bot<GatewayContext>, update: Update): Promise<void> => {
  try {
    await bot.handleUpdate(update);
  } catch (error) {
    const cause = error instanceof BotError ? error.error : error;
    deps.log.error({ updateId: update.update_id, err: cause }, 'update not handled');
    await tellTrouble(deps, update);
  }
};

/** Says so to somebody who taps faster than people do: each tap is answered, of words only the first. */
const refuseTooOften = async (deps: DispatchDeps, update: Update, isToldAlready: boolean): Promise<void> => {
  const t = translatorFor(deps, update);
  const { callback_query: query, message } = update;
  if (query) return answerTap(deps.api, query.id, toPlainText(t('toast-too-often')));
  if (message?.chat.type === 'private' && !isToldAlready)
    await sendComposed(deps.api, message.chat.id, composeLine(t('too-often'), t));
};

/** What an update asks for, side by side: the answer to a tap waits for nobody. */
const partsOf = (deps: DispatchDeps, bot: Bot<GatewayContext>, update: Update): Promise<void>[] => {
  const { my_chat_member: membership, message, callback_query: query } = update;
  if (membership) return [deps.lanes.run(membership.chat.id, () => noticeMembership(deps, membership))];
  const from = (message ?? query)?.from;
  const verdict = from ? deps.rateLimit.take(from.id) : 'pass';
  if (verdict !== 'pass') return [refuseTooOften(deps, update, verdict === 'too_often_again')];
  const chat = (message ?? query?.message)?.chat;
  const isHeard = chat && (chat.type === 'private' || isDevelopersChat(deps, chat.id));
  const work = isHeard ? [deps.lanes.run(chat.id, () => handleInLane(deps, bot, update))] : [];
  return [answerFirst(deps, update), ...work];
};

/**
 * Handles one update and never rejects: answers a tap at once, then works through the chat's lane.
 * Groups and channels have no lane: they are not answered, but for the developers' chat.
 */
export const dispatch = async (
  deps: DispatchDeps,
  bot: Bot<GatewayContext>,
  update: Update,
): Promise<void> => {
  const results = await Promise.allSettled(partsOf(deps, bot, update));
  for (const result of results)
    if (result.status === 'rejected')
      deps.log.error({ updateId: update.update_id, err: result.reason }, 'person not told of the trouble');
};
