import { element } from './dom.js';
import { dayKey, dayLabel } from './format.js';
/** @import { ChatMessage } from '../src/state/model.js' */

/** @typedef {{ message: ChatMessage, view: HTMLElement }} Entry */

/** @param {ChatMessage | undefined} message */
const writerOf = (message) => message && `${message.from}:${message.authorId}`;

/**
 * Day labels, and groups of messages by one author: both depend on the neighbours.
 * @param {HTMLElement} column
 * @param {readonly Entry[]} entries the oldest first
 */
export const arrange = (column, entries) => {
  for (const label of column.querySelectorAll('.day, .empty')) label.remove();
  for (const [index, { message, view }] of entries.entries()) {
    const before = entries[index - 1]?.message;
    const after = entries[index + 1]?.message;
    const startsDay = !before || dayKey(before.date) !== dayKey(message.date);
    const endsDay = !after || dayKey(after.date) !== dayKey(message.date);
    if (startsDay) view.before(element('div', { class: 'day' }, dayLabel(message.date)));
    view.classList.toggle('starts-group', startsDay || writerOf(before) !== writerOf(message));
    view.classList.toggle('ends-group', endsDay || writerOf(after) !== writerOf(message));
  }
  if (entries.length === 0) {
    column.append(element('p', { class: 'empty' }, 'Здесь пока ничего нет. Напишите первым.'));
  }
};
