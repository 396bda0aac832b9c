import { byId, element } from './dom.js';
import { fullName } from './format.js';
/** @import { PersonView } from '../src/web/views.js' */

/**
 * Who writes in a group: one of its members.
 * @param {() => void} onChange somebody else looks at the group now
 */
export const createActorField = (onChange) => {
  const field = byId('actor-field', HTMLElement);
  const select = byId('actor', HTMLSelectElement);
  select.addEventListener('change', onChange);

  return {
    /** @returns {number | null} null where nobody can write */
    personId: () => (select.value === '' ? null : Number(select.value)),
    hide: () => {
      field.hidden = true;
    },
    /** @param {readonly PersonView[]} members the chosen one stays chosen while he is among them */
    show: (members) => {
      const chosen = select.value;
      select.replaceChildren(
        ...members.map((person) =>
          element(
            'option',
            { value: String(person.id), selected: String(person.id) === chosen },
            fullName(person),
          ),
        ),
      );
      field.hidden = false;
    },
  };
};
