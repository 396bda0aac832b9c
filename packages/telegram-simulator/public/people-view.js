import { element } from './dom.js';
import { avatarClass, fullName, initials, listTime } from './format.js';
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
      'data-person-id': String(person.id),
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
 * Draws the list again; the focus stays on the same person.
 * @param {HTMLElement} list
 * @param {{ people: Iterable<PersonView>, currentId: number | null, onChoose: (personId: number) => void }} parts
 */
export const showPeople = (list, { people, currentId, onChoose }) => {
  const focused =
    document.activeElement instanceof HTMLElement ? document.activeElement.dataset['personId'] : undefined;
  list.replaceChildren(...[...people].map((person) => row(person, person.id === currentId, onChoose)));
  if (focused === undefined) return;
  const again = list.querySelector(`[data-person-id="${focused}"]`);
  if (again instanceof HTMLElement) again.focus({ preventScroll: true });
};
