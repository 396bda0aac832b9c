import { byId, element } from './dom.js';
import { fullName } from './format.js';
/** @import { GroupView, PersonView } from '../src/web/views.js' */

/** @typedef {{ title: string, memberIds: number[] }} GroupFields */

/** @param {PersonView} person @param {boolean} isMember */
const memberView = (person, isMember) =>
  element(
    'label',
    { class: 'member' },
    element('input', { type: 'checkbox', name: 'member', value: String(person.id), checked: isMember }),
    fullName(person),
  );

/**
 * The dialog for a new group, or for the title and members of one that is there.
 * @param {(fields: GroupFields, groupId: number | null) => void} onSave null makes a new one
 */
export const createGroupDialog = (onSave) => {
  const dialog = byId('group-dialog', HTMLDialogElement);
  const form = byId('group-form', HTMLFormElement);
  const members = byId('group-members', HTMLElement);
  const save = byId('group-save', HTMLButtonElement);
  /** @type {number | null} */
  let groupId = null;

  const memberIds = () =>
    [...members.querySelectorAll('input')].filter(({ checked }) => checked).map(({ value }) => Number(value));
  const titleField = () => {
    const field = form.elements.namedItem('title');
    if (field instanceof HTMLInputElement) return field;
    throw new Error('the form has no title');
  };

  // A group of nobody cannot be: the button says so by staying off.
  members.addEventListener('change', () => {
    save.disabled = memberIds().length === 0;
  });
  byId('group-cancel', HTMLElement).addEventListener('click', () => dialog.close());
  form.addEventListener('submit', () =>
    onSave({ title: titleField().value.trim(), memberIds: memberIds() }, groupId),
  );

  return {
    /** @param {readonly PersonView[]} people @param {GroupView | null} group null: a new one, with everybody in it */
    open: (people, group) => {
      groupId = group?.id ?? null;
      byId('group-dialog-title', HTMLElement).textContent = group ? 'Группа' : 'Новая группа';
      save.textContent = group ? 'Сохранить' : 'Создать';
      save.disabled = people.length === 0;
      titleField().value = group?.title ?? '';
      members.replaceChildren(
        ...people.map((person) => memberView(person, group?.memberIds.includes(person.id) ?? true)),
      );
      dialog.showModal();
    },
  };
};
