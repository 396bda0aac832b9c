import { countMenuWork } from '../store/menu-work.js';
import { nameOf } from '../people/person.js';
import { lines } from '../text/html.js';
import type { Translate } from '../text/translate.js';
import type { Button } from './define-place.js';
import { defineScreen } from './define-screen.js';
import { menuPlace } from './places/root.js';

/** The ways from the menu, two in a row, in the order of the guide; a person sees those that his role opens. */
const ways = (_t: Translate): Button[][] => [];

/** The menu: who you are, what matters now, and the ways that your role opens. */
export const menu = defineScreen({
  ...menuPlace,
  load: (tools) => countMenuWork(tools),
  render: (work, { t, person }) => ({
    text: lines(
      t('menu-title', { name: nameOf(person), role: t('role', { role: person.role ?? 'none' }) }),
      '',
      work.red === null ? null : t('menu-red', { count: work.red }),
      work.overdue === null ? null : t('menu-overdue', { count: work.overdue }),
      work.mine === null ? null : t('menu-mine', { count: work.mine }),
    ),
    rows: ways(t),
  }),
});
