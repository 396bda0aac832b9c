import { grantableBy } from '@perezvon/access';
import type { GrantableRole } from '@perezvon/contracts';
import { operatorKey } from '../../domain/operator-key.js';
import { nameOf } from '../../people/person.js';
import { findPersonCard, listFreeOperators, type PersonCard } from '../../store/people-lists.js';
import type { Html } from '../../text/html.js';
import type { Button } from '../define-place.js';
import { defineScreen } from '../define-screen.js';
import { turnButtons } from '../page-buttons.js';
import { operatorCodePlace, userRolePlace } from '../places/people.js';
import { approve, setRole } from './user-actions.js';

/** «Одобрить» and «Роль» end in the same choice: it lets in who asked, and changes the role of who is in. */
const give = (card: PersonCard, label: Html, choice: { role: GrantableRole; operatorKey?: number }): Button =>
  (card.status === 'requested' ? approve : setRole).button(label, { userId: card.id, ...choice });

/** Which role: those below one's own. */
export const userRole = defineScreen({
  ...userRolePlace,
  load: ({ db }, { userId }) => findPersonCard(db, userId),
  render: (card, { t, person }) => ({
    text: t('user-role-question', { name: nameOf(card) }),
    rows: (person.role === null ? [] : grantableBy(person.role)).map((role) => {
      const label = t('role', { role });
      return [
        role === 'operator'
          ? operatorCodePlace.link(label, { userId: card.id, page: 0 })
          : give(card, label, { role }),
      ];
    }),
  }),
});

/** Which operator of the calls he is, so that he sees his own calls; may be left open. */
export const operatorCode = defineScreen({
  ...operatorCodePlace,
  load: async ({ db, now }, { userId, page }) => {
    const card = await findPersonCard(db, userId);
    return card && { card, free: await listFreeOperators(db, { now: now(), page }) };
  },
  render: ({ card, free }, { t, params: { userId } }) => ({
    text: t('user-code-question', { name: nameOf(card), count: free.rows.length }),
    rows: [
      ...free.rows.map(({ code, calls }) => [
        give(card, t('user-code', { code, calls }), { role: 'operator', operatorKey: operatorKey(code) }),
      ]),
      turnButtons(free, t, (label, page) => operatorCodePlace.link(label, { userId, page })),
      [give(card, t('button-no-code'), { role: 'operator' })],
    ],
  }),
});
