import { element, icon } from './dom.js';
import { safeUrl } from './rich-text.js';
/** @import { ChatMessage, MessageButton } from '../src/state/model.js' */

/**
 * @typedef {object} KeyboardActions
 * @property {(messageId: number, callbackData: string) => boolean} isBusy the tap waits for its answer
 * @property {(messageId: number, callbackData: string) => void} onTap
 * @property {(text: string) => void} onCopy
 */

/** @param {MessageButton} button */
const classOf = ({ style }) => (style ? `key key-${style}` : 'key');

/**
 * @param {MessageButton} button
 * @param {ChatMessage} message
 * @param {KeyboardActions} actions
 */
const keyView = (button, message, actions) => {
  const { callbackData, copyText, url } = button;
  if (url !== null) {
    const attributes = {
      class: classOf(button),
      href: safeUrl(url),
      target: '_blank',
      rel: 'noopener noreferrer',
    };
    return element('a', attributes, button.text, icon('link', 'key-corner'));
  }
  const busy = callbackData !== null && actions.isBusy(message.messageId, callbackData);
  const key = element(
    'button',
    {
      type: 'button',
      class: classOf(button),
      'aria-busy': busy ? 'true' : undefined,
      'aria-disabled': busy || button.disabled ? 'true' : undefined,
    },
    button.text,
    copyText === null ? null : icon('copy', 'key-corner'),
  );
  key.addEventListener('click', () => {
    if (key.getAttribute('aria-disabled') === 'true') return;
    if (callbackData !== null) actions.onTap(message.messageId, callbackData);
    if (copyText !== null) actions.onCopy(copyText);
  });
  return key;
};

/**
 * @param {ChatMessage} message
 * @param {KeyboardActions} actions
 */
export const keyboardView = (message, actions) =>
  element(
    'div',
    { class: 'keyboard', role: 'group', 'aria-label': 'Кнопки сообщения' },
    ...message.buttons.map((row) =>
      element('div', { class: 'keyboard-row' }, ...row.map((button) => keyView(button, message, actions))),
    ),
  );
