import { createCommandsMenu } from './commands-menu.js';
import { byId } from './dom.js';

/** A command being typed: nothing but its beginning. */
const TYPED_COMMAND = /^\/(?<start>[a-z0-9_]*)$/;

/**
 * The field people type in, with the menu of the bot's commands.
 * @param {(text: string) => Promise<boolean>} onSend tells whether the text was taken
 */
export const createComposer = (onSend) => {
  const form = byId('composer', HTMLFormElement);
  const input = byId('composer-input', HTMLTextAreaElement);

  const grow = () => {
    input.style.height = 'auto';
    // While the field is hidden it has no height to measure.
    if (input.scrollHeight > 0) input.style.height = `${input.scrollHeight}px`;
  };
  const clear = () => {
    input.value = '';
    grow();
  };
  /** @param {string} text */
  const send = async (text) => {
    if (text.trim() === '') return;
    menu.close();
    const isTaken = await onSend(text);
    // What was typed meanwhile stays.
    if (isTaken && input.value === text) clear();
  };
  const menu = createCommandsMenu((command) => {
    if (TYPED_COMMAND.test(input.value)) clear();
    input.focus();
    void send(command);
  });

  input.addEventListener('input', () => {
    grow();
    const typed = TYPED_COMMAND.exec(input.value);
    if (typed) menu.open(typed.groups?.['start'] ?? '');
    else menu.close();
  });
  input.addEventListener('keydown', (event) => {
    const isEnter = event.key === 'Enter' && !event.shiftKey && !event.isComposing;
    const isTaken = menu.takeKey(event.key);
    if (isTaken || isEnter) event.preventDefault();
    if (isEnter && !isTaken) void send(input.value);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void send(input.value);
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !menu.isOpen()) return;
    menu.close();
    input.focus();
  });

  return {
    setCommands: menu.setCommands,
    clear,
    /** @param {boolean} isShown */
    show: (isShown) => {
      form.hidden = !isShown;
      if (!isShown) menu.close();
    },
    focus: () => input.focus({ preventScroll: true }),
  };
};
