import { byId, element } from './dom.js';
/** @import { BotCommand } from '../src/state/model.js' */

/**
 * The field people type in, with the menu of the bot's commands.
 * @param {(text: string) => Promise<boolean>} onSend tells whether the text was taken
 */
export const createComposer = (onSend) => {
  const form = byId('composer', HTMLFormElement);
  const input = byId('composer-input', HTMLTextAreaElement);
  const menuButton = byId('menu-button', HTMLButtonElement);
  const menu = byId('commands', HTMLElement);
  /** @type {readonly BotCommand[]} */
  let commands = [];

  const grow = () => {
    input.style.height = 'auto';
    input.style.height = `${input.scrollHeight}px`;
  };
  const items = () => [...menu.querySelectorAll('button')];
  const closeMenu = () => {
    menu.hidden = true;
    menuButton.setAttribute('aria-expanded', 'false');
  };

  /** @param {string} text */
  const send = async (text) => {
    if (text.trim() === '') return;
    closeMenu();
    if (!(await onSend(text))) return;
    if (input.value === text) input.value = '';
    grow();
  };

  /** @param {BotCommand} command */
  const itemView = ({ command, description }) => {
    const item = element(
      'button',
      { type: 'button', role: 'menuitem', class: 'command-item' },
      element('span', { class: 'command-name' }, `/${command}`),
      element('span', { class: 'command-about' }, description),
    );
    item.addEventListener('click', () => {
      if (input.value.startsWith('/')) input.value = '';
      input.focus();
      void send(`/${command}`);
    });
    return item;
  };

  /** @param {string} start what the names begin with */
  const openMenu = (start) => {
    const fitting = commands.filter(({ command }) => command.startsWith(start));
    menu.replaceChildren(...fitting.map(itemView));
    menu.hidden = fitting.length === 0;
    menuButton.setAttribute('aria-expanded', String(!menu.hidden));
  };

  /** @param {number} step */
  const mark = (step) => {
    const all = items();
    const marked = all.findIndex((item) => item.classList.contains('is-marked'));
    const next = marked < 0 && step < 0 ? all.length - 1 : (marked + step + all.length) % all.length;
    for (const [index, item] of all.entries()) item.classList.toggle('is-marked', index === next);
    all[next]?.scrollIntoView({ block: 'nearest' });
  };

  menuButton.addEventListener('click', () => {
    if (menu.hidden) openMenu('');
    else closeMenu();
    items()[0]?.focus();
  });
  menu.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const all = items();
    const at = all.findIndex((item) => item === document.activeElement);
    all[(at + step + all.length) % all.length]?.focus();
  });
  input.addEventListener('input', () => {
    grow();
    const typed = /^\/(?<start>[a-z0-9_]*)$/.exec(input.value);
    if (typed) openMenu(typed.groups?.['start'] ?? '');
    else closeMenu();
  });
  input.addEventListener('keydown', (event) => {
    if (!menu.hidden && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      mark(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      const marked = menu.querySelector('.is-marked');
      if (!menu.hidden && marked instanceof HTMLElement) marked.click();
      else void send(input.value);
    }
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void send(input.value);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || menu.hidden) return;
    closeMenu();
    input.focus();
  });
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Node && !menu.contains(target) && !menuButton.contains(target)) closeMenu();
  });

  return {
    /** @param {readonly BotCommand[]} list */
    setCommands: (list) => {
      commands = list;
      menuButton.hidden = list.length === 0;
      closeMenu();
    },
    clear: () => {
      input.value = '';
      grow();
    },
    /** @param {boolean} isShown */
    show: (isShown) => {
      form.hidden = !isShown;
      if (!isShown) closeMenu();
    },
    focus: () => input.focus({ preventScroll: true }),
  };
};
