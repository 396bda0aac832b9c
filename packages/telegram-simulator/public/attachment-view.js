import { element, icon } from './dom.js';
import { fileSize } from './format.js';
/** @import { Attachment } from '../src/state/model.js' */

/** @param {Attachment} attachment */
const addressOf = ({ fileId }) => `/chat/files/${encodeURIComponent(fileId)}`;

/**
 * @param {Attachment} attachment
 * @param {string} caption
 * @param {(address: string) => void} onOpen
 */
const photo = (attachment, caption, onOpen) => {
  const image = element('img', {
    src: addressOf(attachment),
    alt: caption === '' ? 'Фото' : `Фото: ${caption}`,
    width: String(attachment.width ?? 1),
    height: String(attachment.height ?? 1),
  });
  const button = element(
    'button',
    { type: 'button', class: caption === '' ? 'photo photo-only' : 'photo' },
    image,
  );
  button.addEventListener('click', () => onOpen(addressOf(attachment)));
  return button;
};

/** @param {Attachment} attachment */
const sound = (attachment) => {
  const name =
    attachment.title ?? (attachment.kind === 'voice' ? 'Голосовое сообщение' : attachment.fileName);
  const about = [attachment.performer, fileSize(attachment.size)].filter(Boolean).join(' · ');
  return element(
    'div',
    { class: 'sound', 'data-file-id': attachment.fileId },
    element('span', { class: 'file-name' }, name),
    element('p', { class: 'file-about' }, about),
    element('audio', { controls: true, preload: 'metadata', src: addressOf(attachment), 'aria-label': name }),
  );
};

/** @param {Attachment} attachment */
const document = (attachment) =>
  element(
    'a',
    { class: 'file', href: addressOf(attachment), download: attachment.fileName },
    element('span', { class: 'file-icon' }, icon('download')),
    element(
      'span',
      { class: 'file-lines' },
      element('span', { class: 'file-name' }, attachment.fileName),
      element('span', { class: 'file-about' }, `${fileSize(attachment.size)} · Скачать`),
    ),
  );

/**
 * @param {Attachment} attachment
 * @param {string} caption
 * @param {(address: string) => void} onOpenPhoto
 * @returns {HTMLElement}
 */
export const attachmentView = (attachment, caption, onOpenPhoto) => {
  switch (attachment.kind) {
    case 'photo':
      return photo(attachment, caption, onOpenPhoto);
    case 'audio':
    case 'voice':
      return sound(attachment);
    case 'document':
    default:
      return document(attachment);
  }
};

/**
 * A message is drawn anew when its buttons change; its player moves over, so that a recording plays on.
 * Both views have to be put in their places in the same turn: a player that stays outside the page stops.
 * @param {HTMLElement} old
 * @param {HTMLElement} fresh
 */
export const keepPlayer = (old, fresh) => {
  const playing = old.querySelector('.sound');
  const silent = fresh.querySelector('.sound');
  if (!(playing instanceof HTMLElement) || !(silent instanceof HTMLElement)) return;
  if (playing.dataset['fileId'] === silent.dataset['fileId']) silent.replaceWith(playing);
};
