import { chatLetters } from './chat-row.js';
import { createChatStatus } from './chat-status.js';
import { byId } from './dom.js';
import { avatarClass, firstLetter, fullName, memberCount } from './format.js';
/** @import { ChatLine } from './chat-row.js' */

/** @param {ChatLine} chat */
const statusOf = (chat) => {
  if (!('title' in chat)) return `бот · вы — ${fullName(chat)}`;
  return `группа · ${memberCount(chat.memberIds.length)}${chat.hasBot ? ' и бот' : ', бота нет'}`;
};

/** The bot's colour in a chat of its own. */
const BOT_AVATAR = 'avatar avatar-5';

/**
 * Who is written to, and what the bot is doing there.
 * @param {() => string} botName
 */
export const createChatHeader = (botName) => {
  const name = byId('chat-name', HTMLElement);
  const avatar = byId('chat-avatar', HTMLElement);
  const status = createChatStatus(byId('chat-status', HTMLElement));

  return {
    act: status.act,
    rest: status.rest,
    /** @param {ChatLine} chat */
    show: (chat) => {
      const isGroup = 'title' in chat;
      name.textContent = isGroup ? chat.title : botName();
      avatar.textContent = isGroup ? chatLetters(chat) : firstLetter(botName());
      avatar.className = `${isGroup ? avatarClass(chat.id) : BOT_AVATAR} chat-avatar`;
      status.setQuiet(statusOf(chat));
    },
  };
};
