import { keepPlayer } from './attachment-view.js';
import { arrange } from './history-layout.js';
import { replaceKeepingFocus } from './keep-focus.js';
import { messageView } from './message-view.js';
/** @import { ChatMessage } from '../src/state/model.js' */
/** @import { Entry } from './history-layout.js' */
/** @import { MessageActions } from './message-view.js' */

/** Nearer to the end than this (pixels) the reader is reading along. */
const READS_ALONG_PX = 80;

/**
 * The messages of a chat in their order, and the element each is drawn in.
 * @param {{ scroll: HTMLElement, column: HTMLElement, actions: MessageActions }} parts
 */
const createColumn = ({ scroll, column, actions }) => {
  /** @type {Map<number, Entry>} */
  const shown = new Map();
  const ordered = () => [...shown.values()].sort((a, b) => a.message.messageId - b.message.messageId);
  const layOut = () => arrange(column, ordered());

  /** @param {ChatMessage} message */
  const place = (message) => {
    const view = messageView(message, actions);
    const known = shown.get(message.messageId);
    const follower = ordered().find((entry) => entry.message.messageId > message.messageId);
    if (known) {
      keepPlayer(known.view, view);
      replaceKeepingFocus(known.view, view, scroll);
    } else if (follower) follower.view.before(view);
    else column.append(view);
    shown.set(message.messageId, { message, view });
    return { view, isNew: !known };
  };

  return {
    shown,
    ordered,
    layOut,
    place,
    /** @param {readonly ChatMessage[]} messages the oldest first */
    reset: (messages) => {
      column.replaceChildren();
      shown.clear();
      for (const message of messages) {
        const view = messageView(message, actions);
        column.append(view);
        shown.set(message.messageId, { message, view });
      }
      layOut();
    },
  };
};

/**
 * The scrolling history. It follows new messages while the reader is at the end, and keeps still otherwise.
 * @param {{ scroll: HTMLElement, column: HTMLElement, actions: MessageActions, onMove: () => void }} parts
 */
export const createHistory = ({ onMove, ...parts }) => {
  const { scroll } = parts;
  const { shown, ordered, layOut, place, reset } = createColumn(parts);
  let wasAtEnd = true;

  const isAtEnd = () => scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < READS_ALONG_PX;
  const toEnd = () => {
    scroll.scrollTop = scroll.scrollHeight;
  };

  scroll.addEventListener(
    'scroll',
    () => {
      wasAtEnd = isAtEnd();
      onMove();
    },
    { passive: true },
  );
  // A keyboard on a phone, or a field that grows, makes the history lower: the end stays in sight.
  new ResizeObserver(() => {
    if (wasAtEnd) toEnd();
  }).observe(scroll);

  return {
    isAtEnd,
    toEnd,
    /** @param {readonly ChatMessage[]} messages the oldest first */
    reset: (messages) => {
      reset(messages);
      toEnd();
    },
    /** @param {ChatMessage} message new or changed */
    put: (message) => {
      const follows = isAtEnd() || message.from === 'person';
      const { view, isNew } = place(message);
      if (isNew) view.classList.add('is-new');
      layOut();
      if (follows) toEnd();
    },
    /** @param {number} messageId */
    remove: (messageId) => {
      shown.get(messageId)?.view.remove();
      shown.delete(messageId);
      layOut();
    },
    /** Draws one message again: what its buttons wait for has changed. @param {number} messageId */
    refresh: (messageId) => {
      const known = shown.get(messageId);
      if (!known) return;
      place(known.message);
      layOut();
    },
    /** Draws everything again: somebody else looks at it. */
    redraw: () => reset(ordered().map(({ message }) => message)),
    /** @param {number} messageId */
    find: (messageId) => shown.get(messageId)?.message,
    lastMessageId: () => Math.max(0, ...shown.keys()),
    isEmpty: () => shown.size === 0,
  };
};
