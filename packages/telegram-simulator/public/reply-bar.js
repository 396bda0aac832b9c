import { byId } from './dom.js';
/** @import { ChatMessage } from '../src/state/model.js' */

/**
 * The message that the next words answer, above the field.
 * @param {(message: ChatMessage) => string} nameOf who wrote it
 */
export const createReplyBar = (nameOf) => {
  const bar = byId('reply-bar', HTMLElement);
  const words = byId('reply-words', HTMLElement);
  /** @type {number | undefined} */
  let messageId;

  const clear = () => {
    messageId = undefined;
    bar.hidden = true;
  };
  byId('reply-cancel', HTMLElement).addEventListener('click', clear);

  return {
    clear,
    /** @returns {number | undefined} */
    messageId: () => messageId,
    /** @param {ChatMessage} message */
    show: (message) => {
      messageId = message.messageId;
      words.textContent = `${nameOf(message)}: ${message.text || message.attachment?.fileName || ''}`;
      bar.hidden = false;
    },
  };
};
