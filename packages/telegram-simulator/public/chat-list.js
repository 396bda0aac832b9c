import { element } from './dom.js';
import { avatarClass, fullName, initials, listTime } from './format.js';
import { replaceKeepingFocus } from './keep-focus.js';
/** @import { PersonView } from '../src/web/views.js' */

const ATTACHMENT_NAMES = new Map([
  ['photo', '🖼 Фото'],
  ['audio', '🎵 Аудио'],
  ['voice', '🎤 Голосовое сообщение'],
  ['document', '📎 Файл'],
]);

/** @param {PersonView} person */
const preview = ({ lastMessage, started, blocked }) => {
  if (blocked) return 'Бот остановлен';
  if (!lastMessage) return started ? 'Нет сообщений' : 'Ещё не писал боту';
  const words = lastMessage.text || ATTACHMENT_NAMES.get(lastMessage.attachmentKind ?? '') || '';
  return lastMessage.from === 'person' ? `Вы: ${words}` : words;
};

/**
 * @param {PersonView} person
 * @param {boolean} isCurrent
 * @param {(personId: number) => void} onChoose
 */
const row = (person, isCurrent, onChoose) => {
  const name = fullName(person);
  const unread = isCurrent ? 0 : person.unread;
  const button = element(
    'button',
    {
      type: 'button',
      class: 'person',
      'aria-current': isCurrent ? 'true' : undefined,
    },
    element('span', { class: avatarClass(person.id), 'aria-hidden': 'true' }, initials(person)),
    element(
      'span',
      { class: 'person-lines' },
      element(
        'span',
        { class: 'person-line' },
        element('span', { class: 'person-name' }, name),
        person.lastMessage
          ? element('span', { class: 'person-time' }, listTime(person.lastMessage.date))
          : null,
      ),
      person.about ? element('span', { class: 'person-about' }, person.about) : null,
      element(
        'span',
        { class: 'person-line' },
        element('span', { class: 'person-preview' }, preview(person)),
        unread > 0
          ? element('span', { class: 'badge', 'aria-label': `непрочитанных: ${unread}` }, String(unread))
          : null,
      ),
    ),
  );
  button.addEventListener('click', () => onChoose(person.id));
  return element('li', {}, button);
};

/**
 * The list of people. Only rows that changed are drawn again: a click that is under way keeps its row.
 * @param {HTMLElement} list
 * @param {(personId: number) => void} onChoose
 */
export const createPeopleList = (list, onChoose) => {
  /** @type {Map<number, { key: string, view: HTMLElement }>} */
  const rows = new Map();

  /** @param {PersonView} person @param {boolean} isCurrent */
  const draw = (person, isCurrent) => {
    const key = JSON.stringify([person, isCurrent]);
    const known = rows.get(person.id);
    if (known?.key === key) return;
    const view = row(person, isCurrent, onChoose);
    rows.set(person.id, { key, view });
    if (known) replaceKeepingFocus(known.view, view, list);
    else list.append(view);
  };

  return {
    /** @param {Iterable<PersonView>} people @param {number | null} currentId */
    show: (people, currentId) => {
      for (const person of people) draw(person, person.id === currentId);
    },
  };
};
