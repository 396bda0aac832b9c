import { byId, element } from './dom.js';

/** Telegram's own toasts stay about this long, ms. */
const TOAST_MS = 3_500;

/** @param {string} text */
export const toast = (text) => {
  const note = element('div', { class: 'toast' }, text);
  byId('toasts', HTMLElement).append(note);
  setTimeout(() => note.remove(), TOAST_MS);
};

/**
 * A dialog that has to be closed; a second one waits for nothing and takes the place of the first.
 * @param {string} title
 * @param {string} text
 */
export const alertDialog = (title, text) => {
  byId('alert-title', HTMLElement).textContent = title;
  byId('alert-text', HTMLElement).textContent = text;
  const dialog = byId('alert-dialog', HTMLDialogElement);
  if (!dialog.open) dialog.showModal();
};

/** @param {string} address of the picture */
export const openPhoto = (address) => {
  byId('lightbox-image', HTMLImageElement).src = address;
  byId('lightbox', HTMLDialogElement).showModal();
};

/**
 * The dialog for «Новый человек».
 * @param {(person: Record<string, string>) => void} onAdd gets the filled fields only
 */
export const createPersonDialog = (onAdd) => {
  const dialog = byId('person-dialog', HTMLDialogElement);
  const form = byId('person-form', HTMLFormElement);
  byId('person-cancel', HTMLElement).addEventListener('click', () => dialog.close());
  form.addEventListener('submit', () => {
    const fields = [...form.querySelectorAll('input')].map(({ name, value }) => [name, value.trim()]);
    onAdd(Object.fromEntries(fields.filter(([, value]) => value !== '')));
    form.reset();
  });
  return { open: () => dialog.showModal() };
};
