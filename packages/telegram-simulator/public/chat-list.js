import { chatRow } from './chat-row.js';
import { replaceKeepingFocus } from './keep-focus.js';
/** @import { ChatLine } from './chat-row.js' */

/**
 * A list of chats. Only rows that changed are drawn again: a click that is under way keeps its row.
 * @param {HTMLElement} list
 * @param {{ nameOf: (personId: number) => string, onChoose: (chatId: number) => void }} how
 */
export const createChatList = (list, how) => {
  /** @type {Map<number, { key: string, view: HTMLElement }>} */
  const rows = new Map();

  /** @param {ChatLine} chat @param {boolean} isCurrent */
  const draw = (chat, isCurrent) => {
    const key = JSON.stringify([chat, isCurrent]);
    const known = rows.get(chat.id);
    if (known?.key === key) return;
    const view = chatRow(chat, { ...how, isCurrent });
    rows.set(chat.id, { key, view });
    if (known) replaceKeepingFocus(known.view, view, list);
    else list.append(view);
  };

  return {
    /** @param {Iterable<ChatLine>} chats @param {number | null} currentId */
    show: (chats, currentId) => {
      for (const chat of chats) draw(chat, chat.id === currentId);
    },
  };
};
