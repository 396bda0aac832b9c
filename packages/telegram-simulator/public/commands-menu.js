import { byId, element } from './dom.js';
/** @import { BotCommand } from '../src/state/model.js' */

/**
 * @param {BotCommand} command
 * @param {(command: string) => void} onChoose
 */
const itemView = ({ command, description }, onChoose) => {
  const item = element(
    'button',
    { type: 'button', role: 'menuitem', class: 'command-item' },
    element('span', { class: 'command-name' }, `/${command}`),
    element('span', { class: 'command-about' }, description),
  );
  item.addEventListener('click', () => onChoose(`/${command}`));
  return item;
};

/** @param {string} key */
const stepOf = (key) => (key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0);

/**
 * The item one step further, round and round.
 * @param {HTMLElement} menu
 * @param {Element | null} current
 * @param {number} step
 */
const nextItem = (menu, current, step) => {
  const all = [...menu.querySelectorAll('button')];
  const at = all.findIndex((item) => item === current);
  return all[at < 0 && step < 0 ? all.length - 1 : (at + step + all.length) % all.length];
};

/** @param {HTMLElement} menu */
const markedItem = (menu) => {
  const marked = menu.querySelector('.is-marked');
  return marked instanceof HTMLElement ? marked : null;
};

/**
 * Keys pressed in the text field while the list is open: arrows mark, Enter chooses what is marked.
 * @param {HTMLElement} menu
 * @param {string} key
 * @returns {boolean} true when the key was the list's
 */
const takeKey = (menu, key) => {
  const marked = markedItem(menu);
  if (menu.hidden) return false;
  if (key === 'Enter' && marked) {
    marked.click();
    return true;
  }
  if (stepOf(key) === 0) return false;
  const next = nextItem(menu, marked, stepOf(key));
  marked?.classList.remove('is-marked');
  next?.classList.add('is-marked');
  next?.scrollIntoView({ block: 'nearest' });
  return true;
};

/**
 * The list of the bot's commands: opened by its button, or narrowed while one is typed.
 * @param {(command: string) => void} onChoose gets `/name`
 */
export const createCommandsMenu = (onChoose) => {
  const button = byId('menu-button', HTMLButtonElement);
  const menu = byId('commands', HTMLElement);
  /** @type {readonly BotCommand[]} */
  let commands = [];

  const close = () => {
    menu.hidden = true;
    button.setAttribute('aria-expanded', 'false');
  };
  /** @param {string} start what the names begin with */
  const open = (start) => {
    const fitting = commands.filter(({ command }) => command.startsWith(start));
    menu.replaceChildren(...fitting.map((command) => itemView(command, onChoose)));
    menu.hidden = fitting.length === 0;
    button.setAttribute('aria-expanded', String(!menu.hidden));
  };

  button.addEventListener('click', () => {
    if (menu.hidden) open('');
    else close();
    menu.querySelector('button')?.focus();
  });
  menu.addEventListener('keydown', (event) => {
    if (stepOf(event.key) === 0) return;
    event.preventDefault();
    nextItem(menu, document.activeElement, stepOf(event.key))?.focus();
  });
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Node && !menu.contains(target) && !button.contains(target)) close();
  });

  return {
    open,
    close,
    isOpen: () => !menu.hidden,
    /** @param {string} key */
    takeKey: (key) => takeKey(menu, key),
    /** @param {readonly BotCommand[]} list */
    setCommands: (list) => {
      commands = list;
      button.hidden = list.length === 0;
      close();
    },
  };
};
