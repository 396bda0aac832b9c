import { element } from './dom.js';
import { dayKey, dayLabel } from './format.js';
import { messageView } from './message-view.js';
/** @import { ChatMessage } from '../src/state/model.js' */
/** @import { MessageActions } from './message-view.js' */

/** Nearer to the end than this (pixels) the reader is reading along. */
const READS_ALONG_PX = 80;
const FOCUSABLE = 'button, a[href]';

/**
 * The column of messages. It follows new ones while the reader is at the end, and keeps still otherwise.
 * @param {{ scroll: HTMLElement, column: HTMLElement, actions: MessageActions, onMove: () => void }} parts
 */
export const createHistory = ({ scroll, column, actions, onMove }) => {
  /** @type {Map<number, { message: ChatMessage, view: HTMLElement }>} */
  const shown = new Map();

  const isAtEnd = () => scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < READS_ALONG_PX;
  const toEnd = () => {
    scroll.scrollTop = scroll.scrollHeight;
  };
  const ordered = () => [...shown.values()].sort((a, b) => a.message.messageId - b.message.messageId);

  /** Day labels and groups of messages by one author depend on the neighbours. */
  const arrange = () => {
    for (const label of column.querySelectorAll('.day, .empty')) label.remove();
    const entries = ordered();
    for (const [index, { message, view }] of entries.entries()) {
      const before = entries[index - 1]?.message;
      const after = entries[index + 1]?.message;
      const startsDay = !before || dayKey(before.date) !== dayKey(message.date);
      const endsDay = !after || dayKey(after.date) !== dayKey(message.date);
      if (startsDay) view.before(element('div', { class: 'day' }, dayLabel(message.date)));
      view.classList.toggle('starts-group', startsDay || before?.from !== message.from);
      view.classList.toggle('ends-group', endsDay || after?.from !== message.from);
    }
    if (entries.length === 0) {
      column.append(element('p', { class: 'empty' }, 'Здесь пока ничего нет. Напишите боту первым.'));
    }
  };

  /**
   * Puts a fresh view in the place of an old one; the focus stays on the button in the same place.
   * @param {HTMLElement} old
   * @param {HTMLElement} fresh
   */
  const replace = (old, fresh) => {
    const focusedAt = [...old.querySelectorAll(FOCUSABLE)].indexOf(document.activeElement ?? old);
    old.replaceWith(fresh);
    if (focusedAt < 0) return;
    const buttons = [...fresh.querySelectorAll(FOCUSABLE)];
    const next = buttons[Math.min(focusedAt, buttons.length - 1)];
    if (next instanceof HTMLElement) next.focus({ preventScroll: true });
    else scroll.focus({ preventScroll: true });
  };

  /** @param {ChatMessage} message */
  const insert = (message) => {
    const view = messageView(message, actions);
    const known = shown.get(message.messageId);
    const follower = ordered().find((entry) => entry.message.messageId > message.messageId);
    if (known) replace(known.view, view);
    else if (follower) follower.view.before(view);
    else column.append(view);
    shown.set(message.messageId, { message, view });
    return { view, isNew: !known };
  };

  scroll.addEventListener('scroll', onMove, { passive: true });
  new ResizeObserver(() => {
    if (wasAtEnd) toEnd();
  }).observe(scroll);
  let wasAtEnd = true;
  scroll.addEventListener('scroll', () => {
    wasAtEnd = isAtEnd();
  });

  return {
    isAtEnd,
    toEnd,
    /** @param {readonly ChatMessage[]} messages */
    reset: (messages) => {
      column.replaceChildren();
      shown.clear();
      for (const message of messages) {
        const view = messageView(message, actions);
        column.append(view);
        shown.set(message.messageId, { message, view });
      }
      arrange();
      toEnd();
    },
    /** @param {ChatMessage} message new or changed */
    put: (message) => {
      const follow = isAtEnd() || message.from === 'person';
      const { view, isNew } = insert(message);
      if (isNew) view.classList.add('is-new');
      arrange();
      if (follow) toEnd();
    },
    /** @param {number} messageId */
    remove: (messageId) => {
      shown.get(messageId)?.view.remove();
      shown.delete(messageId);
      arrange();
    },
    /** Draws one message again: what its buttons wait for has changed. @param {number} messageId */
    refresh: (messageId) => {
      const known = shown.get(messageId);
      if (!known) return;
      insert(known.message);
      arrange();
    },
    /** @param {number} messageId */
    find: (messageId) => shown.get(messageId)?.message,
    lastMessageId: () => Math.max(0, ...shown.keys()),
    isEmpty: () => shown.size === 0,
  };
};
