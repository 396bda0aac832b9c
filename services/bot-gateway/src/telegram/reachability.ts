import { withTransaction } from '@perezvon/db';
import type { Transformer } from 'grammy';
import type { ChatMemberUpdated } from 'grammy/types';
import type { GatewayDeps } from '../deps.js';
import { markReachable, markUnreachable } from '../store/reachability.js';

type ReachabilityDeps = Pick<GatewayDeps, 'db' | 'log' | 'now'>;

const FORBIDDEN = 403;

/** The person whose chat a call was for; null: a group, or a call for no chat. */
const personIn = (payload: object): bigint | null => {
  const chatId = 'chat_id' in payload ? Number(payload.chat_id) : Number.NaN;
  return Number.isSafeInteger(chatId) && chatId > 0 ? BigInt(chatId) : null;
};

/** The person has blocked the bot, or is gone: no news are sent to him until he writes again. */
const setUnreachable = async ({ db, log, now }: ReachabilityDeps, telegramId: bigint): Promise<void> => {
  try {
    const isNew = await withTransaction(db, (tx) => markUnreachable(tx, telegramId, now()));
    if (isNew) log.info({}, 'somebody has blocked the bot: no news for him until he writes');
  } catch (error) {
    // The next message to him is refused as well, and noted then.
    log.warn({ err: error }, 'not noted that somebody cannot be reached');
  }
};

/** Notices when Telegram refuses a message because its person has blocked the bot; whoever sent it is told as ever. */
export const noticeUnreachable =
  (deps: ReachabilityDeps): Transformer =>
  async (prev, method, payload, signal) => {
    const answer = await prev(method, payload, signal);
    const personId = answer.ok || answer.error_code !== FORBIDDEN ? null : personIn(payload);
    if (personId !== null) await setUnreachable(deps, personId);
    return answer;
  };

/** Somebody has blocked the bot or let it write again; a group has taken it in or put it out. */
export const noticeMembership = async (
  deps: ReachabilityDeps,
  { chat, new_chat_member: { status } }: ChatMemberUpdated,
): Promise<void> => {
  if (chat.type !== 'private') {
    // Whoever sets DEVELOPERS_CHAT_ID looks for the id here.
    deps.log.info({ chatId: chat.id, status }, 'the bot’s place in a group has changed');
    return;
  }
  if (status === 'kicked') await setUnreachable(deps, BigInt(chat.id));
  else await withTransaction(deps.db, (tx) => markReachable(tx, BigInt(chat.id)));
};
