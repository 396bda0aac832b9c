import { attachmentView } from './attachment-view.js';
import { element, icon } from './dom.js';
import { nameClass, timeOf } from './format.js';
import { keyboardView } from './keyboard-view.js';
import { richText } from './rich-text.js';
/** @import { ChatMessage } from '../src/state/model.js' */
/** @import { KeyboardActions } from './keyboard-view.js' */

/**
 * @typedef {object} Writer
 * @property {string} name
 * @property {boolean} isMe the one whose chat is shown wrote it
 * @property {number | null} colour of the name over the bubble; null where it needs none
 */

/**
 * @typedef {KeyboardActions & {
 *   writer: (message: ChatMessage) => Writer,
 *   onReply: (message: ChatMessage) => void,
 *   onCommand: (command: string) => void,
 *   onOpenPhoto: (address: string) => void,
 *   findMessage: (messageId: number) => ChatMessage | undefined,
 * }} MessageActions
 */

/** @param {ChatMessage} message @param {boolean} isMe */
const meta = (message, isMe) => {
  const edited = message.editDate === null ? null : element('span', { class: 'edited' }, 'изменено');
  const time = element(
    'time',
    { datetime: new Date(message.date * 1_000).toISOString() },
    timeOf(message.date),
  );
  return element('span', { class: 'meta' }, edited, time, isMe ? icon('check') : null);
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
  return element('div', { class: 'quote' }, element('b', {}, actions.writer(quoted).name), words);
};

/**
 * @param {ChatMessage} message
 * @param {MessageActions} actions
 */
const bubble = (message, actions) => {
  const { name, isMe, colour } = actions.writer(message);
  const text = message.text === '' ? null : element('div', { class: 'text' });
  text?.append(richText(message.text, message.entities, actions.onCommand), meta(message, isMe));
  return element(
    'div',
    { class: 'bubble' },
    colour === null || isMe ? null : element('p', { class: `writer ${nameClass(colour)}` }, name),
    quote(message, actions),
    message.attachment && attachmentView(message.attachment, message.text, actions.onOpenPhoto),
    text ?? meta(message, isMe),
  );
};

/** @param {ChatMessage} message @param {MessageActions} actions */
const replyButton = (message, actions) => {
  const button = element(
    'button',
    { type: 'button', class: 'reply-button', 'aria-label': 'Ответить на сообщение' },
    icon('reply'),
  );
  button.addEventListener('click', () => actions.onReply(message));
  return button;
};

/**
 * One message: bubble, time, keyboard.
 * @param {ChatMessage} message
 * @param {MessageActions} actions
 */
export const messageView = (message, actions) => {
  const hasButtons = message.buttons.length > 0;
  const { name, isMe } = actions.writer(message);
  return element(
    'article',
    {
      class: `message ${isMe ? 'from-me' : 'from-other'}`,
      'data-message-id': String(message.messageId),
      'aria-label': `${name}, ${timeOf(message.date)}`,
    },
    element(
      'div',
      { class: hasButtons ? 'message-body has-buttons' : 'message-body' },
      bubble(message, actions),
      hasButtons ? keyboardView(message, actions) : null,
      replyButton(message, actions),
    ),
  );
};
