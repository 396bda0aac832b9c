import { byId } from './dom.js';

/**
 * The «⋮» menu of the chat.
 * @param {() => void} onToggleBlock
 */
export const createChatMenu = (onToggleBlock) => {
  const button = byId('chat-menu-button', HTMLButtonElement);
  const menu = byId('chat-menu', HTMLElement);
  const item = byId('toggle-block', HTMLButtonElement);

  /** @param {boolean} isOpen */
  const setOpen = (isOpen) => {
    menu.hidden = !isOpen;
    button.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) item.focus();
  };

  button.addEventListener('click', () => setOpen(Boolean(menu.hidden)));
  item.addEventListener('click', () => {
    setOpen(false);
    button.focus();
    onToggleBlock();
  });
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Node && !menu.contains(target) && !button.contains(target)) setOpen(false);
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || menu.hidden) return;
    setOpen(false);
    button.focus();
  });

  return {
    /** @param {boolean} isBlocked */
    show: (isBlocked) => {
      item.textContent = isBlocked ? 'Разблокировать бота' : 'Остановить бота';
      item.classList.toggle('is-danger', !isBlocked);
    },
  };
};
