import { byId } from './dom.js';
/** @import { ChatLine } from './chat-row.js' */

/** @param {boolean} isGroup @param {boolean} isOut the bot may not write there */
const toggleWords = (isGroup, isOut) => {
  if (isGroup) return isOut ? 'Вернуть бота в группу' : 'Удалить бота из группы';
  return isOut ? 'Разблокировать бота' : 'Остановить бота';
};

/**
 * The «⋮» menu of the chat: stopping the bot or removing it from a group, and changing the group.
 * @param {{ onToggleBot: () => void, onEditGroup: () => void }} actions
 */
export const createChatMenu = ({ onToggleBot, onEditGroup }) => {
  const button = byId('chat-menu-button', HTMLButtonElement);
  const menu = byId('chat-menu', HTMLElement);
  const toggle = byId('toggle-block', HTMLButtonElement);
  const edit = byId('edit-group', HTMLButtonElement);

  /** @param {boolean} isOpen */
  const setOpen = (isOpen) => {
    menu.hidden = !isOpen;
    button.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) (edit.hidden ? toggle : edit).focus();
  };

  button.addEventListener('click', () => setOpen(Boolean(menu.hidden)));
  /** @param {HTMLElement} item @param {() => void} onChoose */
  const offer = (item, onChoose) =>
    item.addEventListener('click', () => {
      setOpen(false);
      button.focus();
      onChoose();
    });
  offer(toggle, onToggleBot);
  offer(edit, onEditGroup);
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Node && !menu.contains(target) && !button.contains(target)) setOpen(false);
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || menu.hidden) return;
    setOpen(false);
    button.focus();
  });

  return {
    /** @param {ChatLine} chat */
    show: (chat) => {
      const isGroup = 'title' in chat;
      const isOut = isGroup ? !chat.hasBot : chat.blocked;
      edit.hidden = !isGroup;
      toggle.textContent = toggleWords(isGroup, isOut);
      toggle.classList.toggle('is-danger', !isOut);
    },
  };
};
