import { attachmentView } from './attachment-view.js';
import { element, icon } from './dom.js';
import { timeOf } from './format.js';
import { keyboardView } from './keyboard-view.js';
import { richText } from './rich-text.js';
/** @import { ChatMessage } from '../src/state/model.js' */
/** @import { KeyboardActions } from './keyboard-view.js' */

/**
 * @typedef {KeyboardActions & {
 *   botName: () => string,
 *   onCommand: (command: string) => void,
 *   onOpenPhoto: (address: string) => void,
 *   findMessage: (messageId: number) => ChatMessage | undefined,
 * }} MessageActions
 */

/** @param {ChatMessage} message */
const meta = (message) => {
  const edited = message.editDate === null ? null : element('span', { class: 'edited' }, 'изменено');
  const time = element(
    'time',
    { datetime: new Date(message.date * 1_000).toISOString() },
    timeOf(message.date),
  );
  return element('span', { class: 'meta' }, edited, time, message.from === 'person' ? icon('check') : null);
};

/**
 * @param {ChatMessage} message
 * @param {MessageActions} actions
 */
const quote = (message, actions) => {
  const quoted =
    message.replyToMessageId === null ? undefined : actions.findMessage(message.replyToMessageId);
  if (!quoted) return null;
  const words = quoted.text || quoted.attachment?.fileName || '';
  return element(
    'div',
    { class: 'quote' },
    element('b', {}, quoted.from === 'bot' ? actions.botName() : 'Вы'),
    words,
  );
};

/**
 * @param {ChatMessage} message
 * @param {MessageActions} actions
 */
const bubble = (message, actions) => {
  const text = message.text === '' ? null : element('div', { class: 'text' });
  text?.append(richText(message.text, message.entities, actions.onCommand), meta(message));
  return element(
    'div',
    { class: 'bubble' },
    quote(message, actions),
    message.attachment && attachmentView(message.attachment, message.text, actions.onOpenPhoto),
    text ?? meta(message),
  );
};

/**
 * One message: bubble, time, keyboard.
 * @param {ChatMessage} message
 * @param {MessageActions} actions
 */
export const messageView = (message, actions) => {
  const hasButtons = message.buttons.length > 0;
  const author = message.from === 'bot' ? actions.botName() : 'Вы';
  return element(
    'article',
    {
      class: `message from-${message.from}`,
      'data-message-id': String(message.messageId),
      'aria-label': `${author}, ${timeOf(message.date)}`,
    },
    element(
      'div',
      { class: hasButtons ? 'message-body has-buttons' : 'message-body' },
      bubble(message, actions),
      hasButtons ? keyboardView(message, actions) : null,
    ),
  );
};
