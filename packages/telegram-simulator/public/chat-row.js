import { element } from './dom.js';
import { avatarClass, firstLetter, fullName, initials, listTime, memberCount } from './format.js';
/** @import { GroupView, PersonView } from '../src/web/views.js' */

/** @typedef {PersonView | GroupView} ChatLine */

const ATTACHMENT_NAMES = new Map([
  ['photo', '🖼 Фото'],
  ['audio', '🎵 Аудио'],
  ['voice', '🎤 Голосовое сообщение'],
  ['document', '📎 Файл'],
]);

/** @param {ChatLine} chat */
const silence = (chat) => {
  if ('title' in chat) return chat.hasBot ? 'Нет сообщений' : 'Бот удалён из группы';
  if (chat.blocked) return 'Бот остановлен';
  return chat.started ? 'Нет сообщений' : 'Ещё не писал боту';
};

/**
 * @param {ChatLine} chat
 * @param {(personId: number) => string} nameOf
 */
const preview = (chat, nameOf) => {
  const { lastMessage } = chat;
  if (!lastMessage || ('blocked' in chat && chat.blocked)) return silence(chat);
  const words = lastMessage.text || ATTACHMENT_NAMES.get(lastMessage.attachmentKind ?? '') || '';
  if (lastMessage.from === 'bot') return words;
  return `${lastMessage.authorId === null ? 'Вы' : nameOf(lastMessage.authorId)}: ${words}`;
};

/** @param {ChatLine} chat */
export const chatName = (chat) => ('title' in chat ? chat.title : fullName(chat));

/** @param {ChatLine} chat */
export const chatLetters = (chat) => ('title' in chat ? firstLetter(chat.title) : initials(chat));

/** @param {ChatLine} chat */
const about = (chat) => ('title' in chat ? memberCount(chat.memberIds.length) : chat.about);

/** @param {ChatLine} chat @param {boolean} isCurrent */
const badge = ({ unread }, isCurrent) =>
  unread > 0 && !isCurrent
    ? element('span', { class: 'badge', 'aria-label': `непрочитанных: ${unread}` }, String(unread))
    : null;

/**
 * One line of the list.
 * @param {ChatLine} chat
 * @param {{ isCurrent: boolean, nameOf: (personId: number) => string, onChoose: (chatId: number) => void }} how
 */
export const chatRow = (chat, { isCurrent, nameOf, onChoose }) => {
  const { lastMessage } = chat;
  const button = element(
    'button',
    { type: 'button', class: 'person', 'aria-current': isCurrent ? 'true' : undefined },
    element('span', { class: avatarClass(chat.id), 'aria-hidden': 'true' }, chatLetters(chat)),
    element(
      'span',
      { class: 'person-lines' },
      element(
        'span',
        { class: 'person-line' },
        element('span', { class: 'person-name' }, chatName(chat)),
        lastMessage ? element('span', { class: 'person-time' }, listTime(lastMessage.date)) : null,
      ),
      about(chat) ? element('span', { class: 'person-about' }, about(chat)) : null,
      element(
        'span',
        { class: 'person-line' },
        element('span', { class: 'person-preview' }, preview(chat, nameOf)),
        badge(chat, isCurrent),
      ),
    ),
  );
  button.addEventListener('click', () => onChoose(chat.id));
  return element('li', {}, button);
};
